import 'server-only';
import { z } from 'zod';
import type { PeoplePlace } from '#lib/domain/rbac/people-pages';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { integersOf } from './population';

type Here = { workspaceId: string };

const listedRow = z.object({
  number: z.number(),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  isImported: z.boolean(),
  version: z.number(),
});

/** A person as lists show them. */
export type ListedPerson = z.output<typeof listedRow>;

const columns = Prisma.sql`
  p."number", p."id", p."name", p."email", p."isActive", p."isImported", p."version"`;

/** The people of some numbers, in no order; numbers of nobody here are passed over. */
export async function listByNumber(
  db: Db,
  { workspaceId, numbers }: Here & { numbers: readonly number[] },
): Promise<ListedPerson[]> {
  if (numbers.length === 0) return [];
  const rows: unknown = await db.$queryRaw`
    select ${columns} from "Person" p
    where p."number" = any(${[...numbers]}::int[]) and p."workspaceId" = ${workspaceId}::uuid`;
  return z.array(listedRow).parse(rows);
}

const behind = (after: PeoplePlace | null) =>
  after ? Prisma.sql`and (p."name", p."id") > (${after.name}, ${after.id})` : Prisma.empty;

/** The number of the first person behind a place, by name; null where there is nobody. */
export async function findNumberBehind(
  db: Db,
  { workspaceId, after }: Here & { after: PeoplePlace },
): Promise<number | null> {
  const rows: unknown = await db.$queryRaw`
    select p."number" from "Person" p where p."workspaceId" = ${workspaceId}::uuid ${behind(after)}
    order by p."name", p."id" limit 1`;
  return z.array(z.object({ number: z.number() })).parse(rows)[0]?.number ?? null;
}

const pattern = (search: string) => `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Answered by the trigram index `Person_search_idx`, which is over this very expression. */
const found = ({ workspaceId, search }: Here & { search: string }) => Prisma.sql`
  p."workspaceId" = ${workspaceId}::uuid and (p."name" || ' ' || p."email") ilike ${pattern(search)}`;

/** Numbers of people whose name or e-mail address holds `search`, at most `limit`, in no order. */
export async function searchNumbers(
  db: Db,
  { limit, ...searched }: Here & { search: string; limit: number },
): Promise<number[]> {
  const rows: unknown = await db.$queryRaw`
    select p."number" from "Person" p where ${found(searched)} limit ${limit}`;
  return z
    .array(z.object({ number: z.number() }))
    .parse(rows)
    .map(({ number }) => number);
}

/** People whose name or e-mail address holds `search`, by name, at most `limit` behind `after`. */
export async function searchPeople(
  db: Db,
  { after, limit, ...searched }: Here & { search: string; after: PeoplePlace | null; limit: number },
): Promise<ListedPerson[]> {
  const rows: unknown = await db.$queryRaw`
    select ${columns} from "Person" p where ${found(searched)} ${behind(after)}
    order by p."name", p."id" limit ${limit}`;
  return z.array(listedRow).parse(rows);
}

const numbersRow = z.object({ numbers: z.instanceof(Uint8Array).nullable() });

async function numbersWhere(db: Db, condition: Prisma.Sql): Promise<Int32Array> {
  const rows: unknown = await db.$queryRaw`
    select string_agg(int4send(p."number"), '') as "numbers" from "Person" p where ${condition}`;
  return integersOf(z.tuple([numbersRow]).parse(rows)[0].numbers);
}

/** Numbers of all people whose name or e-mail address holds `search`, however many. */
export const searchAllNumbers = (db: Db, searched: Here & { search: string }): Promise<Int32Array> =>
  numbersWhere(db, found(searched));

/** Numbers of the people whom an import brought. */
export const listImportedNumbers = (db: Db, { workspaceId }: Here): Promise<Int32Array> =>
  numbersWhere(db, Prisma.sql`p."workspaceId" = ${workspaceId}::uuid and p."isImported"`);
