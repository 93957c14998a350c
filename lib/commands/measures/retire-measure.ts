import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveMeasure } from '#lib/data/measures';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { retireMeasure as decideRetirement } from '#lib/domain/measures/measure';
import { measureView } from '#lib/domain/measures/measure-view';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { findMeasure } from './find-measure';

/** Stops following a measure; its history stays. */
export const retireMeasure = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({ id: z.uuid(), version: seenVersion }),
  output: measureView,
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findMeasure(ctx, tx, id);
    if (!found.ok) return found;
    const { measure: before } = found.value;
    if (before.version !== version) return err(conflict(before));

    const next = decideRetirement(before, now);
    if (!next.ok) return next;
    const after = next.value;
    const { current, ...measure } = after;
    await saveMeasure(tx, { ...measure, workspaceId, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'measure.retired', subject: `measure:${id}`, before, after }));
  },
});
