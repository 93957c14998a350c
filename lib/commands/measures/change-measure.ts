import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveMeasure } from '#lib/data/measures';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { changeMeasure as decideChange, measureFields } from '#lib/domain/measures/measure';
import { measureView } from '#lib/domain/measures/measure-view';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { findMeasure } from './find-measure';

/** Changes what a measure counts, or its target; its values stay. */
export const changeMeasure = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({ id: z.uuid(), ...measureFields, version: seenVersion }),
  output: measureView,
  async run({ ctx, tx, input: { id, version, ...input } }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findMeasure(ctx, tx, id);
    if (!found.ok) return found;
    const { measure: before, measures } = found.value;
    if (before.version !== version) return err(conflict(before));

    const next = decideChange(measures, before, input);
    if (!next.ok) return next;
    const after = next.value;
    const { current, ...measure } = after;
    await saveMeasure(tx, { ...measure, workspaceId, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'measure.changed', subject: `measure:${id}`, before, after }));
  },
});
