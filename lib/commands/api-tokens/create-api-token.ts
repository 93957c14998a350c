import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { tokenView } from '#lib/domain/api-tokens/api-token';
import { changed } from '#lib/domain/audit/audit-event';
import { calendarDay } from '#lib/domain/calendar-day';
import { ok } from '#lib/domain/result';
import { plainText } from '#lib/domain/text';
import { makeToken } from './make-token';

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
  async run({ ctx, tx, input }) {
    const made = await makeToken(ctx, tx, { ...input, scope: 'member' });
    if (!made.ok) return made;
    const { view: after, secret } = made.value;
    const subject = `api_token:${after.id}`;
    return ok(
      changed({ ...after, token: secret }, { action: 'api_token.created', subject, before: null, after }),
    );
  },
});
