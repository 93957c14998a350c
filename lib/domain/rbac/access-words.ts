import { z } from 'zod';
import {
  taskDecidedBy,
  type EventWords,
  type StoredEvent,
  type Wording,
} from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import type { AccessPart } from './access-standing';
import { peopleWords } from './counted';
import { modelNames, resolutionModels } from './resolution-model';

const named = z.object({ name: z.string() });

/** The name a thing has after the event, or had before it was removed. */
const nameIn = ({ before, after }: StoredEvent): string | null =>
  named.safeParse(after).data?.name ?? named.safeParse(before).data?.name ?? null;

const taskOf = (part: AccessPart, guide: Guide) =>
  taskDecidedBy(guide, (by) => by.kind === 'access' && by.part === part);

const told =
  (words: string, part: AccessPart): Wording =>
  (event, guide) => {
    const label = nameIn(event);
    return label === null ? null : [words, { label, taskId: taskOf(part, guide) }];
  };

const models = z.object({ model: z.enum(resolutionModels) });

function modelWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const chosen = models.safeParse(after).data;
  if (!chosen) return null;
  return ['chose the model ', { label: modelNames[chosen.model], taskId: taskOf('resolution', guide) }];
}

const members = z.object({ name: z.string(), added: z.array(z.string()), removed: z.array(z.string()) });

function memberWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const change = members.safeParse(after).data;
  if (!change) return null;
  const { name, added, removed } = change;
  const parts = [
    ...(added.length > 0 ? [`put ${peopleWords(added.length)} into `] : []),
    ...(removed.length > 0 ? [`took ${peopleWords(removed.length)} out of `] : []),
  ];
  return [parts.join('and '), { label: name, taskId: taskOf('resolution', guide) }];
}

/** Words of the events about roles, groups and people. */
export const accessWordings: Readonly<Record<string, Wording>> = {
  'access.defaults_set': (_event, guide) => [
    'set the ',
    { label: 'workspace defaults', taskId: taskOf('defaults', guide) },
  ],
  'access.model_set': modelWords,
  'role.created': told('created the role ', 'roles'),
  'role.changed': told('changed the role ', 'roles'),
  'role.restored': told('put back the role ', 'roles'),
  'role.removed': told('removed the role ', 'roles'),
  'group.created': told('created the group ', 'assignment'),
  'group.changed': told('changed the group ', 'assignment'),
  'group.restored': told('put back the group ', 'assignment'),
  'group.removed': told('removed the group ', 'assignment'),
  'group.roles_set': told('set the roles of ', 'assignment'),
  'group.members_changed': memberWords,
  'person.created': told('added the person ', 'resolution'),
  'person.changed': told('changed the person ', 'resolution'),
  'person.roles_set': told('set the direct roles of ', 'resolution'),
  'person.restored': told('put back the person ', 'resolution'),
  'person.removed': told('removed the person ', 'resolution'),
};
