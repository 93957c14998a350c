import 'server-only';
import { db } from '#lib/data/db';
import { secretHash } from '#lib/data/secret-hash';
import { findCallerBySession, findCallerByToken, listMemberships } from '#lib/data/members';
import { isStorable } from '#lib/domain/text';
import type { Caller, Membership } from '#lib/data/members';

export type { Caller, Membership };

/** A secret a request carries: a session cookie's or an API token. */
export type Credential = { kind: 'session' | 'token'; secret: string; slug: string; now: Date };

/** A slug comes from an address, which may hold anything; Postgres text holds no NUL, so no slug has one. */
const storable = (slug: string) => (isStorable(slug) ? slug : '');

/**
 * Who calls, and as whom in the workspace of `slug`. Asked before there is a context, so no capability is
 * held yet: it tells a caller nothing but its own.
 */
export async function findCaller({ kind, secret, slug, now }: Credential): Promise<Caller | null> {
  const find = kind === 'session' ? findCallerBySession : findCallerByToken;
  return find(db, { tokenHash: secretHash(secret), slug: storable(slug), now });
}

/** The workspaces an account may enter, oldest membership first. */
export async function listOwnMemberships(accountId: string, now: Date): Promise<Membership[]> {
  return listMemberships(db, { accountId, now });
}
