import 'server-only';
import { z } from 'zod';
import type { Person } from '#lib/domain/rbac/directory';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import type { DirectoryStamp } from './directory-stamp';
import { askPrepared } from './prepared';

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

const stampRow = z.object({ rules: z.number(), people: z.number() });
const stampedRow = z.union([
  personRow.extend({ ...stampRow.shape, number: z.number(), isImported: z.boolean() }),
  stampRow.extend({ number: z.null() }),
]);

/** A person as rows refer to them, and whether an import brought them. */
export type NumberedPerson = Person & { number: number; isImported: boolean };

/** A person together with how often the directory was written, in one statement and so of one moment. */
export async function findStampedPerson(
  db: Db,
  { workspaceId, id }: Here & { id: string },
): Promise<{ stamp: DirectoryStamp; person: NumberedPerson | null }> {
  const rows = await askPrepared(
    db,
    'stamped-person',
    Prisma.sql`
    select coalesce(s."rules", 0) as "rules", coalesce(s."people", 0) as "people", p."number", p."id", p."name",
      p."email", p."isActive", p."isImported", p."version"
    from (select ${workspaceId}::uuid as id) w
    left join "DirectoryStamp" s on s."workspaceId" = w.id
    left join "Person" p on p."workspaceId" = w.id and p."id" = ${id}`,
  );
  const [{ rules, people, ...person }] = z.tuple([stampedRow]).parse(rows);
  return { stamp: { rules, people }, person: person.number === null ? null : person };
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

/** Stores many new people at once, as an import brings them. */
export async function appendPeople(
  db: Db,
  { workspaceId, people }: Here & { people: readonly Person[] },
): Promise<void> {
  await db.$executeRaw`
    insert into "Person" ("workspaceId", "id", "name", "email", "isActive", "isImported", "version")
    select ${workspaceId}::uuid, p."id", p."name", p."email", p."isActive", true, p."version"
    from unnest(
      ${people.map(({ id }) => id)}::text[], ${people.map(({ name }) => name)}::text[],
      ${people.map(({ email }) => email)}::text[], ${people.map(({ isActive }) => isActive)}::boolean[],
      ${people.map(({ version }) => version)}::int[]
    ) p("id", "name", "email", "isActive", "version")`;
}

/** Puts many people into groups at once, as an import does; pairs of what there is not are passed over. */
export async function appendMemberships(
  db: Db,
  { workspaceId, pairs }: Here & { pairs: readonly { groupId: string; personId: string }[] },
): Promise<void> {
  await db.$executeRaw`
    insert into "GroupMember" ("workspaceId", "groupNumber", "personNumber", "isImported")
    select g."workspaceId", g."number", p."number", true
    from unnest(
      ${pairs.map(({ groupId }) => groupId)}::text[], ${pairs.map(({ personId }) => personId)}::text[]
    ) pair("groupId", "personId")
    join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = pair."groupId"
    join "Person" p on p."workspaceId" = ${workspaceId}::uuid and p."id" = pair."personId"`;
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

const addressRow = z.object({ name: z.string(), email: z.string() });

/** Names and e-mail addresses of people of given numbers, by name. */
export async function listAddresses(
  db: Db,
  { workspaceId, numbers }: Here & { numbers: readonly number[] },
): Promise<z.output<typeof addressRow>[]> {
  const rows: unknown = await db.$queryRaw`
    select "name", "email" from "Person"
    where "workspaceId" = ${workspaceId}::uuid and "number" = any(${[...numbers]}::int[])
    order by "name", "id"`;
  return z.array(addressRow).parse(rows);
}
