import type { Route } from 'next';
import { permissions as catalog } from '#lib/catalog/permissions';
import { peopleCursor } from '#lib/domain/rbac/people-pages';
import { oneOf } from '#access/access-address';
import { accessPath } from '#access/access-places';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Which permission the address asks about; what makes no sense is passed over. */
export type WhoAddress = {
  slug: string;
  permission: string | undefined;
  level: number;
  cursor: string | undefined;
};

/** What the levels of a permission are called, the least first; none where it is only on or off. */
export const levelsOf = (permission: string | undefined): readonly string[] =>
  Object.entries(catalog).find(([key]) => key === permission)?.[1].levels ?? [];

export function readWhoAddress(slug: string, search: Search): WhoAddress {
  const [asked = '', cursor] = [oneOf(search.permission), oneOf(search.cursor)];
  const permission = Object.hasOwn(catalog, asked) ? asked : undefined;
  const level = Number(oneOf(search.level));
  const isLevel = Number.isInteger(level) && level > 1 && level <= levelsOf(permission).length;
  const isCursor = cursor !== undefined && peopleCursor.safeParse(cursor).success;
  return { slug, permission, level: isLevel ? level : 1, cursor: isCursor ? cursor : undefined };
}

const asked = ({ permission = '', level }: WhoAddress): Record<string, string> =>
  level > 1 ? { permission, level: String(level) } : { permission };

/** The address of the answer, or of a further page of it. */
export const whoHref = (address: WhoAddress, cursor?: string): Route =>
  accessPath(address.slug, 'who', { search: cursor ? { ...asked(address), cursor } : asked(address) });

/** Where the whole answer is to be had as a file. */
export const whoFileHref = (address: WhoAddress): string =>
  `/api/v1/workspaces/${address.slug}/access/who.csv?${new URLSearchParams(asked(address)).toString()}`;
