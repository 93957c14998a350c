import { z } from 'zod';
import { idOf, taskDecidedBy, type StoredEvent, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { cadences, cadenceWords } from './cadence';

const cadence = z.object({ every: z.enum(cadences), nextOn: z.string() });

const taskOf = (guide: Guide) => taskDecidedBy(guide, (by) => by.kind === 'cadence');

const about =
  (verb: string): Wording =>
  ({ subject }: StoredEvent, guide: Guide) => [
    `${verb} `,
    { label: `review ${idOf(subject)}`, taskId: taskOf(guide) },
  ];

/** Words of the events about the review cadence and the reviews. */
export const reviewWordings: Readonly<Record<string, Wording>> = {
  'cadence.set': ({ after }, guide) => {
    const settled = cadence.safeParse(after).data;
    if (!settled) return null;
    const often = `${cadenceWords[settled.every].toLowerCase()}, next on ${settled.nextOn}`;
    return ['set the ', { label: 'review cadence', taskId: taskOf(guide) }, `: ${often}`];
  },
  'review.begun': about('began'),
  'review.changed': about('wrote into'),
  'review.signed': about('signed'),
  'review.discarded': about('discarded'),
};
