import 'server-only';
import { z } from 'zod';
import { visibilities, type CloudEnvironment } from '#lib/domain/environments/environment';
import { maxSharedNames, noEnvironments } from '#lib/domain/environments/environment-facts';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

const environmentRow = z
  .object({
    id: z.string(),
    name: z.string(),
    repository: z.string(),
    visibility: z.enum(visibilities),
    collaborators: z.array(z.string()),
    ownerName: z.string(),
    version: z.number(),
  })
  .transform(({ ownerName: owner, ...row }): CloudEnvironment => ({ ...row, owner }));

const factsRow = z.object({
  total: z.number(),
  digest: z.string(),
  shared: z.number(),
  sharedNames: z.array(z.object({ name: z.string(), repository: z.string() })),
});

const byName = Prisma.sql`lower("name") collate "C", "name" collate "C"`;

/** Sums and a digest of the environments, and the first few names that everybody in the workspace sees. */
export const environmentsPart = onePart(
  Prisma.sql`
    select count(*) as "total", count(*) filter (where "visibility" = 'workspace') as "shared",
      case when count(*) = 0 then ${noEnvironments.digest} else encode(sha256(convert_to(
        string_agg(concat_ws(chr(9), "name", "repository", "visibility", (
            select coalesce(string_agg(c.value, ' ' order by c.ordinality), '')
            from jsonb_array_elements_text("collaborators") with ordinality c), "ownerName"),
          chr(10) order by ${byName}), 'UTF8')), 'hex') end as "digest",
      (select coalesce(json_agg(s), '[]') from (
        select "name", "repository" from "CloudEnvironment" where "workspaceId" = w.id and "visibility" = 'workspace'
        order by ${byName} limit ${maxSharedNames}) s) as "sharedNames"
    from "CloudEnvironment" where "workspaceId" = w.id`,
  factsRow,
);

/** Every environment of a workspace, by name. */
export async function listEnvironments(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<CloudEnvironment[]> {
  const rows: unknown = await db.$queryRaw`
    select * from "CloudEnvironment" where "workspaceId" = ${workspaceId}::uuid order by ${byName}`;
  return z.array(environmentRow).parse(rows);
}

/** Stores an environment. */
export async function saveEnvironment(
  db: Db,
  {
    id,
    collaborators,
    owner: ownerName,
    ...rest
  }: CloudEnvironment & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  const row = { ...rest, ownerName, collaborators: [...collaborators] };
  await db.cloudEnvironment.upsert({ where: { id }, create: { id, ...row }, update: row });
}

/** Removes an environment. */
export async function deleteEnvironment(
  db: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  await db.cloudEnvironment.deleteMany({ where: { workspaceId, id } });
}
