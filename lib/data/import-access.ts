import 'server-only';
import { z } from 'zod';
import { comeAndGone, type ComeAndGone } from '#lib/domain/rbac/everyone/come-and-gone';
import type { Population } from '#lib/domain/rbac/everyone/population';
import { resolveEveryone, type Everyone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { compileRules, type RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import { Prisma } from '#prisma-client';
import { accessIndex, type AccessIndex } from './access-index';
import type { Db } from './db';
import { isTaken } from './import-people';
import { findPopulation, integersOf, type PopulationRows } from './population';

/** Everybody as they are and as an import leaves them. */
export type ImportAccess = ComeAndGone & {
  index: AccessIndex;
  /** Those who come have numbers below 0; those who go are in it, inactive and in no group. */
  population: Population;
  book: RuleBook;
  everyone: Everyone;
  /** Numbers of those who go. */
  gone: ReadonlySet<number>;
};

/**
 * Compares everybody's access as it is with what the compared rows of an import would make of it: in columns, one
 * pass over everybody, whatever the number of rows. Needs the tables of `planImport` in the same transaction.
 */
export async function importAccess(tx: Db, { workspaceId }: { workspaceId: string }): Promise<ImportAccess> {
  const index = await accessIndex(tx, { workspaceId });
  const { groups: goneGroups, people: gone, added } = await findMoves(tx);
  const numbers = [...index.groupNumbers, ...added.map((one) => one.number)];
  const population = await findPopulation(tx, {
    workspaceId,
    places: { groups: placesOf(numbers), roles: placesOf(index.roleNumbers) },
    rows: rowsAfter(workspaceId),
  });
  const book = bookAfter(index, goneGroups, added);
  const everyone = resolveEveryone(population, compileRules(book, index.rules.bits), book.model);
  const compared = comeAndGone(index, { population, everyone }, index.rules.bits.words);
  return { ...compared, index, population, book, everyone, gone };
}

const placesOf = (numbers: readonly number[]) => new Map(numbers.map((one, position) => [one, position]));

/** Groups that go keep their place, so that the others do, and are nobody's any more. No import gives a role. */
function bookAfter(
  { book, groupNumbers }: AccessIndex,
  gone: ReadonlySet<number>,
  added: readonly { id: string }[],
): RuleBook {
  const kept = book.groups.map((group, position) =>
    gone.has(groupNumbers[position] ?? 0) ? { id: '', roles: [] } : group,
  );
  return { ...book, groups: [...kept, ...added.map(({ id }) => ({ id, roles: [] }))] };
}

const moves = z.object({
  people: z.instanceof(Uint8Array).nullable(),
  groups: z.instanceof(Uint8Array).nullable(),
  added: z.array(z.object({ number: z.int(), id: z.string() })),
});

/** Numbers of the people and groups that go, and the groups that come. */
async function findMoves(tx: Db) {
  const rows: unknown = await tx.$queryRaw`
    select (select string_agg(int4send(number), '') from gone_people) as "people",
      (select string_agg(int4send(number), '') from gone_groups) as "groups",
      (select coalesce(jsonb_agg(jsonb_build_object('number', -i.line, 'id', i.id) order by i.line), '[]')
        from in_groups i where i.number is null and ${isTaken}) as "added"`;
  const [{ people, groups, added }] = z.tuple([moves]).parse(rows);
  return { people: new Set(integersOf(people)), groups: new Set(integersOf(groups)), added };
}

/** Everybody as the compared rows of an import leave them, besides those who go: these come to nothing. */
const rowsAfter = (workspaceId: string): PopulationRows => ({
  people: Prisma.sql`
    select p."number", p."id", p."name",
      g.number is null and coalesce(i.active, p."isActive") as "isActive"
    from "Person" p
    left join gone_people g on g.number = p."number"
    left join in_people i on i.number = p."number" and ${isTaken}
    where p."workspaceId" = ${workspaceId}::uuid
    union all
    select -i.line, i.id, i.name, coalesce(i.active, true)
    from in_people i where i.number is null and ${isTaken}`,
  members: Prisma.sql`
    select m."personNumber", m."groupNumber" from "GroupMember" m
    where m."workspaceId" = ${workspaceId}::uuid
      and not exists (select from gone_people g where g.number = m."personNumber")
      and not exists (select from gone_groups g where g.number = m."groupNumber")
      and not exists (
        select from gone_members g
        where g.group_number = m."groupNumber" and g.person_number = m."personNumber")
    union all
    select i.person_number, i.group_number from in_members i where ${isTaken} and not i.is_there`,
  direct: Prisma.sql`
    select r."personNumber", r."roleNumber" from "DirectRole" r
    where r."workspaceId" = ${workspaceId}::uuid
      and not exists (select from gone_people g where g.number = r."personNumber")`,
});
