import type { Route } from 'next';
import { accessPath } from '#access/access-places';
import { oneOf } from '#access/access-address';
import type { Expectation } from '#lib/domain/rbac/expectations/expectation';
import type { Said } from './expectation-form';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Where an expectation stands on its page. */
export const expectationAnchor = (id: string): string => `expectation-${id}`;

/** The address of an expectation, to be read. */
export const expectationHref = (slug: string, id: string): Route =>
  // safe because what is added is the name of a place on that page
  `${accessPath(slug, 'expectations')}#${encodeURIComponent(expectationAnchor(id))}` as Route;

/** What the address fills in of a new expectation: what a suggestion says. */
export const saidIn = (search: Search): Said => ({
  kind: oneOf(search.kind) ?? 'nobody',
  group: oneOf(search.group) ?? '',
  permission: oneOf(search.permission) ?? '',
  people: oneOf(search.people) ?? '',
});

/** The list of exactly the people who break an expectation. */
export function breakersHref(slug: string, { kind, group, permission }: Expectation): Route {
  const within = group === null ? {} : kind === 'only' ? { notIn: group } : { group };
  const search = kind === 'everyone' ? { ...within, without: permission } : { ...within, permission };
  return accessPath(slug, 'people', { search });
}
