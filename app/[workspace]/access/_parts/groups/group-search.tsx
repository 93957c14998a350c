import { oneOf } from '#access/access-address';
import { searchedText } from '#access/people-search';
import type { ViewProps } from '#access/view-props';
import { groupSources } from '#lib/domain/rbac/directory';
import type { GroupFilter, GroupPlace } from '#lib/domain/rbac/group-pages';

/** In the address: groups without any role. */
export const noRole = 'without';

/** What the address asks of the list of groups; what makes no sense is passed over. */
export function groupSearch(search: ViewProps['search'], { roles }: Pick<ViewProps['access'], 'roles'>) {
  const text = searchedText(search.search);
  const source = groupSources.find((one) => one === oneOf(search.source));
  const people = (['some', 'none'] as const).find((one) => one === oneOf(search.people));
  const asked = oneOf(search.role);
  const role = asked === noRole || roles.some(({ id }) => id === asked) ? asked : undefined;
  const kept: Record<string, string> = {
    ...(text ? { search: text } : {}),
    ...(source ? { source } : {}),
    ...(role ? { role } : {}),
    ...(people ? { people } : {}),
  };
  const filter: GroupFilter = { search: text, source, people, role: role === noRole ? '' : role };
  return { kept, filter, place: placeOf(search) };
}

function placeOf({ after, from }: ViewProps['search']): GroupPlace | null {
  const row = Number(oneOf(from) ?? 0);
  return Number.isInteger(row) && row > 0 ? { after: oneOf(after) ?? '', row } : null;
}
