import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { appendMeasureValue } from '#lib/data/measures';
import { findWorkspace } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import { localDay } from '#lib/domain/local-day';
import { recordValue, valueFields } from '#lib/domain/measures/measure';
import { measureView } from '#lib/domain/measures/measure-view';
import { ok } from '#lib/domain/result';
import { findMeasure } from './find-measure';

/** Adds the value a measure had on a day. A second one of the same day corrects the first, which stays stored. */
export const recordMeasureValue = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({ id: z.uuid(), ...valueFields }),
  output: measureView,
  async run({ ctx, tx, input: { id, ...input } }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findMeasure(ctx, tx, id);
    if (!found.ok) return found;
    const { measure: before } = found.value;
    const workspace = await findWorkspace(tx, { workspaceId });
    const next = recordValue(before, input, localDay(now, workspace?.timeZone ?? 'UTC'));
    if (!next.ok) return next;

    const recorded = { ...input, by: actor.name, at: now };
    await appendMeasureValue(tx, { ...recorded, workspaceId, measureId: id });
    const after = { ...next.value, recorded };
    return ok(
      changed(next.value, { action: 'measure.value_recorded', subject: `measure:${id}`, before, after }),
    );
  },
});
