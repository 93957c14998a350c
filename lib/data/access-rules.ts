import 'server-only';
import { z } from 'zod';
import { groupSources, noDefaults } from '#lib/domain/rbac/directory';
import { guideModel, resolutionModels } from '#lib/domain/rbac/resolution-model';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart, onePart } from './facts-part';

const grants = z.record(z.string(), z.union([z.boolean(), z.number()]));

/** Permissions of people without any custom role, as stored. */
export const defaultsRow = z.object({ permissions: grants, version: z.number() });

/** A custom role, as stored. */
export const roleRow = z.object({
  id: z.string(),
  name: z.string(),
  permissions: grants,
  version: z.number(),
});

/** The model of resolution, as stored. */
export const modelRow = z.object({ model: z.enum(resolutionModels), version: z.number() });

const groupRow = z.object({
  number: z.number(),
  id: z.string(),
  name: z.string(),
  source: z.enum(groupSources),
  version: z.number(),
  rolesVersion: z.number(),
  roleNumbers: z.array(z.number()),
});

const modelPart = onePart(
  Prisma.sql`select "model", "version" from "ResolutionModel" where "workspaceId" = w.id`,
  modelRow.nullable(),
);
const defaultsPart = onePart(
  Prisma.sql`select "permissions", "version" from "WorkspaceDefaults" where "workspaceId" = w.id`,
  defaultsRow.nullable(),
);
const rolesPart = listPart(
  Prisma.sql`
    select "number", "id", "name", "permissions", "version" from "CustomRole"
    where "workspaceId" = w.id order by lower("name"), "id"`,
  z.array(roleRow.extend({ number: z.number() })),
);
const groupsPart = listPart(
  Prisma.sql`
    select g."number", g."id", g."name", g."source", g."version", g."rolesVersion",
      coalesce(r."roleNumbers", '{}') as "roleNumbers"
    from "Group" g
    left join (
      select "groupNumber", array_agg("roleNumber" order by "roleNumber") as "roleNumbers"
      from "GroupRole" where "workspaceId" = w.id group by "groupNumber"
    ) r on r."groupNumber" = g."number"
    where g."workspaceId" = w.id order by lower(g."name"), g."id"`,
  z.array(groupRow),
);

const rulesRow = z.object({
  model: modelPart.row,
  defaults: defaultsPart.row,
  roles: rolesPart.row,
  groups: groupsPart.row,
});

/** What several roles resolve against, as stored: nothing here grows with people. */
export type StoredRules = z.output<typeof rulesRow> & {
  model: z.output<typeof modelRow>;
  defaults: z.output<typeof defaultsRow>;
};

/** The model, the defaults, every role and every group with its roles, in one statement; lists are by name. */
export async function findRules(db: Db, { workspaceId }: { workspaceId: string }): Promise<StoredRules> {
  const rows: unknown = await db.$queryRaw`
    select ${modelPart.sql} as "model", ${defaultsPart.sql} as "defaults",
      ${rolesPart.sql} as "roles", ${groupsPart.sql} as "groups"
    from (select ${workspaceId}::uuid as id) w`;
  const [row] = z.tuple([rulesRow]).parse(rows);
  return {
    ...row,
    model: row.model ?? guideModel,
    defaults: row.defaults ? row.defaults : { ...noDefaults, permissions: {} },
  };
}
