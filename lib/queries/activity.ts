import 'server-only';
import { z } from 'zod';
import { listAuditEvents } from '#lib/data/audit-log';
import { feedCursor, feedPageSize } from '#lib/domain/audit/feed-pages';
import { defineQuery } from './define-query';

const eventView = z.object({
  /** The hash covers it, so whoever recomputes the chain needs it. */
  workspaceId: z.string(),
  sequence: z.int(),
  id: z.string(),
  at: z.date(),
  actor: z.object({ id: z.string(), name: z.string() }),
  via: z.string(),
  requestId: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  previousHash: z.string(),
  hash: z.string(),
});

/** One event of the audit log, as doors hand it out. */
export type EventView = z.infer<typeof eventView>;

/**
 * The audit log, newest first, a page at a time. `cursor` is the sequence number to go on below; `next` is
 * the cursor of the following page, null on the last one.
 */
export const listActivity = defineQuery({
  capability: 'activity.read',
  input: z.strictObject({
    cursor: feedCursor.optional(),
    limit: z.coerce.number().int().min(1).max(feedPageSize).default(feedPageSize),
  }),
  output: z.object({ events: z.array(eventView), next: z.int().nullable() }),
  async run({ ctx, db, input: { cursor, limit } }) {
    const found = await listAuditEvents(db, {
      workspaceId: ctx.workspaceId,
      beforeSequence: cursor ?? null,
      limit: limit + 1,
    });
    const events = found.slice(0, limit).map(({ actorId, actorName, ...event }) => ({
      ...event,
      actor: { id: actorId, name: actorName },
    }));
    return { events, next: found.length > limit ? (events.at(-1)?.sequence ?? null) : null };
  },
});
