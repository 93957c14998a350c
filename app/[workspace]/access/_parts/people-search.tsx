import { peopleCursor } from '#lib/domain/rbac/people-pages';
import { searchText } from '#lib/domain/text';
import { oneOf } from './access-address';

const longest = 200;
const searched = searchText({ max: longest }).catch('');

/** What one value of the address searches for, cut to what a search takes; empty for what makes no sense. */
export const searchedText = (value: string | string[] | undefined): string =>
  searched.parse(oneOf(value)?.slice(0, longest) ?? '');

/** What the address asks of the list of people; what makes no sense is passed over. */
export function peopleSearch(search: Record<string, string | string[] | undefined>) {
  const text = searchedText(search.search);
  const group = oneOf(search.group);
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
