import 'server-only';
import { after } from 'next/server';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { recordUse } from '#lib/commands/sign-in/sessions';
import type { Context } from '#lib/domain/context';
import { findCaller } from '#lib/queries/callers';
import type { Caller, Membership } from '#lib/queries/callers';
import { readSessionSecret } from './auth';
import { requestIdHeader } from './request-log';
import { sessionCookieName } from './session-cookie';

const useNotedEveryMinutes = 5;

/** A page's caller: the context for commands and queries, and what the frame shows of the person. */
export type Visit = {
  ctx: Context;
  membership: Membership;
  sessionId: string | null;
  /** Every workspace the person may enter. */
  workspaces: Caller['workspaces'];
};

/** The caller behind the session cookie, seen from the workspace of `slug`; null without a living session. */
export const sessionCaller = cache(async (slug: string): Promise<Caller | null> => {
  const secret = await readSessionSecret((await cookies()).get(sessionCookieName())?.value);
  return secret === null ? null : findCaller({ kind: 'session', secret, slug, now: new Date() });
});

/**
 * The visit to a workspace's page.
 *
 * Without a session: on to sign-in, and back here afterwards. A workspace that does not exist and one the
 * caller is no member of are both not found, so that an address tells nothing.
 */
export const requireVisit = cache(async (slug: string): Promise<Visit> => {
  const caller = await sessionCaller(slug);
  if (!caller) redirect(`/sign-in?to=${encodeURIComponent(await currentPath(slug))}`);
  if (!caller.membership) notFound();
  noteUse(caller);
  const requestId = (await headers()).get(requestIdHeader) ?? '';
  return {
    ctx: contextOf(caller.membership, requestId, 'screen'),
    membership: caller.membership,
    sessionId: caller.sessionId,
    workspaces: caller.workspaces,
  };
});

/** The context of a workspace's page. */
export const requireContext = async (slug: string): Promise<Context> => (await requireVisit(slug)).ctx;

/** The context of a member at `requestId`, through a door. */
export function contextOf(membership: Membership, requestId: string, via: Context['via']): Context {
  const { memberId, accountId, name, appRole, workspace } = membership;
  return {
    workspaceId: workspace.id,
    actor: { id: memberId, accountId, name, appRole },
    now: new Date(),
    requestId,
    via,
  };
}

async function currentPath(slug: string): Promise<string> {
  return (await headers()).get('x-slipway-path') ?? `/${slug}`;
}

function noteUse({ sessionId, lastUsedAt, membership }: Caller): void {
  const now = new Date();
  const idle = now.getTime() - (lastUsedAt?.getTime() ?? 0);
  if (sessionId === null || !membership || idle < useNotedEveryMinutes * 60_000) return;
  const ctx = contextOf(membership, '', 'screen');
  after(() => recordUse(ctx, { sessionId }));
}
