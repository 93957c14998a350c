import 'server-only';
import { z } from 'zod';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { groupSources } from '#lib/domain/rbac/directory';
import type { Db } from './db';

type Here = { workspaceId: string };

const summaryRow = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(groupSources),
  version: z.number(),
  rolesVersion: z.number(),
  roleIds: z.array(z.string()),
  people: z.number(),
});

/**
 * The groups of `ids` by id, each with its roles and the number of active people in it. One statement that looks at
 * these alone, because whoever changes a few groups must not wait for thousands of others; and at all of them
 * together, because what a draft has just put into thousands of groups is in no statistics yet.
 */
export async function listGroupSummaries(
  db: Db,
  { workspaceId, ids }: Here & { ids: readonly string[] },
): Promise<Map<string, GroupSummary>> {
  if (ids.length === 0) return new Map();
  const rows: unknown = await db.$queryRaw`
    with chosen as materialized (
      select "number", "id", "name", "source", "version", "rolesVersion" from "Group"
      where "workspaceId" = ${workspaceId}::uuid and "id" = any(${[...ids]}::text[])
    ),
    given as (
      select gr."groupNumber" as "number", array_agg(r."id") as "ids"
      from "GroupRole" gr join "CustomRole" r on r."number" = gr."roleNumber"
      where gr."groupNumber" = any(array(select "number" from chosen)) group by 1
    ),
    members as (
      select m."groupNumber" as "number", count(*)::int as "people"
      from "GroupMember" m join "Person" p on p."number" = m."personNumber" and p."isActive"
      where m."groupNumber" = any(array(select "number" from chosen)) group by 1
    )
    select c."id", c."name", c."source", c."version", c."rolesVersion",
      coalesce(g."ids", '{}') as "roleIds", coalesce(m."people", 0) as "people"
    from chosen c
    left join given g on g."number" = c."number"
    left join members m on m."number" = c."number"`;
  const groups = z.array(summaryRow).parse(rows);
  return new Map(groups.map((group) => [group.id, { ...group, roleIds: group.roleIds.sort() }]));
}

/** A group with its roles and the number of active people in it; null where there is none of this id. */
export async function findGroup(
  db: Db,
  { workspaceId, id }: Here & { id: string },
): Promise<GroupSummary | null> {
  return (await listGroupSummaries(db, { workspaceId, ids: [id] })).get(id) ?? null;
}
