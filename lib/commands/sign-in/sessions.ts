import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { saveTokenUse } from '#lib/data/api-tokens';
import {
  saveOtherSessionsRevoked,
  saveRevokedSession,
  saveSessionRevokedBySecret,
  saveSessionUse,
} from '#lib/data/sessions';
import { err, ok } from '#lib/domain/result';
import { secretHash } from '#lib/data/secret-hash';

/** Ends the session behind a cookie's secret; nothing happens where there is none. */
export const signOut = definePersonalCommand({
  input: z.strictObject({ secret: z.string() }),
  async run({ ctx, tx, input }) {
    await saveSessionRevokedBySecret(tx, { tokenHash: secretHash(input.secret), now: ctx.now });
    return ok(null);
  },
});

/** Ends one of the caller's own sessions, at its next request. */
export const revokeSession = definePersonalCommand({
  input: z.strictObject({ id: z.uuid() }),
  async run({ ctx, tx, input }) {
    const { accountId } = ctx.actor;
    const ended =
      accountId !== null && (await saveRevokedSession(tx, { accountId, sessionId: input.id, now: ctx.now }));
    if (!ended) return err({ code: 'not_found', message: 'This session has already ended.' });
    return ok({ id: input.id });
  },
});

/** Ends the caller's own sessions but one: the browser that asks. Gives how many ended. */
export const revokeOtherSessions = definePersonalCommand({
  input: z.strictObject({ keep: z.uuid() }),
  async run({ ctx, tx, input }) {
    const { accountId } = ctx.actor;
    const ended =
      accountId === null
        ? 0
        : await saveOtherSessionsRevoked(tx, { accountId, sessionId: input.keep, now: ctx.now });
    return ok({ ended });
  },
});

/** Notes that a session or a token was used. */
export const recordUse = definePersonalCommand({
  input: z.union([z.strictObject({ sessionId: z.uuid() }), z.strictObject({ token: z.string() })]),
  async run({ ctx, tx, input }) {
    if ('sessionId' in input) await saveSessionUse(tx, { sessionId: input.sessionId, now: ctx.now });
    else await saveTokenUse(tx, { tokenHash: secretHash(input.token), now: ctx.now });
    return ok(null);
  },
});
