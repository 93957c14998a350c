// The tables a dump holds: the application's and the job queue's rows.

/** @typedef {{ name: string, columns: string }} Table both quoted for SQL */

/**
 * Every table with rows worth keeping, those that others point to first. The job queue keeps the list
 * of its own migrations itself.
 * @param {import('pg').Client} client
 * @returns {Promise<Table[]>}
 */
export async function dumpedTables(client) {
  const { rows } = await client.query(`
    select c.oid::int as id, format('%I.%I', n.nspname, c.relname) as name,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select f.confrelid::int from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
      and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
    order by n.nspname desc, c.relname`);
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }));
}

/**
 * Puts every table behind those it points to.
 * @template {{ id: number, name: string, needs: number[] }} T
 * @param {T[]} tables
 * @returns {T[]}
 */
export function inOrder(tables) {
  const waiting = new Set(tables);
  /** @type {T[]} */
  const ordered = [];
  while (waiting.size > 0) {
    const open = new Set([...waiting].map(({ id }) => id));
    const ready = [...waiting].filter(({ needs }) => !needs.some((id) => open.has(id)));
    if (ready.length === 0) {
      throw new Error(
        `Tables point at each other in a circle: ${[...waiting].map(({ name }) => name).join(', ')}`,
      );
    }
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table);
    }
  }
  return ordered;
}

/**
 * Statements that set every sequence to where it stands.
 * @param {import('pg').Client} client
 * @returns {Promise<string[]>}
 */
export async function resetSequences(client) {
  const { rows } = await client.query(`
    select format('select setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value) as statement
    from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null
    order by 1`);
  return rows.map(({ statement }) => statement);
}
