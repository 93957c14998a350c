import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { newSecret } from '#lib/commands/sign-in/new-secret';
import { appendApiToken } from '#lib/data/api-tokens';
import { secretHash } from '#lib/data/secret-hash';
import { findZone } from '#lib/data/workspaces';
import { tokenEnd, toTokenView, tokenView } from '#lib/domain/api-tokens/api-token';
import { changed } from '#lib/domain/audit/audit-event';
import { calendarDay } from '#lib/domain/calendar-day';
import { ok } from '#lib/domain/result';
import { plainText } from '#lib/domain/text';

/**
 * Makes a secret with which a program acts as the caller, and gives it this once; only its hash is kept.
 *
 * A token that calls makes none that works longer than itself.
 *
 * The record says that it was made, by whom and until when: what a program does with it is done in that name.
 */
export const createApiToken = defineCommand({
  capability: 'token.own',
  input: z.strictObject({
    name: plainText({ max: 100 }),
    /** Last day on which it works, in the workspace's zone; left out, it works until it is revoked. */
    endsOn: calendarDay.nullable().default(null),
  }),
  output: tokenView.extend({ token: z.string() }),
  async run({ ctx, tx, input: { name, endsOn } }) {
    const { workspaceId, now: createdAt } = ctx;
    const zone = await findZone(tx, { workspaceId });
    const end = tokenEnd(endsOn, { maker: ctx.tokenEndsAt ?? null, now: createdAt, zone });
    if (!end.ok) return end;
    const id = randomUUID();
    const secret = `slipway_${newSecret()}`;
    const token = { id, name, createdAt, expiresAt: end.value };
    await appendApiToken(tx, {
      ...token,
      workspaceId,
      memberId: ctx.actor.id,
      tokenHash: secretHash(secret),
    });
    const after = toTokenView({ ...token, lastUsedAt: null }, zone);
    return ok(
      changed(
        { ...after, token: secret },
        { action: 'api_token.created', subject: `api_token:${id}`, before: null, after },
      ),
    );
  },
});
