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
 * these alone, because whoever changes a few groups must not wait for thousands of others.
 */
export async function listGroupSummaries(
  db: Db,
  { workspaceId, ids }: Here & { ids: readonly string[] },
): Promise<Map<string, GroupSummary>> {
  if (ids.length === 0) return new Map();
  const rows: unknown = await db.$queryRaw`
    select g."id", g."name", g."source", g."version", g."rolesVersion",
      array(
        select r."id" from "GroupRole" gr join "CustomRole" r on r."number" = gr."roleNumber"
        where gr."groupNumber" = g."number"
      ) as "roleIds",
      (
        select count(*)::int from "GroupMember" m join "Person" p on p."number" = m."personNumber"
        where m."groupNumber" = g."number" and p."isActive"
      ) as "people"
    from "Group" g
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = any(${[...ids]}::text[])`;
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
