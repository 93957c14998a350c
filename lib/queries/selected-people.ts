import 'server-only';
import type { AccessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { findNumberBehind, listImportedNumbers } from '#lib/data/people-lists';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import {
  inGroup,
  leavingDefaults,
  ofActivity,
  withMask,
  withoutPermission,
  withPermission,
  withRole,
} from '#lib/domain/rbac/everyone/select-people';
import { both, others, select, selectPositions, type Selection } from '#lib/domain/rbac/everyone/selection';
import type { PeopleFilter } from '#lib/domain/rbac/people-filter';
import type { PeoplePlace } from '#lib/domain/rbac/people-pages';
import { perIndex } from '#lib/data/per-index';
import { profileOf } from './profile-list';

type Here = { workspaceId: string };

/** Positions of some people, as `index` counts them. */
export const positionsOf = (index: AccessIndex, numbers: Iterable<number>): Selection =>
  selectPositions(index.population.count, [...numbers].map(index.positionOf));

const selections = perIndex<Promise<Selection>>();

type Choice = readonly [key: string, select: () => Selection | Promise<Selection>];

/** What of `filter` narrows, each with the text it is kept by; the search is not among it. */
function choicesOf(db: Db, index: AccessIndex, filter: Here & PeopleFilter): Choice[] {
  const { group, notIn, role, permission, level, without, profile, losing, source, active } = filter;
  const { count } = index.population;
  const imported = async () => positionsOf(index, await listImportedNumbers(db, filter));
  const by = <T>(
    name: string,
    value: T | undefined,
    of: (value: T) => Selection | Promise<Selection>,
  ): Choice[] => (value === undefined ? [] : [[`${name} ${String(value)}`, () => of(value)]]);
  return [
    ...by('group', group, (id) => inGroup(index, id)),
    ...by('notIn', notIn, (id) => others(count, inGroup(index, id))),
    ...by('role', role, (id) => withRole(index, id)),
    ...by(`level ${String(level)}`, permission, (key) => withPermission(index, { permission: key, level })),
    ...by('without', without, (key) => withoutPermission(index, key)),
    ...by('profile', profile, (id) => ofProfile(index, id)),
    ...by('losing', losing === 'true' ? losing : undefined, () => leavingDefaults(index)),
    ...by('source', source, async (of) => (of === 'imported' ? imported() : others(count, await imported()))),
    ...by('active', active, (is) => ofActivity(index, is === 'true')),
  ];
}

function ofProfile(index: AccessIndex, id: string): Selection {
  const profile = profileOf(index, id);
  return profile ? withMask(index, profile.mask) : positionsOf(index, []);
}

/** Whether `filter` narrows by anything but the search. */
export const isNarrowed = ({
  group,
  notIn,
  role,
  permission,
  without,
  profile,
  losing,
  source,
  active,
}: PeopleFilter) =>
  [group, notIn, role, permission, without, profile, source, active].some((value) => value !== undefined) ||
  losing === 'true';

/** The people whom `filter` means, whatever it searches for; each of its parts is resolved once for all pages. */
export async function selectedPeople(
  db: Db,
  index: AccessIndex,
  filter: Here & PeopleFilter,
): Promise<Selection> {
  const narrowing = choicesOf(db, index, filter);
  const everybody: Choice = ['all', () => select(index.population.count, () => true)];
  const choices = narrowing.length === 0 ? [everybody] : narrowing;
  const parts = await Promise.all(choices.map(([key, of]) => selections(index, key, async () => of())));
  return parts.reduce(both);
}

/** Where a page goes on: the position behind a place, with one look-up at most, and mostly none. */
export async function positionBehind(
  db: Db,
  index: AccessIndex,
  { workspaceId, after }: Here & { after: PeoplePlace | null },
): Promise<number> {
  if (after === null) return 0;
  const { ids, names, count } = index.population;
  const { at } = after;
  if (at !== undefined && at < count && textAt(ids, at) === after.id && textAt(names, at) === after.name) {
    return at + 1;
  }
  const number = await findNumberBehind(db, { workspaceId, after });
  const position = number === null ? -1 : index.positionOf(number);
  return position < 0 ? count : position;
}
