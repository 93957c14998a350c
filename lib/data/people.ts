import 'server-only';
import { z } from 'zod';
import type { Person } from '#lib/domain/rbac/directory';
import type { PeoplePlace } from '#lib/domain/rbac/people-pages';
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
  const row = await db.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
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
  await db.person.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { id, workspaceId, ...rest },
    update: rest,
  });
}

/** Most rows of one statement: each has six values, and a statement takes 65,535. */
const rowsAtOnce = 5_000;

/** Stores many new people, as an import brings them. */
export async function appendPeople(
  db: Db,
  { workspaceId, people }: Here & { people: readonly Person[] },
): Promise<void> {
  for (let at = 0; at < people.length; at += rowsAtOnce) {
    const data = people
      .slice(at, at + rowsAtOnce)
      .map((person) => ({ ...person, workspaceId, isImported: true }));
    await db.person.createMany({ data });
  }
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
    where: { workspaceId, person: { id: personId } },
    select: { group: { select: { id: true } } },
  });
  return rows.map(({ group }) => group.id).sort();
}

/** Numbers of people by their ids; ids of nobody here are not in it. */
export async function listNumbers(
  db: Db,
  { workspaceId, ids }: Here & { ids: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await db.person.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Which people to list; what is null does not narrow. */
export type PeopleFilter = {
  /** Any part of name or e-mail address. */
  search: string | null;
  /** In this group. */
  groupId: string | null;
  /** Not in this group. */
  outsideGroupId: string | null;
  /** Numbers of the people to choose from. */
  numbers: readonly number[] | null;
};

const pattern = (search: string) => `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const isIn = (workspaceId: string, groupId: string) => Prisma.sql`exists (
  select from "GroupMember" m join "Group" g on g."number" = m."groupNumber"
  where g."workspaceId" = ${workspaceId}::uuid and g."id" = ${groupId} and m."personNumber" = p."number")`;

function conditions({ workspaceId, search, groupId, ...rest }: Here & PeopleFilter): Prisma.Sql {
  const all = [Prisma.sql`p."workspaceId" = ${workspaceId}::uuid`];
  if (search !== null) {
    const like = pattern(search);
    all.push(Prisma.sql`(p."name" || ' ' || p."email") ilike ${like}`);
  }
  if (groupId !== null) all.push(isIn(workspaceId, groupId));
  if (rest.outsideGroupId !== null) all.push(Prisma.sql`not ${isIn(workspaceId, rest.outsideGroupId)}`);
  if (rest.numbers !== null) all.push(Prisma.sql`p."number" = any(${[...rest.numbers]}::int[])`);
  return Prisma.join(all, ' and ');
}

const listedRow = personRow.extend({ groupIds: z.array(z.string()) });

/** A person with the groups they are in. */
export type ListedPerson = z.output<typeof listedRow>;

/** People by name, at most `limit` behind `after`, with the ids of their groups. */
export async function listPeople(
  db: Db,
  { after, limit, ...filter }: Here & PeopleFilter & { after: PeoplePlace | null; limit: number },
): Promise<ListedPerson[]> {
  const behind = after ? Prisma.sql`and (p."name", p."id") > (${after.name}, ${after.id})` : Prisma.empty;
  const rows: unknown = await db.$queryRaw`
    select p."id", p."name", p."email", p."isActive", p."version",
      array(
        select g."id" from "GroupMember" m join "Group" g on g."number" = m."groupNumber"
        where m."personNumber" = p."number" order by 1
      ) as "groupIds"
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
