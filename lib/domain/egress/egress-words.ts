import { z } from 'zod';
import {
  taskDecidedBy,
  type EventWords,
  type NamedThing,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

const blocks = z.object({ count: z.number() });
const change = z.object({ added: blocks, removed: blocks });

const rangesOf = (guide: Guide, label: string): NamedThing => ({
  label,
  taskId: taskDecidedBy(guide, (by) => by.kind === 'egress'),
});

function changeWords({ after }: StoredEvent): string {
  const { added, removed } = change.safeParse(after).data ?? {};
  if (!added || !removed) return '';
  if (added.count === 0 && removed.count === 0) return ', with the same addresses';
  return `: ${added.count} added, ${removed.count} removed`;
}

const allowListWords = (event: StoredEvent, guide: Guide): EventWords => [
  'saved the ',
  rangesOf(guide, 'egress allow list'),
  changeWords(event),
];

const publicationWords = (event: StoredEvent, guide: Guide): EventWords => [
  'read the ',
  rangesOf(guide, 'published egress ranges'),
  changeWords(event),
];

const failed = z.object({ failure: z.string() });

function failureWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const failure = failed.safeParse(after).data?.failure;
  return failure ? ['could not read the ', rangesOf(guide, 'published egress ranges'), `: ${failure}`] : null;
}

/** Words of the events about egress ranges. */
export const egressWordings: Readonly<Record<string, Wording>> = {
  'egress.allow_list_set': allowListWords,
  'egress.publication_recorded': publicationWords,
  'egress.fetch_turned_on': (_, guide) => [
    'turned on the daily read of the ',
    rangesOf(guide, 'published egress ranges'),
  ],
  'egress.fetch_turned_off': (_, guide) => [
    'turned off the daily read of the ',
    rangesOf(guide, 'published egress ranges'),
  ],
  'egress.read_requested': (_, guide) => [
    'asked to read the ',
    rangesOf(guide, 'published egress ranges'),
    ' now',
  ],
  'egress.fetch_failed': failureWords,
};
