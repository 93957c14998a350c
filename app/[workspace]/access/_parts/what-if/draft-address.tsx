import type { Route } from 'next';
import { oneOf } from '#access/access-address';
import { accessPath } from '#access/access-places';
import { effectMark } from '#lib/domain/drafts/draft-effect';
import { differenceLists, type DifferenceList } from '#lib/domain/rbac/everyone/changed-people';

type Search = Record<string, string | string[] | undefined>;

/** What the page of a draft shows: which list, which page of it, and what is open beside it. */
export type DraftAddress = {
  slug: string;
  id: string;
  list: DifferenceList;
  cursor: string;
  person: string | undefined;
  /** From which change on they are shown, counted from 0. */
  from: number;
  /** The kind of change that is about to be added; empty where none was chosen yet. */
  add: string | undefined;
  /** Further values that a form for a change has chosen. */
  chosen: { group: string; role: string; permission: string; find: string };
  isApplying: boolean;
  /** The mark of the effect that was looked at before; empty where none was. */
  seen: string;
};

/** What an address shows; what makes no sense is passed over. */
export function readDraftAddress(slug: string, id: string, search: Search): DraftAddress {
  const text = (name: string) => oneOf(search[name]) ?? '';
  return {
    slug,
    id,
    list: differenceLists.find((list) => list === text('list')) ?? 'losses',
    cursor: text('cursor'),
    person: oneOf(search.person) || undefined,
    from: /^\d{1,6}$/.test(text('from')) ? Number(text('from')) : 0,
    add: oneOf(search.add),
    chosen: {
      group: text('group'),
      role: text('role'),
      permission: text('permission'),
      find: text('find').slice(0, 200).trim(),
    },
    // Looking again is an address of its own, so that the page is asked for anew.
    isApplying: ['true', 'again'].includes(text('apply')),
    seen: effectMark.safeParse(text('seen')).data ?? '',
  };
}

/** The page at `address` with other values; an empty one is left out. */
export function draftHref(
  { slug, id, list, cursor, person, from }: DraftAddress,
  other: Readonly<Record<string, string>> = {},
): Route {
  const first = from > 0 ? String(from) : '';
  const all = { list: list === 'losses' ? '' : list, cursor, person: person ?? '', from: first, ...other };
  const search = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return accessPath(slug, 'what-if', { rest: [id], search });
}
