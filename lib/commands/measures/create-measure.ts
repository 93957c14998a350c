import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { appendMeasure, listMeasures } from '#lib/data/measures';
import { changed } from '#lib/domain/audit/audit-event';
import { createMeasure as decideMeasure, measureFields } from '#lib/domain/measures/measure';
import { measureView } from '#lib/domain/measures/measure-view';
import { ok } from '#lib/domain/result';

/** Sets a measure of success with its target. */
export const createMeasure = defineCommand({
  capability: 'governance.write',
  input: z.strictObject(measureFields),
  output: measureView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now, actor } = ctx;
    const measures = await listMeasures(tx, { workspaceId });
    const next = decideMeasure(measures, randomUUID(), input);
    if (!next.ok) return next;
    const after = next.value;
    const { current, ...measure } = after;
    await appendMeasure(tx, { ...measure, workspaceId, changedAt: now, changedBy: actor.name });
    const subject = `measure:${after.id}`;
    return ok(changed(after, { action: 'measure.created', subject, before: null, after }));
  },
});
