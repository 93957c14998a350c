import { randomUUID } from 'node:crypto';
import { db } from '#lib/data/db';
import type { AppRole } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { addMember, addWorkspace, type Member, type Workspace } from './rows';

/** A workspace of the test's own, with a context for each caller in it. */
export type Scene = {
  workspace: Workspace;
  /** The first member, a workspace owner, calling now. */
  ctx: Context;
  /** A new member, calling now. */
  as: (appRole: AppRole) => Promise<Context>;
};

/** The context of a member calling now through the API. */
export const contextOf = (workspaceId: string, member: Member, now = new Date()): Context => ({
  workspaceId,
  actor: { id: member.id, accountId: member.accountId, name: member.name, appRole: member.appRole },
  now,
  requestId: randomUUID(),
  via: 'api',
});

/** A workspace with one workspace owner. */
export async function arrange(): Promise<Scene> {
  const workspace = await addWorkspace(db);
  const as = async (appRole: AppRole) =>
    contextOf(workspace.id, await addMember(db, workspace.id, { appRole }));
  return { workspace, ctx: await as('workspace_owner'), as };
}

/** The context of somebody who has not signed in. */
export const visitor = (workspaceId: string = randomUUID(), now = new Date()): Context => ({
  workspaceId,
  actor: { id: 'visitor', accountId: null, name: 'Visitor', appRole: 'visitor' },
  now,
  requestId: randomUUID(),
  via: 'screen',
});

/** The audit log of a workspace, oldest first. */
export const auditLog = (workspaceId: string) =>
  db.auditEvent.findMany({ where: { workspaceId }, orderBy: { sequence: 'asc' } });
