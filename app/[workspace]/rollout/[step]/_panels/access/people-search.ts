import { isId, peopleCursor } from '#lib/domain/rbac/people-pages';
import { oneOf } from './access-address';

/** What the address asks of the list of people; what makes no sense is passed over. */
export function peopleSearch(search: Record<string, string | string[] | undefined>) {
  const text = oneOf(search.search)?.trim().slice(0, 200) ?? '';
  const asked = oneOf(search.group);
  const group = isId(asked) ? asked : undefined;
  const cursor = oneOf(search.cursor);
  const kept: PeopleQuery = {
    ...(text ? { search: text } : {}),
    ...(group ? { group } : {}),
    ...(oneOf(search.losing) === 'true' ? { losing: 'true' } : {}),
  };
  const isCursor = cursor !== undefined && peopleCursor.safeParse(cursor).success;
  return { kept, query: { ...kept, ...(isCursor ? { cursor } : {}) } };
}

type PeopleQuery = { search?: string; group?: string; losing?: 'true'; cursor?: string };
