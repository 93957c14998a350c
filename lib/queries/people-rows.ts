import 'server-only';
import type { AccessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { listByNumber, type ListedPerson } from '#lib/data/people-lists';
import { number } from '#lib/domain/rbac/everyone/columns';
import { groupsAt } from '#lib/domain/rbac/everyone/population';
import type { PersonSource } from '#lib/domain/rbac/people-filter';

/** A person as lists show them, with where they stand and the ids of their groups. */
export type PersonRow = Omit<ListedPerson, 'number' | 'isImported'> & {
  position: number;
  source: PersonSource;
  groups: string[];
};

/** A person who stands in `index`, or null for one who came after it. */
export function rowOf(
  index: AccessIndex,
  { number: own, isImported, ...person }: ListedPerson,
): PersonRow | null {
  const position = index.positionOf(own);
  if (position < 0) return null;
  const groups = [...groupsAt(index.population, position)].map((group) => index.book.groups[group]?.id ?? '');
  return { ...person, position, source: isImported ? 'imported' : 'manual', groups: groups.sort() };
}

/** The people at some positions, in their order, in one statement; who was removed meanwhile is left out. */
export async function rowsAt(
  db: Db,
  index: AccessIndex,
  { workspaceId, positions }: { workspaceId: string; positions: readonly number[] },
): Promise<PersonRow[]> {
  const numbers = positions.map((at) => number(index.population.numbers, at));
  const found = await listByNumber(db, { workspaceId, numbers });
  return found
    .flatMap((person) => rowOf(index, person) ?? [])
    .sort((one, other) => one.position - other.position);
}
