import 'server-only';
import { z } from 'zod';
import { listMeasures, listMeasureValues } from '#lib/data/measures';
import { historyOf } from '#lib/domain/measures/measure';
import { measureView } from '#lib/domain/measures/measure-view';
import { defineQuery } from './define-query';

const value = z.object({
  value: z.number(),
  on: z.iso.date(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.date(),
});

const withHistory = measureView.extend({
  /** One value a day, oldest first. */
  history: z.array(value),
});

/** A measure with one value for each day it has any, oldest first. */
export type MeasureWithHistory = z.infer<typeof withHistory>;

/** Every measure of success with its history, retired ones among them. */
export const readMeasures = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ measures: z.array(withHistory) }),
  async run({ ctx: { workspaceId }, db }) {
    const [measures, values] = await Promise.all([
      listMeasures(db, { workspaceId }),
      listMeasureValues(db, { workspaceId }),
    ]);
    return {
      measures: measures.map((measure) => ({ ...measure, history: historyOf(values.get(measure.id) ?? []) })),
    };
  },
});
