import type { Route } from 'next';
import { accessHref } from '#access/access-address';
import { accessPath } from '#access/access-places';
import { expectationHref } from '#access/expectations/expectation-address';
import type { FixPlace } from '#lib/domain/rbac/findings/finding';

/** The page that mends a finding. */
export function fixHref(slug: string, at: FixPlace): Route {
  switch (at.kind) {
    case 'role':
      return accessHref(slug, { view: 'role', id: at.id });
    case 'group':
      return accessHref(slug, { view: 'group', id: at.id });
    case 'role-keeping-defaults':
      return accessHref(slug, { view: 'role', id: at.id }, { grant: 'lost' });
    case 'losing':
      return accessHref(slug, { view: 'people' }, { losing: 'true' });
    case 'toggle':
      // safe because the parts are a slug, words of this app and an encoded key
      return `/${slug}/rollout/toggles?toggle=${encodeURIComponent(at.key)}` as Route;
    case 'expectation':
      return expectationHref(slug, at.id);
    default:
      return at satisfies never;
  }
}

/** The list from a place on, with one finding's form open where `finding` names it. */
export function findingsHref(slug: string, from: number, finding?: string): Route {
  const search = { ...(from > 0 ? { from: String(from) } : {}), ...(finding ? { finding } : {}) };
  return accessPath(slug, 'findings', { search });
}
