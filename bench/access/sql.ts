// Postgres: a mask of 64 bits for each group that has a role, and bit_or over them. Statements are prepared, and
// whole-company ones aggregate in the server, so that sending a hundred thousand rows does not count against it.
import type pg from 'pg';
import type { Enterprise } from './enterprise';
import { integerAt, type Masks } from './masks';

/** Stores a mask for each group that has a role. */
export async function storeMasks(
  client: pg.Client,
  table: 'group_mask' | 'group_mask_after',
  { groups, hasRole }: Masks,
): Promise<void> {
  await client.query('create schema if not exists bench');
  await client.query(`drop table if exists bench.${table}`);
  await client.query(`create table bench.${table} (group_number int primary key, mask bigint not null)`);
  const rows = Array.from(hasRole.keys()).filter((group) => hasRole[group] === 1);
  await client.query(`insert into bench.${table} select * from unnest($1::int[], $2::bigint[])`, [
    rows.map((group) => group + 1),
    rows.map((group) => String(BigInt.asIntN(64, integerAt(groups, group)))),
  ]);
  await client.query(`vacuum (analyze) bench.${table}`);
}

const everyone = (table: string, defaults: string) => `
  select p."number", coalesce(bit_or(g.mask), ${defaults}::bigint) as mask, count(g.mask) = 0 as on_default
  from "Person" p
  left join ("GroupMember" m join bench.${table} g on g.group_number = m."groupNumber") on m."personNumber" = p."number"
  where p."workspaceId" = $1 and p."isActive"
  group by p."number"`;

const onePerson = `
  select coalesce(bit_or(g.mask), $2::bigint) as mask
  from "Person" p
  left join ("GroupMember" m join bench.group_mask g on g.group_number = m."groupNumber") on m."personNumber" = p."number"
  where p."workspaceId" = $1 and p."id" = $3 and p."isActive"
  group by p."number"`;

// Whoever is in a group that gives it, or in none with a role where the defaults give it.
const has = `
  p."workspaceId" = $1 and p."isActive" and (
    exists (select from "GroupMember" m join bench.group_mask g on g.group_number = m."groupNumber"
      where m."personNumber" = p."number" and g.mask & $2::bigint <> 0)
    or ($3::boolean and not exists (select from "GroupMember" m join bench.group_mask g on g.group_number = m."groupNumber"
      where m."personNumber" = p."number")))`;

/** The same as a semi-join, which the planner can hash: the better one for common permissions. */
const semiJoin = (select: string, end = '') => `
  select ${select} from "Person" p where p."workspaceId" = $1 and p."isActive" and (
    p."number" in (select m."personNumber" from "GroupMember" m join bench.group_mask g on g.group_number = m."groupNumber"
      where g.mask & $2::bigint <> 0)
    or ($3::boolean and p."number" not in (select m."personNumber" from "GroupMember" m
      join bench.group_mask g on g.group_number = m."groupNumber"))) ${end}`;

const byName = 'order by p."name", p."id" limit 50';

/** The statements that are measured beside the product. */
export function sqlOf(
  client: pg.Client,
  { masks, workspaceId }: { enterprise: Enterprise; masks: Masks; workspaceId: string },
) {
  const defaults = String(BigInt.asIntN(64, integerAt(masks.defaults, 0)));
  const ask = async (name: string, text: string, values: unknown[]) =>
    (await client.query<Record<string, string>>({ name, text, values })).rows;
  return {
    everyone: () =>
      ask('everyone', `select count(*), bit_xor(mask) as xor from (${everyone('group_mask', defaults)}) e`, [
        workspaceId,
      ]),
    everyMask: () => ask('every-mask', everyone('group_mask', defaults), [workspaceId]),
    onePerson: (id: string) => ask('one', onePerson, [workspaceId, defaults, id]),
    whoExists: async (bit: bigint, isDefault: boolean) => [
      ...(await ask('who-count', `select count(*) from "Person" p where ${has}`, [
        workspaceId,
        String(bit),
        isDefault,
      ])),
      ...(await ask('who-page', `select p."id" from "Person" p where ${has} ${byName}`, [
        workspaceId,
        String(bit),
        isDefault,
      ])),
    ],
    whoSemiJoin: async (bit: bigint, isDefault: boolean) => [
      ...(await ask('who-count-in', semiJoin('count(*)'), [workspaceId, String(bit), isDefault])),
      ...(await ask('who-page-in', semiJoin('p."id"', byName), [workspaceId, String(bit), isDefault])),
    ],
    /** Losses first, with names: how many lose and gain, and the first 50 of each. */
    difference: async (after: bigint) =>
      ask(
        'difference',
        `with b as materialized (${everyone('group_mask', defaults)}),
          a as materialized (${everyone('group_mask_after', String(after))}),
          d as materialized (
            select "number", b.mask & ~a.mask as lost, a.mask & ~b.mask as gained from b join a using ("number")
            where b.mask <> a.mask or (b.on_default and not a.on_default)
          )
        select (select count(*) from d where lost <> 0) as losses, (select count(*) from d where gained <> 0) as gains,
          (select json_agg(x) from (select p."id", p."name", d.lost from d join "Person" p using ("number")
            where lost <> 0 order by p."name", p."id" limit 50) x) as first_losses,
          (select json_agg(x) from (select p."id", p."name", d.gained from d join "Person" p using ("number")
            where gained <> 0 order by p."name", p."id" limit 50) x) as first_gains`,
        [workspaceId],
      ),
  };
}
