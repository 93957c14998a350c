import 'server-only';
import { after } from 'next/server';
import { recordUse } from '#lib/commands/sign-in/sessions';
import type { Context } from '#lib/domain/context';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { findCaller, type Caller } from '#lib/queries/callers';
import { readSessionSecret } from './auth';
import { contextOf } from './context';
import { env } from './env';
import { requestIdHeader } from './request-log';
import { sessionCookieName } from './session-cookie';

const bearer = /^Bearer ([\x21-\x7e]{1,500})$/;
const useNotedEveryMs = 5 * 60_000;

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

// A browser sends the cookie along with any form on the web, so a write by cookie must come from our pages.
function isForeign(request: Request): boolean {
  if (['GET', 'HEAD'].includes(request.method)) return false;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin !== new URL(env().SLIPWAY_URL).origin && origin !== originOf(request);
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

const originOf = (request: Request) => {
  const { protocol } = new URL(env().SLIPWAY_URL);
  return `${protocol}//${request.headers.get('host') ?? ''}`;
};

type Found = { caller: Caller; secret: string; kind: 'session' | 'token' };

async function findCallerOf(request: Request, slug: string, now: Date): Promise<Found | null> {
  const token = bearer.exec(request.headers.get('authorization') ?? '')?.[1];
  const kind = token === undefined ? 'session' : 'token';
  const secret = token ?? (await readSessionSecret(cookieOf(request, sessionCookieName())));
  const caller = secret ? await findCaller({ kind, secret, slug, now }) : null;
  return caller && secret ? { caller, secret, kind } : null;
}

function noteUse(ctx: Context, { caller, secret }: Found): void {
  const { sessionId, lastUsedAt } = caller;
  if (ctx.now.getTime() - (lastUsedAt?.getTime() ?? 0) < useNotedEveryMs) return;
  after(() => recordUse(ctx, sessionId ? { sessionId } : { token: secret }));
}

/** A caller by token may do what the token was made for, and no more. */
function tokenContext(ctx: Context, { caller: { token, tokenEndsAt } }: Found): Context {
  if (!token) return { ...ctx, tokenEndsAt };
  return { ...ctx, tokenEndsAt, tokenId: token.id, actor: { ...ctx.actor, scope: token.scope } };
}

/**
 * The context of an HTTP call: by `Authorization: Bearer`, else by the session cookie.
 *
 * `unauthenticated` without either, `wrong_origin` for a write by cookie from another site, `not_found` for a
 * workspace the caller is no member of, as for one that does not exist.
 */
export async function apiContext(request: Request, slug: string): Promise<Result<Context, DomainError>> {
  const found = await findCallerOf(request, slug, new Date());
  if (!found) return err({ code: 'unauthenticated', message: 'Sign in, or send an API token.' });
  if (found.kind === 'session' && isForeign(request)) {
    return err({ code: 'wrong_origin', message: 'A write by cookie must come from this site.' });
  }
  const { membership } = found.caller;
  if (!membership) return err({ code: 'not_found', message: 'There is no such workspace.' });

  const ctx = tokenContext(contextOf(membership, request.headers.get(requestIdHeader) ?? '', 'api'), found);
  noteUse(ctx, found);
  return ok(ctx);
}
