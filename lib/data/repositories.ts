import 'server-only';
import { z } from 'zod';
import {
  codeReviewStates,
  connectorStates,
  repositoryKey,
  type Repository,
} from '#lib/domain/repositories/repository';
import type { RepositoryFilter } from '#lib/domain/repositories/repository-filter';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

type Stamp = { workspaceId: string; changedAt: Date; changedBy: string };

const repositoryRow = z.object({
  id: z.string(),
  name: z.string(),
  connector: z.enum(connectorStates),
  codeReview: z.enum(codeReviewStates),
  version: z.number(),
});

const factsRow = z.object({
  total: z.number(),
  allowed: z.number(),
  uncovered: z.number(),
  reviewed: z.number(),
  automatic: z.number(),
  connectorDigest: z.string(),
  codeReviewDigest: z.string(),
});

const isUncovered = Prisma.sql`"connector" = 'allowed' and not exists (
  select from "CloudEnvironment" e
  where e."workspaceId" = r."workspaceId" and lower(e."repository") = lower(r."name"))`;

const byName = Prisma.sql`lower(r."name") collate "C"`;

/** SHA-256 in hex of the names with one of their states, a line for each; empty for an empty list. */
const digestOf = (state: Prisma.Sql) => Prisma.sql`
  case when count(*) = 0 then '' else encode(sha256(convert_to(
    string_agg(r."name" || chr(9) || ${state}, chr(10) order by ${byName}), 'UTF8')), 'hex') end`;

/** Sums and digests of the list of repositories. */
export const repositoriesPart = onePart(
  Prisma.sql`
    select count(*) as "total",
      count(*) filter (where "connector" = 'allowed') as "allowed",
      count(*) filter (where ${isUncovered}) as "uncovered",
      count(*) filter (where "connector" = 'allowed' and "codeReview" <> 'off') as "reviewed",
      count(*) filter (where "connector" = 'allowed' and "codeReview" = 'automatic') as "automatic",
      ${digestOf(Prisma.sql`"connector"`)} as "connectorDigest",
      ${digestOf(Prisma.sql`"codeReview"`)} as "codeReviewDigest"
    from "Repository" r where "workspaceId" = w.id`,
  factsRow,
);

const conditions: Readonly<Record<Exclude<RepositoryFilter, 'all'>, Prisma.Sql>> = {
  allowed: Prisma.sql`"connector" = 'allowed'`,
  not_allowed: Prisma.sql`"connector" = 'not_allowed'`,
  no_environment: isUncovered,
  review_off: Prisma.sql`"connector" = 'allowed' and "codeReview" = 'off'`,
};

type Search = {
  workspaceId: string;
  filter: RepositoryFilter;
  /** Part of the name, whatever its case; empty for every name. */
  find: string;
};

/** A page of repositories by name, after the name `after` where there is one. */
export async function listRepositories(
  db: Db,
  { workspaceId, filter, find, after, limit }: Search & { after: string | null; limit: number },
): Promise<Repository[]> {
  const rows: unknown = await db.$queryRaw`
    select * from "Repository" r
    where "workspaceId" = ${workspaceId}::uuid ${searched(filter, find)}
      ${after === null ? Prisma.empty : Prisma.sql`and ${byName} > ${repositoryKey(after)}`}
    order by ${byName} limit ${limit}`;
  return z.array(repositoryRow).parse(rows);
}

/** How many repositories a search finds, and how many of them stand before the name `after`. */
export async function countRepositories(
  db: Db,
  { workspaceId, filter, find, after }: Search & { after: string | null },
): Promise<{ total: number; before: number }> {
  const rows: unknown = await db.$queryRaw`
    select count(*)::int as "total",
      (count(*) filter (where ${byName} <= ${repositoryKey(after ?? '')}))::int as "before"
    from "Repository" r where "workspaceId" = ${workspaceId}::uuid ${searched(filter, find)}`;
  const [counts] = z.tuple([z.object({ total: z.number(), before: z.number() })]).parse(rows);
  return counts;
}

function searched(filter: RepositoryFilter, find: string): Prisma.Sql {
  const state = filter === 'all' ? Prisma.empty : Prisma.sql`and (${conditions[filter]})`;
  const name =
    find === '' ? Prisma.empty : Prisma.sql`and strpos(lower(r."name"), ${find.toLowerCase()}) > 0`;
  return Prisma.sql`${state} ${name}`;
}

/** One repository by its id, or undefined. */
export async function findRepository(
  db: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<Repository | undefined> {
  const row = await db.repository.findFirst({ where: { workspaceId, id } });
  return row ? repositoryRow.parse(row) : undefined;
}

/** The repositories with one of `names`, whatever the case. */
export async function listRepositoriesNamed(
  db: Db,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<Repository[]> {
  const rows: unknown = await db.$queryRaw`
    select * from "Repository"
    where "workspaceId" = ${workspaceId}::uuid and lower("name") = any(${names.map(repositoryKey)})`;
  return z.array(repositoryRow).parse(rows);
}

/** Stores repositories, new and changed ones, in one statement. */
export async function saveRepositories(
  db: Db,
  { repositories, workspaceId, changedAt, changedBy }: Stamp & { repositories: readonly Repository[] },
): Promise<void> {
  await db.$executeRaw`
    insert into "Repository" ("id", "workspaceId", "name", "connector", "codeReview", "version", "changedAt", "changedBy")
    select n."id", ${workspaceId}::uuid, n."name", n."connector", n."codeReview", n."version",
      ${changedAt}::timestamptz, ${changedBy}
    from jsonb_to_recordset(${JSON.stringify(repositories)}::jsonb)
      as n("id" uuid, "name" text, "connector" text, "codeReview" text, "version" int)
    on conflict ("id") do update set "name" = excluded."name", "connector" = excluded."connector",
      "codeReview" = excluded."codeReview", "version" = excluded."version",
      "changedAt" = excluded."changedAt", "changedBy" = excluded."changedBy"`;
}

/** Removes a repository from the list. */
export async function deleteRepository(
  db: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  await db.repository.deleteMany({ where: { workspaceId, id } });
}
