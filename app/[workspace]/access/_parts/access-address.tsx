import type { Route } from 'next';
import { accessPath, type AccessPlaceName } from './access-places';

/** What a page about access shows of roles, groups and people. */
export type AccessPlace =
  | { view: 'roles' | 'groups' | 'people' | 'defaults' | 'suggested' }
  | { view: 'role' | 'group' | 'person'; id: string };

/** One value of the address; of several the first. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Every value of the address under one name. */
export const allOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

const ofOne: Readonly<Record<'role' | 'group' | 'person', AccessPlaceName>> = {
  role: 'roles',
  group: 'groups',
  person: 'people',
};

// Beside the lists, because below them an id of the customer's could read the same.
const ownPaths = { defaults: 'defaults', suggested: 'suggested-groups' } as const;

/** The address of the page at `place`; `search` are values of the query, `anchor` the part of the page to show. */
export function accessHref(
  slug: string,
  place: AccessPlace,
  search: Record<string, string> = {},
  anchor?: string,
): Route {
  const href = hrefOf(slug, place, search);
  // safe because what stands behind the sign is a word of this app
  return anchor ? (`${href}#${anchor}` as Route) : href;
}

function hrefOf(slug: string, place: AccessPlace, search: Record<string, string>): Route {
  if ('id' in place) return accessPath(slug, ofOne[place.view], { rest: [place.id], search });
  if (place.view !== 'defaults' && place.view !== 'suggested')
    return accessPath(slug, place.view, { search });
  const query = new URLSearchParams(search).toString();
  const path = `/${slug}/access/${ownPaths[place.view]}`;
  // safe because the parts are a slug, a word of this file, and an encoded query
  return (query === '' ? path : `${path}?${query}`) as Route;
}
