// Puts the generated enterprise into the product's own tables, by COPY.
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { randomOf } from '#test/random';
import type { Enterprise } from './enterprise';

type Rows = Iterable<readonly (string | number | boolean)[]>;

/** Names of which many people share each half, as in an enterprise. */
function* names(people: number): Generator<{ first: string; last: string }> {
  const random = randomOf(7);
  const [front, middle, back] = ['Ka Mo Ri Sa Te Vo Li Ha Ny Du', 'r l n m st', 'en a io ar ek is'].map(
    (all) => all.split(' '),
  );
  const syllables = (count: number) =>
    Array.from({ length: count }, () =>
      `${random.pick(front ?? [])}${random.pick(middle ?? [])}`.toLowerCase(),
    ).join('') + random.pick(back ?? []);
  const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const firsts = Array.from({ length: 400 }, () => title(syllables(1)));
  const lasts = Array.from({ length: 2000 }, () => title(syllables(2)));
  for (let at = 0; at < people; at += 1) yield { first: random.pick(firsts), last: random.pick(lasts) };
}

function* personRows({ people, isActive }: Enterprise, workspaceId: string) {
  let at = 0;
  for (const { first, last } of names(people)) {
    const email = `${first}.${last}.${String(at)}@acme.example`.toLowerCase();
    yield [
      at + 1,
      workspaceId,
      `person-${String(at)}`,
      `${first} ${last}`,
      email,
      isActive[at] === 1,
      1,
      true,
    ];
    at += 1;
  }
}

function* memberRows({ people, offsets, members }: Enterprise, workspaceId: string) {
  for (let at = 0; at < people; at += 1) {
    for (let next = offsets[at] ?? 0; next < (offsets[at + 1] ?? 0); next += 1) {
      yield [workspaceId, (members[next] ?? 0) + 1, at + 1, true];
    }
  }
}

const now = '2026-11-22T08:00:00Z';
const by = 'Bench';

/** Loads everything; gives how many rows. Positions become numbers by adding one. */
export async function loadEnterprise(
  client: pg.Client,
  enterprise: Enterprise,
  workspaceId: string,
): Promise<number> {
  const { roles, groups, defaults } = enterprise;
  const copied = [
    await copy(
      client,
      'WorkspaceDefaults',
      ['workspaceId', 'permissions', 'version', 'changedAt', 'changedBy'],
      [[workspaceId, JSON.stringify(defaults), 1, now, by]],
    ),
    await copy(
      client,
      'CustomRole',
      ['number', 'workspaceId', 'id', 'name', 'permissions', 'version', 'changedAt', 'changedBy'],
      roles.map((said, at) => [
        at + 1,
        workspaceId,
        `role-${String(at)}`,
        `Role ${String(at)}`,
        JSON.stringify(said),
        1,
        now,
        by,
      ]),
    ),
    await copy(
      client,
      'Group',
      ['number', 'workspaceId', 'id', 'name', 'source', 'version', 'changedAt', 'changedBy', 'isImported'],
      groups.map((_, at) => [
        at + 1,
        workspaceId,
        `group-${String(at)}`,
        `Group ${String(at)}`,
        'scim',
        1,
        now,
        by,
        true,
      ]),
    ),
    await copy(
      client,
      'GroupRole',
      ['workspaceId', 'groupNumber', 'roleNumber'],
      linkRows(groups, workspaceId),
    ),
    await copy(
      client,
      'Person',
      ['number', 'workspaceId', 'id', 'name', 'email', 'isActive', 'version', 'isImported'],
      personRows(enterprise, workspaceId),
    ),
    await copy(
      client,
      'GroupMember',
      ['workspaceId', 'groupNumber', 'personNumber', 'isImported'],
      memberRows(enterprise, workspaceId),
    ),
  ];
  for (const table of ['CustomRole', 'Group', 'Person']) {
    await client.query(
      `select setval(pg_get_serial_sequence('"${table}"', 'number'), (select max("number") from "${table}"))`,
    );
  }
  await client.query('vacuum (analyze)');
  return copied.reduce((sum, rows) => sum + rows, 0);
}

const linkRows = (groups: Enterprise['groups'], workspaceId: string) =>
  groups.flatMap((roles, at) => roles.map((role) => [workspaceId, at + 1, role + 1]));

/** Copies rows into a table; gives how many. None of the generated texts needs escaping but for backslashes. */
async function copy(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  const named = columns.map((column) => `"${column}"`).join(', ');
  const stream = client.query(copyFrom(`copy "${table}" (${named}) from stdin`));
  let [text, count] = ['', 0];
  for (const row of rows) {
    text += `${row.map((cell) => String(cell).replaceAll('\\', '\\\\')).join('\t')}\n`;
    count += 1;
    if (text.length < 60_000) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'finish');
  return count;
}
