import { z } from 'zod';
import {
  taskDecidedBy,
  type NamedThing,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { directions, targetInWords, withUnit } from './measure';

const measure = z.object({
  name: z.string(),
  unit: z.string(),
  direction: z.enum(directions),
  target: z.number(),
});
const recorded = z.object({ name: z.string(), unit: z.string(), recorded: z.object({ value: z.number() }) });

const taskOf = (guide: Guide) => taskDecidedBy(guide, (by) => by.kind === 'measures');
const named = (label: string, guide: Guide): NamedThing => ({ label, taskId: taskOf(guide) });

const about =
  (verb: string) =>
  ({ after }: StoredEvent, guide: Guide) => {
    const found = measure.safeParse(after).data;
    return found ? [`${verb} the measure `, named(found.name, guide), `: ${targetInWords(found)}`] : null;
  };

/** Words of the events about measures of success. */
export const measureWordings: Readonly<Record<string, Wording>> = {
  'measure.created': about('set'),
  'measure.changed': about('changed'),
  'measure.retired': ({ after }, guide) => {
    const found = measure.safeParse(after).data;
    return found ? ['retired the measure ', named(found.name, guide)] : null;
  },
  'measure.value_recorded': ({ after }, guide) => {
    const found = recorded.safeParse(after).data;
    return found
      ? [`recorded ${withUnit(found.recorded.value, found.unit)} for `, named(found.name, guide)]
      : null;
  },
};
