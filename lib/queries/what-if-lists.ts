import 'server-only';
import { z } from 'zod';
import { csvLine } from '#lib/domain/csv/write-csv';
import { unknownName } from '#lib/domain/drafts/draft';
import { Refused } from '#lib/domain/errors';
import { gainReason, leavesReason, lossReason, type Names } from '#lib/domain/rbac/change-reasons';
import {
  changedPerson,
  differenceCursor,
  differenceLists,
  differencePage,
  type ChangedPerson,
  type DifferenceList,
  type DifferencePlace,
} from '#lib/domain/rbac/everyone/changed-people';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import type { AccessDifference } from '#lib/data/access-difference';
import { inChunks, type CsvFile } from './csv-file';

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

/** Everybody on the lists, or on one of them, as a file that is written while it is read. */
export function fileOf(
  compared: AccessDifference,
  changes: readonly AccessChange[],
  list: DifferenceList | undefined,
): CsvFile {
  const names = namesOf(compared, changes);
  const rows = (list ? [list] : differenceLists).flatMap((name) =>
    Array.from(compared.found[name], (place) => ({ name, place, names })),
  );
  const line = (row: Row) => {
    const { id, name, permissions, reason } = listed(compared, row);
    return csvLine([row.name, id, name, permissions.join(' '), reason]);
  };
  const head = csvLine(['list', 'id', 'name', 'permissions', 'reason']);
  const lines = (part: readonly Row[]) => Promise.resolve(part.map(line).join(''));
  return { name: list ? `what-if-${list}.csv` : 'what-if.csv', chunks: inChunks(head, rows, lines) };
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
  const named = 'role' in missing ? [missing.role] : 'roles' in missing ? missing.roles : [];
  const role = named.find((id) => !hasRole(id));
  if (role !== undefined) throw new Refused(unknownName('role', role, place));
  if ('person' in missing) throw new Refused(unknownName('person', missing.person, place));
  // What it names is removed, or made again, by a change before it.
  throw new Refused({ code: 'change_out_of_order', message: tooLate(place) });
}

const tooLate = (place: number) =>
  `Change ${place + 1} names what a change before it removes, or makes what there is already.`;
