import { z } from 'zod';
import { idOf, taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import type { VersionOrigin } from './config-version';

/** A version by its number, as a link to where it is kept. */
const named = (subject: string, guide: Guide) => ({
  label: `version ${idOf(subject)} of the configuration`,
  taskId: taskDecidedBy(guide, (by) => by.kind === 'configuration'),
});

const released = z.object({ release: z.object({ exceptions: z.array(z.unknown()) }) });

const releasedWords: Wording = ({ subject, after }, guide) => {
  const found = released.safeParse(after).data;
  if (!found) return null;
  const { length } = found.release.exceptions;
  const by = length === 0 ? '' : length === 1 ? ', with 1 exception' : `, with ${String(length)} exceptions`;
  return ['released ', named(subject, guide), by];
};

/** Words of the events about versions of the configuration. */
export const versionWordings: Readonly<Record<string, Wording>> = {
  'config_version.made': ({ subject }, guide) => ['kept ', named(subject, guide)],
  'config_version.approved': ({ subject }, guide) => ['approved ', named(subject, guide)],
  'config_version.approval_taken_back': ({ subject }, guide) => [
    'took back the approval of ',
    named(subject, guide),
  ],
  'config_version.released': releasedWords,
};

/** What a version was made of, in words. */
export function originWords(origin: VersionOrigin): string {
  if (origin === 'draft') return 'The draft';
  return origin === 'read_only' ? 'Read-only now' : `Version ${String(origin)} again`;
}
