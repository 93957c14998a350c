import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor, Context, Door } from '#lib/domain/context';

const visitor: Actor = { id: 'visitor', accountId: null, name: 'Visitor', appRole: 'visitor' };
const system: Actor = { id: 'system', accountId: null, name: 'Slipway', appRole: 'system' };

/** The context of somebody who has not signed in; `workspaceId` is that of what they are about to create. */
export function visitorContext(requestId?: string, workspaceId: string = randomUUID()): Context {
  return {
    workspaceId,
    actor: visitor,
    now: new Date(),
    requestId: requestId ?? randomUUID(),
    via: 'screen',
  };
}

/** The context of the product's own work. */
export function systemContext(via: Door, workspaceId: string = randomUUID()): Context {
  return { workspaceId, actor: system, now: new Date(), requestId: randomUUID(), via };
}
