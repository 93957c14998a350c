import type { Route } from 'next';
import { oneOf } from '#access/access-address';
import { accessPath } from '#access/access-places';
import { differencePageSize, type DifferenceList } from '#lib/domain/rbac/everyone/changed-people';
import type { ImportPage } from '#lib/queries/imports';

/** The lists in the order in which the page of an import tells them. */
export const listOrder = ['losses', 'gains', 'leavesDefault'] as const satisfies readonly DifferenceList[];

/** What the page of an import shows: which list and from where on, and from which bad row on. */
export type ImportAddress = {
  slug: string;
  id: string;
  /** Undefined: the first list with somebody on it. */
  list: DifferenceList | undefined;
  /** How many rows of the list stand before the page. */
  after: number;
  from: number;
};

const place = (value: string | string[] | undefined): number =>
  /^\d{1,9}$/.test(oneOf(value) ?? '') ? Number(oneOf(value)) : 0;

/** What an address shows; what makes no sense is passed over. */
export const readImportAddress = (
  slug: string,
  id: string,
  search: Record<string, string | string[] | undefined>,
): ImportAddress => ({
  ...{ slug, id, after: place(search.after), from: place(search.from) },
  list: listOrder.find((list) => list === oneOf(search.list)),
});

/** The page of an import with other values. */
export function importHref(address: ImportAddress, other: Partial<ImportAddress> = {}): Route {
  const { slug, id, list, after, from } = { ...address, ...other };
  const search = {
    ...(list ? { list } : {}),
    ...(after > 0 ? { after: String(after) } : {}),
    ...(from > 0 ? { from: String(from) } : {}),
  };
  return accessPath(slug, 'import', { rest: [id], search });
}

/** The list that is shown: the one that was asked for, or the first with somebody on it. */
export const shownList = (
  whatIf: NonNullable<ImportPage['whatIf']>,
  { list }: ImportAddress,
): DifferenceList => list ?? listOrder.find((name) => whatIf[name].count > 0) ?? 'losses';

/** The cursor of a list that an address asks for. */
export const cursorOf = ({ list, after }: ImportAddress): Record<string, string> =>
  list && after > 0 ? { [`${list}Cursor`]: String(after) } : {};

/** How many rows stand before the page in front of this one. */
export const backOf = ({ after }: ImportAddress): number => Math.max(0, after - differencePageSize);
