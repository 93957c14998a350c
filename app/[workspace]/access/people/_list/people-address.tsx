import type { Route } from 'next';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { peopleFilter } from '#lib/domain/rbac/people-filter';
import { peopleCursor } from '#lib/domain/rbac/people-pages';
import { oneOf } from '#access/access-address';
import { accessPath } from '#access/access-places';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Which people the address asks for; what makes no sense is passed over. */
export type PeopleAddress = {
  slug: string;
  /** What narrows the list, as it stands in the address. */
  kept: Readonly<Record<string, string>>;
  cursor: string | undefined;
};

// safe because an entry's key is one
const names = Object.keys(peopleFilter) as (keyof typeof peopleFilter)[];

const longest = 200;

/** What the address says, a group also by its name. */
export function readPeopleAddress(slug: string, search: Search, { groups }: AccessFacts): PeopleAddress {
  const said = names.flatMap((name): [string, string][] => {
    const text = oneOf(search[name])?.trim().slice(0, longest) ?? '';
    return text !== '' && text !== 'false' && peopleFilter[name].safeParse(text).success
      ? [[name, text]]
      : [];
  });
  const active = oneOf(search.active) === 'false' ? { active: 'false' } : {};
  const kept: Record<string, string> = { ...Object.fromEntries(said), ...active };
  if (kept.group) kept.group = groupId(kept.group, groups);
  if (!kept.permission) delete kept.level;
  const cursor = oneOf(search.cursor);
  const isCursor = cursor !== undefined && peopleCursor.safeParse(cursor).success;
  return { slug, kept, cursor: isCursor ? cursor : undefined };
}

const groupId = (text: string, groups: AccessFacts['groups']): string => {
  const isCalled = (name: string) => name.toLowerCase() === text.toLowerCase();
  const found = groups.find(({ id }) => id === text) ?? groups.find(({ name }) => isCalled(name));
  return found?.id ?? text;
};

/** The address of the list, as `kept` narrows it. */
export const peopleHref = (slug: string, kept: PeopleAddress['kept'], cursor?: string): Route =>
  accessPath(slug, 'people', { search: cursor ? { ...kept, cursor } : kept });

/** Where the list is to be had as a file. */
export const peopleFileHref = ({ slug, kept }: PeopleAddress): string =>
  `/api/v1/workspaces/${slug}/access/people.csv?${new URLSearchParams(kept).toString()}`;
