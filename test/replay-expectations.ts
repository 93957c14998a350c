import { z } from 'zod';
import { storedExpectation, type Expectation } from '#lib/domain/rbac/expectations/expectation';
import type { ExpectationFacts, JudgedExpectation } from '#lib/domain/rbac/expectations/expectation-facts';
import { resolveRoles } from '#lib/domain/rbac/resolve-roles';
import type { ReplayedEvent } from './reducer';
import { replayDirectory, type ReplayedDirectory } from './replay-access';

const stored = z.object({ list: z.array(storedExpectation), version: z.number() });

/** Actions of which the list of expectations follows. */
export const expectationActions: readonly string[] = [
  'expectations.set',
  'expectations.ordered',
  'expectation.added',
  'expectation.changed',
  'expectation.removed',
];

/** What is expected and whether it holds, out of the audit log alone: person by person, as the sentence says. */
export function replayExpectations(events: readonly ReplayedEvent[]): ExpectationFacts {
  const last = events.filter(({ action }) => expectationActions.includes(action)).at(-1);
  if (!last) return { list: [], version: 0 };
  const { list, version } = stored.parse(last.after);
  const directory = replayDirectory(events);
  return { list: list.map((one) => judged(one, directory)), version };
}

function judged(one: Expectation, directory: ReplayedDirectory): JudgedExpectation {
  const { groups, active } = directory;
  const within = one.group === null ? null : groups.get(one.group);
  if (within === undefined) return { ...one, holds: false, count: 0, problem: 'group' };
  const people = [...active].filter(([, isActive]) => isActive).map(([id]) => id);
  const isIn = (person: string) => within === null || within.members.has(person);
  const breaks: Record<Expectation['kind'], (person: string) => boolean> = {
    nobody: (person) => isIn(person) && may(person, one.permission, directory),
    atMost: (person) => isIn(person) && may(person, one.permission, directory),
    everyone: (person) => isIn(person) && !may(person, one.permission, directory),
    only: (person) => !isIn(person) && may(person, one.permission, directory),
  };
  const count = people.filter(breaks[one.kind]).length;
  return { ...one, holds: count <= (one.people ?? 0), count, problem: null };
}

function may(person: string, permission: string, directory: ReplayedDirectory): boolean {
  const { groups, roles, defaults, direct, model } = directory;
  const mine = [...groups.values()].filter(({ members }) => members.has(person));
  const own = model.model === 'tri-state' ? (direct.get(person) ?? []) : [];
  const ids = new Set([...mine.flatMap(({ roleIds }) => roleIds), ...own]);
  const held = [...roles.values()].filter(({ id }) => ids.has(id));
  return resolveRoles(held, { model: model.model, defaults: defaults.permissions }).levels.has(permission);
}
