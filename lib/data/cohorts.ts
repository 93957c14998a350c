import 'server-only';
import { z } from 'zod';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

/** Active people whose access a change of one group would change in the same way. */
export type StoredCohort = {
  /** Roles they have from other groups than the one asked about. */
  elsewhere: readonly string[];
  /** Whether they are in the group asked about. */
  isIn: boolean;
  people: number;
  /** The first few by name. */
  names: readonly string[];
};

const cohortRow = z.object({
  elsewhere: z.array(z.string()),
  isIn: z.boolean(),
  people: z.number(),
  names: z.array(z.string()),
});

/** Whom to look at: everybody, the people of a group, or people by id. */
export type Population =
  { of: 'everybody' } | { of: 'group' } | { of: 'people'; personIds: readonly string[] };

function who(population: Population, groupId: string | null): Prisma.Sql {
  switch (population.of) {
    case 'everybody':
      return Prisma.empty;
    case 'group':
      return Prisma.sql`and exists (
        select from "GroupMember" m where m."groupId" = ${groupId}::uuid and m."personId" = p."id")`;
    case 'people':
      return Prisma.sql`and p."id" = any(${[...population.personIds]}::uuid[])`;
    default:
      return population satisfies never;
  }
}

/**
 * Active people in sums, by the roles they have elsewhere than in `groupId` and by whether they are in it; how
 * many rows come back does not depend on the number of people.
 */
export async function listCohorts(
  db: Db,
  {
    workspaceId,
    groupId,
    population,
  }: { workspaceId: string; groupId: string | null; population: Population },
): Promise<StoredCohort[]> {
  const rows: unknown = await db.$queryRaw`
    with placed as (
      select p."id", p."name", gr."roleId", coalesce(gm."groupId" = ${groupId}::uuid, false) as "here"
      from "Person" p
      left join "GroupMember" gm on gm."personId" = p."id"
      left join "GroupRole" gr on gr."groupId" = gm."groupId"
      where p."workspaceId" = ${workspaceId}::uuid and p."isActive" ${who(population, groupId)}
    ),
    sets as (
      select "id", "name", bool_or("here") as "isIn", coalesce(
        array_agg(distinct "roleId" order by "roleId") filter (where "roleId" is not null and not "here"), '{}'
      ) as "elsewhere"
      from placed group by "id", "name"
    )
    select "elsewhere", "isIn", count(*)::int as "people", (array_agg("name" order by "name", "id"))[1:5] as "names"
    from sets group by "elsewhere", "isIn" order by 3 desc`;
  return z.array(cohortRow).parse(rows);
}
