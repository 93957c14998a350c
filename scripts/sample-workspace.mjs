// Acme, two days into its rollout: a workspace to measure and to take pictures of. Everything in it is
// written through the HTTP door; only the people's accounts are put into the tables, for want of a door.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from './sql.mjs';

/** The three owners, by first name. */
export const people = {
  mara: { name: 'Mara Lindqvist', email: 'mara.lindqvist@acme.example', appRole: 'workspace_owner' },
  devi: { name: 'Devi Raman', email: 'devi.raman@acme.example', appRole: 'it_owner' },
  jonas: { name: 'Jonas Ferreira', email: 'jonas.ferreira@acme.example', appRole: 'governance_owner' },
};

/**
 * @typedef {keyof typeof people} Person
 * @typedef {{ who: Person, method: 'PUT' | 'POST', path: string, body: Record<string, unknown> }} Write
 * @typedef {Record<Person, string>} Tokens
 */

/** @param {Person} who @param {string} path @param {Record<string, unknown>} body @returns {Write} */
const put = (who, path, body) => ({ who, method: 'PUT', path, body });

/** @param {Person} who @param {string} key @param {'on' | 'off'} state @param {string} [note] @returns {Write} */
const confirm = (who, key, state, note = '') => ({
  who,
  method: 'POST',
  path: `settings/codex.${key}/confirmation`,
  body: { state, note },
});

/** @param {string} key @param {boolean} wanted */
const want = (key, wanted) => put('mara', `settings/codex.${key}`, { wanted });

/** @param {string} duty @param {Person} person */
const name = (duty, person) =>
  put('mara', `owners/${duty}`, { name: people[person].name, email: people[person].email });

/**
 * What they wrote, oldest first, with the instant of each write: a toggle in every state but one, a
 * cloud timer that has six minutes to go at `sampleNow`, and one toggle that differs from what is wanted.
 * @type {readonly (readonly [string, Write])[]}
 */
export const sampleStory = [
  ['2026-11-16T08:09:00Z', name('workspace', 'mara')],
  ['2026-11-16T08:10:00Z', name('it', 'devi')],
  ['2026-11-16T08:11:00Z', name('governance', 'jonas')],
  ['2026-11-16T08:24:00Z', put('mara', 'decision', { surfaces: 'both' })],
  ['2026-11-16T09:02:00Z', want('local', true)],
  ['2026-11-16T09:02:00Z', want('device_code', false)],
  ['2026-11-16T09:03:00Z', want('github_connector', true)],
  ['2026-11-16T09:03:00Z', want('cloud', true)],
  ['2026-11-16T09:04:00Z', want('administer', true)],
  ['2026-11-16T09:05:00Z', want('slack_answers', true)],
  ['2026-11-16T13:40:00Z', confirm('devi', 'local', 'on')],
  ['2026-11-16T13:41:00Z', confirm('devi', 'device_code', 'on', 'It was on already; I asked Mara first.')],
  ['2026-11-16T15:17:00Z', put('devi', 'configuration', { preset: 'strict' })],
  ['2026-11-17T08:31:00Z', put('devi', 'configuration', { preset: 'standard' })],
  [
    '2026-11-17T12:48:00Z',
    confirm('devi', 'github_connector', 'on', 'Approved as a GitHub app by our GitHub admin.'),
  ],
  ['2026-11-17T12:58:00Z', confirm('devi', 'cloud', 'on')],
];

/** The instant at which the story is told. */
export const sampleNow = '2026-11-17T13:02:00Z';

/**
 * Gives each person an account with the right name, a membership of `slug` and an API token.
 * @param {string} ownerUrl
 * @param {string} slug
 * @returns {Promise<Tokens>}
 */
export async function admitPeople(ownerUrl, slug) {
  const client = await connect(ownerUrl);
  try {
    const tokens = /** @type {Tokens} */ ({});
    for (const who of /** @type {Person[]} */ (Object.keys(people))) {
      tokens[who] = randomBytes(24).toString('base64url');
      await admit(client, slug, { ...people[who], token: tokens[who] });
    }
    return tokens;
  } finally {
    await client.end();
  }
}

/**
 * @param {import('pg').Client} client
 * @param {string} slug
 * @param {{ name: string, email: string, appRole: string, token: string }} person
 */
async function admit(client, slug, { name, email, appRole, token }) {
  const account = await client.query(
    `insert into "Account" ("id", "email", "name", "createdAt") values ($1, $2, $3, now())
     on conflict ("email") do update set "name" = excluded."name" returning "id"`,
    [randomUUID(), email, name],
  );
  const member = await client.query(
    `insert into "Member" ("id", "workspaceId", "accountId", "appRole", "createdAt")
     select $1, "id", $2, $3, now() from "Workspace" where "slug" = $4
     on conflict ("workspaceId", "accountId") do update set "appRole" = excluded."appRole"
     returning "id", "workspaceId"`,
    [randomUUID(), account.rows[0].id, appRole, slug],
  );
  const hash = createHash('sha256').update(token).digest('hex');
  const { id, workspaceId } = member.rows[0];
  await client.query(
    `insert into "ApiToken" ("id", "workspaceId", "memberId", "name", "tokenHash", "createdAt")
     values ($1, $2, $3, 'Sample', $4, now())`,
    [randomUUID(), workspaceId, id, hash],
  );
}

/**
 * A function that makes a write through the HTTP door; it keeps count of the versions by itself.
 * @param {{ url: string, slug: string, tokens: Tokens }} door
 */
export function writerOf({ url, slug, tokens }) {
  /** @type {Map<string, number>} */
  const versions = new Map();
  return async (/** @type {Write} */ { who, method, path, body }) => {
    const version = method === 'PUT' ? { version: versions.get(path) ?? 0 } : {};
    const response = await fetch(`${url}/api/v1/workspaces/${slug}/${path}`, {
      method,
      headers: { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...version }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    if (method === 'PUT') versions.set(path, answer.version);
  };
}

/**
 * People changing their minds, one after the other: what each has decided, both ways in turn.
 * @param {number} turn
 */
const changesOfMind = (turn) => [
  want('local', turn % 2 === 0),
  confirm('devi', 'local', turn % 2 === 0 ? 'on' : 'off', `Looked ${turn + 1} times.`),
  put('mara', 'decision', { surfaces: turn % 2 === 0 ? 'local' : 'both' }),
  put('devi', 'configuration', { preset: turn % 2 === 0 ? 'strict' : 'flexible' }),
  name('it', turn % 2 === 0 ? 'jonas' : 'devi'),
];

/**
 * `count` writes to make before the story: a history that leaves the story's end as it is.
 * @param {number} count
 */
export const earlierWrites = (count) =>
  Array.from({ length: count }, (_, turn) => changesOfMind(turn))
    .flat()
    .slice(0, count);
