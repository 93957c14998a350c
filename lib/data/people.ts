import 'server-only';
import { z } from 'zod';
import type { Person } from '#lib/domain/rbac/directory';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };

const personRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  version: z.number(),
});

/** One of the customer's people; null where there is none of this id. */
export async function findPerson(db: Db, { workspaceId, id }: Here & { id: string }): Promise<Person | null> {
  const row = await db.person.findUnique({ where: { id, workspaceId } });
  return row ? personRow.parse(row) : null;
}

/** Id of whoever has an e-mail address; null where nobody does. Addresses are lower case. */
export async function findPersonIdByEmail(
  db: Db,
  { workspaceId, email }: Here & { email: string },
): Promise<string | null> {
  const row = await db.person.findUnique({ where: { workspaceId_email: { workspaceId, email } } });
  return row?.id ?? null;
}

/** Stores a person, new or changed. */
export async function savePerson(db: Db, { workspaceId, id, ...rest }: Person & Here): Promise<void> {
  await db.person.upsert({ where: { id, workspaceId }, create: { id, workspaceId, ...rest }, update: rest });
}

/** Removes a person with all memberships. */
export async function removePerson(db: Db, { workspaceId, id }: Here & { id: string }): Promise<void> {
  await db.person.deleteMany({ where: { workspaceId, id } });
}

/** Ids of the groups a person is in. */
export async function listGroupIdsOf(
  db: Db,
  { workspaceId, personId }: Here & { personId: string },
): Promise<string[]> {
  const rows = await db.groupMember.findMany({
    where: { workspaceId, personId },
    orderBy: { groupId: 'asc' },
  });
  return rows.map(({ groupId }) => groupId);
}

/** Which people to list; what is null does not narrow. */
export type PeopleFilter = {
  /** Any part of name or e-mail address. */
  search: string | null;
  /** In this group. */
  groupId: string | null;
  /** Not in this group. */
  outsideGroupId: string | null;
  /** Active, and without a workspace default because of a custom role. */
  losing: boolean;
};

const pattern = (search: string) => `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

// Asked of each distinct set of roles once, rather than of each person.
const losing = (workspaceId: string) => Prisma.sql`p."isActive" and p."id" in (
  with sets as (
    select gm."personId", array_agg(distinct gr."roleId" order by gr."roleId") as "roles"
    from "GroupRole" gr join "GroupMember" gm on gm."groupId" = gr."groupId"
    where gr."workspaceId" = ${workspaceId}::uuid group by gm."personId"
  ),
  lost as materialized (
    select one."roles" from (select distinct "roles" from sets) one where exists (
      select from "WorkspaceDefaults" d, jsonb_array_elements_text(d."permissions") wanted
      where d."workspaceId" = ${workspaceId}::uuid and not exists (
        select from "CustomRole" r where r."id" = any(one."roles") and r."permissions" ? wanted
      )
    )
  )
  select "personId" from sets join lost using ("roles")
)`;

const isIn = (groupId: string) => Prisma.sql`exists (
  select from "GroupMember" m where m."groupId" = ${groupId}::uuid and m."personId" = p."id")`;

function conditions({ workspaceId, search, groupId, ...rest }: Here & PeopleFilter): Prisma.Sql {
  const all = [Prisma.sql`p."workspaceId" = ${workspaceId}::uuid`];
  if (search !== null) {
    const like = pattern(search);
    all.push(Prisma.sql`(p."name" ilike ${like} or p."email" ilike ${like})`);
  }
  if (groupId !== null) all.push(isIn(groupId));
  if (rest.outsideGroupId !== null) all.push(Prisma.sql`not ${isIn(rest.outsideGroupId)}`);
  if (rest.losing) all.push(losing(workspaceId));
  return Prisma.join(all, ' and ');
}

/** Where a page of people goes on: behind this name and id. */
export type PeoplePlace = { name: string; id: string };

const listedRow = personRow.extend({ groupIds: z.array(z.string()) });

/** A person with the groups they are in. */
export type ListedPerson = z.output<typeof listedRow>;

/** People by name, at most `limit` behind `after`, with the ids of their groups. */
export async function listPeople(
  db: Db,
  { after, limit, ...filter }: Here & PeopleFilter & { after: PeoplePlace | null; limit: number },
): Promise<ListedPerson[]> {
  const behind = after
    ? Prisma.sql`and (p."name", p."id") > (${after.name}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows: unknown = await db.$queryRaw`
    select p."id", p."name", p."email", p."isActive", p."version",
      array(select m."groupId" from "GroupMember" m where m."personId" = p."id" order by 1) as "groupIds"
    from "Person" p where ${conditions(filter)} ${behind}
    order by p."name", p."id" limit ${limit}`;
  return z.array(listedRow).parse(rows);
}

/** How many people `listPeople` would list without an end. */
export async function countPeople(db: Db, filter: Here & PeopleFilter): Promise<number> {
  const rows: unknown = await db.$queryRaw`
    select count(*)::int as "count" from "Person" p where ${conditions(filter)}`;
  const [{ count }] = z.tuple([z.object({ count: z.number() })]).parse(rows);
  return count;
}
