import 'server-only';
import { cookies } from 'next/headers';
import type { Route } from 'next';
import { findCaller, listOwnMemberships } from '#lib/queries/callers';
import { isSetUp } from '#lib/queries/one-time-links';
import { readSessionSecret } from './auth';
import { sessionCookieName } from './session-cookie';

/** Where the front page leads: one's workspace, sign-in, or the first run of an empty installation. */
export async function findFirstPath(): Promise<Route> {
  const secret = await readSessionSecret((await cookies()).get(sessionCookieName())?.value);
  const now = new Date();
  const caller = secret === null ? null : await findCaller({ kind: 'session', secret, slug: '', now });
  if (caller) {
    const [membership] = await listOwnMemberships(caller.accountId, now);
    // safe because a slug is lower-case words and hyphens
    if (membership) return `/${membership.workspace.slug}` as Route;
  }
  return (await isSetUp()) ? '/sign-in' : '/setup';
}
