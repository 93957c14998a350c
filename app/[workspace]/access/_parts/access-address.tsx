import type { Route } from 'next';
import { accessPath } from './access-places';

type Search = Record<string, string | string[] | undefined>;

/** What the address of the page shows of roles, groups and people. */
export type AccessPlace =
  | { view: 'roles' | 'groups' | 'people' | 'defaults' | 'suggested' }
  | { view: 'role' | 'group' | 'person'; id: string };

const views = ['roles', 'groups', 'people', 'defaults', 'suggested'] as const;

/** One value of the address; of several the first. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Every value of the address under one name. */
export const allOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

/** What `search` shows; words nobody knows show the roles. */
export function placeOf(search: Search): AccessPlace {
  for (const view of ['role', 'group', 'person'] as const) {
    const id = oneOf(search[view]);
    if (id) return { view, id };
  }
  return { view: views.find((one) => one === oneOf(search.view)) ?? 'roles' };
}

/** Where the tabs of the step's panel stand. */
// safe because the parts are a slug and a route of this app
export const panelHref = (slug: string): Route => `/${slug}/rollout/roles#access-view` as Route;

/** The address of the page at `place`; `more` are further values of the query. */
export function accessHref(slug: string, place: AccessPlace, more: Record<string, string> = {}): Route {
  if (place.view === 'people') return accessPath(slug, 'people', { search: more });
  if (place.view === 'person') return accessPath(slug, 'people', { rest: [place.id], search: more });
  const where = 'id' in place ? { [place.view]: place.id } : { view: place.view };
  const search = new URLSearchParams({ ...where, ...more });
  // safe because the parts are a slug and an encoded query of a route of this app
  return `/${slug}/rollout/roles?${search.toString()}#access-view` as Route;
}
