import 'server-only';
import { randomUUID } from 'node:crypto';
import { newSecret } from '#lib/commands/sign-in/new-secret';
import { appendApiToken } from '#lib/data/api-tokens';
import type { Db } from '#lib/data/db';
import { secretHash } from '#lib/data/secret-hash';
import { findZone } from '#lib/data/workspaces';
import { tokenEnd, toTokenView, type TokenView } from '#lib/domain/api-tokens/api-token';
import type { TokenScope } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import type { WrongEnd } from '#lib/domain/members/access-end';
import { ok, type Result } from '#lib/domain/result';

type Wanted = { name: string; endsOn: string | null; scope: TokenScope };

/** Makes a secret with which a program acts as the caller; only its hash is kept. `wrongEnd` for a day that cannot be. */
export async function makeToken(
  ctx: Context,
  tx: Db,
  { name, endsOn, scope }: Wanted,
): Promise<Result<{ view: TokenView; secret: string }, WrongEnd>> {
  const { workspaceId, now: createdAt } = ctx;
  const zone = await findZone(tx, { workspaceId });
  const end = tokenEnd(endsOn, { maker: ctx.tokenEndsAt ?? null, now: createdAt, zone });
  if (!end.ok) return end;
  const secret = `slipway_${newSecret()}`;
  const token = { id: randomUUID(), name, createdAt, expiresAt: end.value };
  await appendApiToken(tx, {
    ...{ ...token, workspaceId, scope },
    memberId: ctx.actor.id,
    tokenHash: secretHash(secret),
  });
  return ok({ view: toTokenView({ ...token, lastUsedAt: null }, zone), secret });
}
