import { z } from 'zod';
import { idOf, taskNamed, type Wording } from '#lib/domain/audit/event-words';

const named = z.object({ name: z.string() });

const about =
  (verb: string, side: 'before' | 'after'): Wording =>
  (event, guide) => {
    const environment = named.safeParse(event[side]).data;
    const place = taskNamed(guide, 'cloud.environment');
    return [`${verb} the environment `, { ...place, label: environment?.name ?? idOf(event.subject) }];
  };

/** Words of the events about environments. */
export const environmentWordings: Readonly<Record<string, Wording>> = {
  'environment.added': about('added', 'after'),
  'environment.changed': about('changed', 'after'),
  'environment.removed': about('removed', 'before'),
};
