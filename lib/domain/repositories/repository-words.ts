import { z } from 'zod';
import {
  idOf,
  taskNamed,
  type EventWords,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';

const named = z.object({ name: z.string() });

const about =
  (verb: string, side: 'before' | 'after'): Wording =>
  (event, guide) => {
    const repository = named.safeParse(event[side]).data;
    const list = {
      ...taskNamed(guide, 'cloud.repositories'),
      label: repository?.name ?? idOf(event.subject),
    };
    return [`${verb} the repository `, list];
  };

const imported = z.object({ added: z.number(), changed: z.number(), unchanged: z.number() });

function importWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const counts = imported.safeParse(after).data;
  if (!counts) return null;
  const list = { ...taskNamed(guide, 'cloud.repositories'), label: 'repositories' };
  return [
    'imported ',
    list,
    `: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as before`,
  ];
}

/** Words of the events about repositories. */
export const repositoryWordings: Readonly<Record<string, Wording>> = {
  'repository.added': about('added', 'after'),
  'repository.changed': about('changed', 'after'),
  'repository.removed': about('removed', 'before'),
  'repository.imported': importWords,
};
