import pg from 'pg';
import { levelOf } from '#lib/domain/rbac/grants';
import type { World } from './world';

/**
 * A second implementation of resolution, in SQL, written from the guide's sentences alone and not from our code:
 * plain tables, no masks, no order, many workspaces at once. Slow, and easy to read.
 */

const tables = `
  create temp table o_workspace (w int, model text);
  create temp table o_default (w int, permission text, level int);
  create temp table o_role (w int, role int);
  create temp table o_says (w int, role int, permission text, level int);
  create temp table o_group_role (w int, grp int, role int);
  create temp table o_person (w int, person int, is_active boolean);
  create temp table o_member (w int, grp int, person int);
  create temp table o_direct (w int, person int, role int);`;

const names = ['workspace', 'default', 'role', 'says', 'group_role', 'person', 'member', 'direct'] as const;

const answers = `
  with
  -- "A person's roles come from their groups"; in the tri-state model people may have roles directly, too.
  assigned as (
    select w, person, role from o_member join o_group_role using (w, grp)
    union
    select w, person, role from o_direct join o_workspace using (w) where model = 'tri-state'
  ),
  -- Deactivated people have no access.
  active as (select w, person from o_person where is_active),
  -- Every permission anybody says anything about.
  permission as (
    select w, permission from o_says union select w, permission from o_default
  ),
  -- What one role gives: what it says. In the tri-state model "Default", which is to say nothing, follows the
  -- workspace; off gives nothing, and takes nothing from another role's on.
  gives as (
    select r.w, r.role, p.permission,
      coalesce(s.level, case when k.model = 'tri-state' then d.level end, 0) as level
    from o_role r
    join o_workspace k using (w)
    join permission p using (w)
    left join o_says s on (s.w, s.role, s.permission) = (r.w, r.role, p.permission)
    left join o_default d on (d.w, d.permission) = (r.w, p.permission)
  ),
  -- "Users without any custom role": the workspace defaults apply. A role that grants nothing is one.
  on_default as (
    select w, person from active a
    where not exists (select from assigned s where s.w = a.w and s.person = a.person)
  ),
  -- "Permissions resolve to the maximum across them".
  has as (
    select a.w, a.person, g.permission, max(g.level) as level
    from active a join assigned using (w, person) join gives g using (w, role)
    group by a.w, a.person, g.permission
    union all
    select w, person, permission, level from on_default join o_default using (w)
  )
  select w, person, permission, level, 'has' as kind from has where level > 0
  union all
  select w, person, '', 0, 'default' from on_default
  union all
  -- What the workspace defaults give and this person, because of a role, goes without or has less of.
  select a.w, a.person, d.permission, 0, 'lost'
  from active a join o_default d using (w)
  left join has h on (h.w, h.person, h.permission) = (a.w, a.person, d.permission)
  where coalesce(h.level, 0) < d.level`;

/** One line for each thing an implementation says of a workspace's people, in any order. */
export type Said = ReadonlySet<string>;

export const line = (kind: 'has' | 'default' | 'lost', person: number, permission = '', level = 0): string =>
  [kind, person, permission, level].join(' ');

type Cell = number | string | boolean;

function rowsOf(world: World, w: number): Record<(typeof names)[number], Cell[][]> {
  const { model, defaults, roles, groups, people } = world;
  const said = (grants: World['defaults'], ...front: Cell[]) =>
    Object.entries(grants).map(([key, grant]) => [...front, key, levelOf(grant)]);
  return {
    workspace: [[w, model]],
    default: said(defaults, w),
    role: roles.map((_, role) => [w, role]),
    says: roles.flatMap((grants, role) => said(grants, w, role)),
    group_role: groups.flatMap((group, at) => group.roles.map((role) => [w, at, role])),
    person: people.map(({ isActive }, at) => [w, at, isActive]),
    member: people.flatMap((person, at) => person.groups.map((group) => [w, group, at])),
    direct: people.flatMap((person, at) => person.direct.map((role) => [w, at, role])),
  };
}

/** An open connection on which workspaces are resolved by SQL. */
export async function openNaiveSql() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query(tables);

  const insert = async (name: string, rows: Cell[][]) => {
    const values = JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [at, cell]))));
    const columns = await client.query<{ name: string; type: string }>(
      `select attname as name, atttypid::regtype::text as type from pg_attribute
       where attrelid = ('pg_temp.o_' || $1)::regclass and attnum > 0 order by attnum`,
      [name],
    );
    const cells = columns.rows.map(({ type }, at) => `(r->>'${String(at)}')::${type}`).join(', ');
    await client.query(`insert into o_${name} select ${cells} from jsonb_array_elements($1::jsonb) r`, [
      values,
    ]);
  };

  return {
    /** What the naive implementation says of each of `worlds`. */
    async resolve(worlds: readonly World[]): Promise<Said[]> {
      const each = worlds.map(rowsOf);
      for (const name of names) {
        await client.query(`truncate o_${name}`);
        await insert(
          name,
          each.flatMap((rows) => rows[name]),
        );
        await client.query(`analyze o_${name}`);
      }
      const said = worlds.map(() => new Set<string>());
      const { rows } = await client.query<[number, number, string, number, 'has' | 'default' | 'lost']>({
        text: answers,
        rowMode: 'array',
      });
      for (const [w, person, permission, level, kind] of rows) {
        said[w]?.add(line(kind, person, permission, level));
      }
      return said;
    },
    close: () => client.end(),
  };
}
