import 'server-only';
import type { AccessIndex } from '#lib/data/access-index';
import type { Db } from '#lib/data/db';
import { searchAllNumbers, searchNumbers, searchPeople } from '#lib/data/people-lists';
import { both, selectedFrom, sizeBefore, type Selection } from '#lib/domain/rbac/everyone/selection';
import type { PeopleFilter } from '#lib/domain/rbac/people-filter';
import type { PeoplePlace } from '#lib/domain/rbac/people-pages';
import { rowOf, rowsAt, type PersonRow } from './people-rows';
import { isNarrowed, positionBehind, positionsOf, selectedPeople } from './selected-people';

/** Up to here what a search finds is counted exactly. */
const countedUpTo = 1000;

type Asked = PeopleFilter & { workspaceId: string };
type Paged = Asked & { after: PeoplePlace | null; limit: number };

/** A page of people: whom, how many there are, how many stand before it, and whether others follow. */
export type PeoplePage = {
  rows: readonly PersonRow[];
  count: number;
  /** There are more than `count`. */
  isMore: boolean;
  /** Null where that is not counted. */
  before: number | null;
  hasNext: boolean;
};

/**
 * The people whom `asked` means, as positions; null where a search alone finds so many that only the store can
 * tell them page by page.
 */
async function soughtPeople(db: Db, index: AccessIndex, asked: Asked): Promise<Selection | null> {
  const { workspaceId, search } = asked;
  if (!search) return selectedPeople(db, index, asked);
  const few = await searchNumbers(db, { workspaceId, search, limit: countedUpTo + 1 });
  const isFew = few.length <= countedUpTo;
  if (!isNarrowed(asked)) return isFew ? positionsOf(index, few) : null;
  const sought = positionsOf(index, isFew ? few : await searchAllNumbers(db, { workspaceId, search }));
  return both(sought, await selectedPeople(db, index, asked));
}

/** All the people whom `asked` means, as positions. */
export async function allPeople(db: Db, index: AccessIndex, asked: Asked): Promise<Selection> {
  const { workspaceId, search = '' } = asked;
  return (
    (await soughtPeople(db, index, asked)) ??
    positionsOf(index, await searchAllNumbers(db, { workspaceId, search }))
  );
}

/** One page of the people whom `asked` means. */
export async function peoplePage(db: Db, index: AccessIndex, asked: Paged): Promise<PeoplePage> {
  const selection = await soughtPeople(db, index, asked);
  if (selection === null) return walkedPage(db, index, asked);
  const from = await positionBehind(db, index, asked);
  const positions = selectedFrom(selection, { from, limit: asked.limit + 1 });
  const shown = positions.slice(0, asked.limit);
  return {
    rows: await rowsAt(db, index, { workspaceId: asked.workspaceId, positions: shown }),
    count: selection.size,
    isMore: false,
    before: sizeBefore(selection, from),
    hasNext: positions.length > asked.limit,
  };
}

async function walkedPage(
  db: Db,
  index: AccessIndex,
  { workspaceId, search = '', after, limit }: Paged,
): Promise<PeoplePage> {
  const found = await searchPeople(db, { workspaceId, search, after, limit: limit + 1 });
  return {
    rows: found.slice(0, limit).flatMap((person) => rowOf(index, person) ?? []),
    count: countedUpTo,
    isMore: true,
    before: null,
    hasNext: found.length > limit,
  };
}
