import 'server-only';
import { z } from 'zod';
import { unknownName } from '#lib/domain/drafts/draft';
import { Refused } from '#lib/domain/errors';
import { gainReason, leavesReason, lossReason, type Names } from '#lib/domain/rbac/change-reasons';
import {
  changedPerson,
  differenceCursor,
  differencePage,
  type ChangedPerson,
  type DifferenceList,
  type DifferencePlace,
} from '#lib/domain/rbac/everyone/changed-people';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import type { AccessDifference } from './access-difference';

const listedPerson = z.object({
  id: z.string(),
  name: z.string(),
  /** Lost or gained; of those who leave the default, what they go without of it. */
  permissions: z.array(z.string()),
  reason: z.string(),
});

const list = z.object({ count: z.int(), people: z.array(listedPerson), cursor: z.string().nullable() });

/** Who loses, who gains and who leaves the workspace defaults: the first of each, by name. */
export const whatIfView = z.object({ losses: list, gains: list, leavesDefault: list });

/** Where each list goes on; the texts are the `cursor`s of an earlier answer. */
export const listCursors = {
  lossesCursor: differenceCursor.optional(),
  gainsCursor: differenceCursor.optional(),
  leavesDefaultCursor: differenceCursor.optional(),
};

type Cursors = Partial<Record<keyof typeof listCursors, DifferencePlace | undefined>>;

/** The three lists, a page of each. */
export function whatIfLists(
  compared: AccessDifference,
  changes: readonly AccessChange[],
  cursors: Cursors,
): z.infer<typeof whatIfView> {
  const names = namesOf(compared, changes);
  const part = (name: DifferenceList, after: DifferencePlace | undefined) => {
    const { places, cursor } = differencePage(compared, name, after ?? null);
    const people = Array.from(places, (place) => listed(compared, { name, place, names }));
    return { count: compared.found[name].length, people, cursor };
  };
  return {
    losses: part('losses', cursors.lossesCursor),
    gains: part('gains', cursors.gainsCursor),
    leavesDefault: part('leavesDefault', cursors.leavesDefaultCursor),
  };
}

/** Names of groups and roles of a difference, also of roles that the changes make. */
export function namesOf({ index: { facts } }: AccessDifference, changes: readonly AccessChange[]): Names {
  const created = changes.flatMap((change) =>
    change.kind === 'role-created' ? [[change.role, change.name] as const] : [],
  );
  const roles = new Map([...created, ...facts.roles.map(({ id, name }) => [id, name] as const)]);
  const groups = new Map(facts.groups.map(({ id, name }) => [id, name]));
  return { group: (id) => groups.get(id) ?? id, role: (id) => roles.get(id) ?? id };
}

/** Why somebody is on a list. */
export function reasonOn(name: DifferenceList, person: ChangedPerson, names: Names): string {
  if (name === 'losses') return lossReason(person.lost, person, names);
  return name === 'gains' ? gainReason(person.gained, person, names) : leavesReason(person, names);
}

type Row = { name: DifferenceList; place: number; names: Names };

function listed(compared: AccessDifference, { name, place, names }: Row) {
  const person = changedPerson(compared, place);
  const { id, lost, gained } = person;
  const permissions = [...(name === 'gains' ? gained : lost)];
  return { id, name: person.name, permissions, reason: reasonOn(name, person, names) };
}

const columns = ['list', 'id', 'name', 'permissions', 'reason'] as const;

/** The header of a file of lists. */
export const fileHeader: readonly string[] = columns;

/** Every row of some lists, one after the other as they are asked for. */
export function* listRows(
  compared: AccessDifference,
  changes: readonly AccessChange[],
  lists: readonly DifferenceList[],
): Generator<string[]> {
  const names = namesOf(compared, changes);
  for (const name of lists) {
    for (const place of compared.found[name]) {
      const person = listed(compared, { name, place, names });
      yield [name, person.id, person.name, person.permissions.join(' '), person.reason];
    }
  }
}

/** Throws `Refused` with what the first change names that there is not. */
export function refuseUnknown(compared: AccessDifference, changes: readonly AccessChange[]): void {
  const [missing] = compared.whatIf.missing;
  if (!missing) return;
  const { roles, groups } = compared.index.facts;
  // What was compared before may hold another copy of the same change.
  const place = changes.findIndex((change) => JSON.stringify(change) === JSON.stringify(missing));
  const hasRole = (id: string) => roles.some((role) => role.id === id);
  const hasGroup = (id: string) => groups.some((group) => group.id === id);
  if ('group' in missing && !hasGroup(missing.group)) {
    throw new Refused(unknownName('group', missing.group, place));
  }
  if ('role' in missing && !hasRole(missing.role))
    throw new Refused(unknownName('role', missing.role, place));
  const person = 'person' in missing ? missing.person : '';
  throw new Refused(unknownName('person', person, place));
}
