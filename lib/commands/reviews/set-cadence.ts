import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findCadence, saveCadence } from '#lib/data/review-cadence';
import { findWorkspace } from '#lib/data/workspaces';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { calendarDay } from '#lib/domain/calendar-day';
import { conflict } from '#lib/domain/errors';
import { localDay } from '#lib/domain/local-day';
import { err, ok } from '#lib/domain/result';
import { cadences, setCadence as decideCadence } from '#lib/domain/reviews/cadence';
import { seenVersion } from '#lib/domain/versioned';

/** Settles how often governance looks, and when next. */
export const setCadence = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({ every: z.enum(cadences), nextOn: calendarDay, version: seenVersion }),
  output: z.object({
    every: z.enum(cadences).nullable(),
    nextOn: z.iso.date().nullable(),
    version: z.int(),
  }),
  async run({ ctx, tx, input: { every, nextOn, version } }) {
    const { workspaceId, now, actor } = ctx;
    const before = await findCadence(tx, { workspaceId });
    if (before.version !== version) return err(conflict(before));

    const workspace = await findWorkspace(tx, { workspaceId });
    const next = decideCadence(before, { every, nextOn }, localDay(now, workspace?.timeZone ?? 'UTC'));
    if (!next.ok) return next;
    const after = next.value;
    if (after === before) return ok(unchanged(before));
    const saved = { every, nextOn, version: after.version };
    await saveCadence(tx, { ...saved, workspaceId, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'cadence.set', subject: 'cadence:reviews', before, after }));
  },
});
