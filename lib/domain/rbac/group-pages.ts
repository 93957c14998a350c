import type { GroupSummary } from './access-facts';
import type { GroupSource } from './directory';

/** Groups on one page. */
export const groupPageSize = 100;

/** Which groups to list; what is left out does not narrow. */
export type GroupFilter = {
  /** Any part of the name, upper and lower case aside. */
  search?: string | undefined;
  source?: GroupSource | undefined;
  /** Id of a role the group has; empty for groups without any. */
  role?: string | undefined;
  /** Whether somebody active is in it. */
  people?: 'some' | 'none' | undefined;
};

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The groups that fit, in the order of `groups`. */
export function findGroups(
  groups: readonly GroupSummary[],
  { search = '', source, role, people }: GroupFilter,
): GroupSummary[] {
  const part = folded(search);
  const hasRole = (ids: readonly string[]) => (role === '' ? ids.length === 0 : ids.includes(role ?? ''));
  return groups.filter(
    (group) =>
      folded(group.name).includes(part) &&
      (source === undefined || group.source === source) &&
      (role === undefined || hasRole(group.roleIds)) &&
      (people === undefined || (people === 'some') === group.people > 0),
  );
}

/** Where a page of groups goes on: behind the group of an id; where that is gone, behind so many rows. */
export type GroupPlace = { after: string; row: number };

/** One page of groups that fit; `next` and `back` lead to the pages around, `back` to the first one by row 0. */
export type GroupPage = {
  shown: readonly GroupSummary[];
  from: number;
  next: GroupPlace | null;
  back: GroupPlace | null;
};

/**
 * The page of `found` behind a place. A group that came or went before it moves nobody off the page; one that fits
 * the search no longer is still known by where it stands among `all`.
 */
export function groupPage(
  found: readonly GroupSummary[],
  all: readonly GroupSummary[],
  place: GroupPlace | null,
): GroupPage {
  const from = place === null ? 0 : rowBehind(found, all, place);
  const to = from + groupPageSize;
  const behind = (row: number): GroupPlace => ({ after: row > 0 ? (found[row - 1]?.id ?? '') : '', row });
  return {
    shown: found.slice(from, to),
    from,
    next: to < found.length ? behind(to) : null,
    back: from > 0 ? behind(Math.max(0, from - groupPageSize)) : null,
  };
}

function rowBehind(
  found: readonly GroupSummary[],
  all: readonly GroupSummary[],
  { after, row }: GroupPlace,
): number {
  const stands = all.findIndex(({ id }) => id === after);
  if (stands < 0) return Math.min(row, found.length);
  const before = new Set(all.slice(0, stands + 1).map(({ id }) => id));
  return found.filter(({ id }) => before.has(id)).length;
}
