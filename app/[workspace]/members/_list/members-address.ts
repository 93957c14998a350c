import type { Route } from 'next';

/** What the address of the members' page says: a search, a page of the list, the member that is open. */
export type MembersAddress = { slug: string; q: string; cursor?: string | undefined };

/** The address of the members' page, with what is given. */
export function membersHref({ slug, q, cursor }: MembersAddress, member?: string): Route {
  const query = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
    ...(member ? { member } : {}),
  }).toString();
  // safe because a slug is lower-case words and hyphens, and the rest is a query
  return `/${slug}/members${query ? `?${query}` : ''}` as Route;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

/** What an address's query asks for, and the member that is open. */
export function readMembersAddress(
  slug: string,
  { q, cursor, member }: Record<string, string | string[] | undefined>,
): MembersAddress & { member: string | undefined } {
  return { slug, q: one(q)?.trim() ?? '', cursor: one(cursor), member: one(member) };
}
