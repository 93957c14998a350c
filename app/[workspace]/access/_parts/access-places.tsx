import type { Route } from 'next';

/** The pages of Step 2's tool, in the order of their tabs. */
export const accessPlaces = {
  people: 'People',
  groups: 'Groups',
  roles: 'Roles',
  profiles: 'Access profiles',
  who: 'Who can',
  'what-if': 'What if',
  expectations: 'Expectations',
  findings: 'Findings',
  worklist: 'Console worklist',
  import: 'Import',
} as const;

export type AccessPlaceName = keyof typeof accessPlaces;

/** The address of a page about access; `rest` are further parts of the path, `search` values of the query. */
export function accessPath(
  slug: string,
  place: AccessPlaceName,
  { rest = [], search = {} }: { rest?: readonly string[]; search?: Readonly<Record<string, string>> } = {},
): Route {
  const path = ['', slug, 'access', place, ...rest.map(encodeURIComponent)].join('/');
  const query = new URLSearchParams(search).toString();
  // safe because the parts are a slug, a word of this file, and encoded texts
  return (query === '' ? path : `${path}?${query}`) as Route;
}
