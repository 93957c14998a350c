import 'server-only';
import { z } from 'zod';
import { listSessions } from '#lib/data/sessions';
import { defineQuery } from './define-query';

/** The caller's own living sessions, the one used last first. */
export const readOwnSessions = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.array(
    z.object({
      id: z.string(),
      userAgent: z.string(),
      createdAt: z.date(),
      lastUsedAt: z.date(),
      expiresAt: z.date(),
    }),
  ),
  async run({ ctx, db }) {
    const { accountId } = ctx.actor;
    return accountId === null ? [] : listSessions(db, { accountId, now: ctx.now });
  },
});
