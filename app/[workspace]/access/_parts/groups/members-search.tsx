import type { Route } from 'next';
import { accessHref, oneOf } from '#access/access-address';
import { searchedText } from '#access/people-search';
import type { ViewProps } from '#access/view-props';
import { peopleCursor } from '#lib/domain/rbac/people-pages';

/** Which people of a group the address asks for: by a part of name or e-mail, behind a cursor. */
export type MembersSearch = { who: string; cursor: string | undefined };

/** What the address asks of a group's people; what makes no sense is passed over. */
export function membersSearch(search: ViewProps['search']): MembersSearch {
  const cursor = oneOf(search.cursor) || undefined;
  const isCursor = peopleCursor.safeParse(cursor ?? '').success;
  return { who: searchedText(search.who), cursor: isCursor ? cursor : undefined };
}

/** The group's page with its people as they are asked for. */
export const membersHref = (slug: string, id: string, { who, cursor }: Partial<MembersSearch>): Route =>
  accessHref(
    slug,
    { view: 'group', id },
    { ...(who ? { who } : {}), ...(cursor ? { cursor } : {}) },
    'people',
  );
