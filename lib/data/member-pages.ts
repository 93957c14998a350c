import 'server-only';
import { z } from 'zod';
import { appRoles } from '#lib/domain/authorization/can';
import type { Db } from './db';

const row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  appRole: z.enum(appRoles),
  endsAt: z.date().nullable(),
  deactivatedAt: z.date().nullable(),
  version: z.int(),
  /** Last use of any session of the account, and of one that is living. */
  lastSeenAt: z.date().nullable(),
  livingUsedAt: z.date().nullable(),
  /** Place among all that were asked for, from 1, and how many those are. */
  place: z.coerce.number(),
  total: z.coerce.number(),
  /** The member after whom the page before begins; null where that page is the first. */
  pageBefore: z.string().nullable(),
});

/** A member as a page of the list shows it. */
export type ListedMember = z.infer<typeof row>;

type Wanted = {
  workspaceId: string;
  /** Part of a name or an address, in any case; empty for everybody. */
  search: string;
  /** The page begins after this member. */
  after: string | null;
  limit: number;
  now: Date;
};

/**
 * A page of the members: by name in the order of the reader's alphabet, the deactivated after all others.
 *
 * The page hangs on a member, not on a number, so that one who joins meanwhile moves nobody to another page.
 */
export async function listMemberPage(
  db: Db,
  { workspaceId, search, after, limit, now }: Wanted,
): Promise<ListedMember[]> {
  const rows = await db.$queryRaw`
    with listed as (
      select m.*, a."name", a."email",
        row_number() over ordered as "place", count(*) over () as "total",
        lag(m."id", ${limit + 1}::int) over ordered as "pageBefore"
      from "Member" m join "Account" a on a."id" = m."accountId"
      where m."workspaceId" = ${workspaceId}::uuid
        and (strpos(lower(a."name"), lower(${search})) > 0 or strpos(lower(a."email"), lower(${search})) > 0)
      window ordered as (order by m."deactivatedAt" is not null, a."name" collate "und-x-icu", m."id")
    )
    select l."id"::text, l."name", l."email", l."appRole", l."endsAt", l."deactivatedAt", l."version",
      l."place", l."total", l."pageBefore"::text,
      (select max(s."lastUsedAt") from "Session" s where s."accountId" = l."accountId") as "lastSeenAt",
      (select max(s."lastUsedAt") from "Session" s where s."accountId" = l."accountId"
        and s."revokedAt" is null and s."expiresAt" > ${now}) as "livingUsedAt"
    from listed l
    where l."place" > coalesce((select c."place" from listed c where c."id" = ${after}::uuid), 0)
    order by l."place"
    limit ${limit}`;
  return z.array(row).parse(rows);
}
