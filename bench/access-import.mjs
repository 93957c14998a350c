// How fast people come in: through the HTTP door, every row checked, beside a raw COPY of the same rows into tables
// of the same columns in the same run.
import { once } from 'node:events';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { from } from 'pg-copy-streams';
import { connect } from '#scripts/sql';

/**
 * @typedef {{ people: number, groups: number, memberships: number }} Size
 * @typedef {{
 *   size: Size, rows: number,
 *   copyMs: number, receivedMs: number, appliedMs: number, againMs: number,
 *   receivedShare: number, wholeShare: number,
 *   rssBeforeMb: number | null, rssPeakMb: number | null,
 * }} ImportResult `receivedShare` is raw COPY's time over that of reading, checking and staging; `wholeShare` over
 *   that of everything until it is applied.
 */

/** Of an enterprise of this size: every person in five groups, the groups as large as Zipf has them. */
export const enterprise = { people: 100_000, groups: 2_000, memberships: 500_000 };

/** @param {number} below @returns {number} a rank, the low ones often */
const zipf = (below) => Math.min(below - 1, Math.floor(below ** Math.random()) - 1);

/**
 * Lines of each kind, in the order in which they are imported.
 * @param {Size} size
 */
function rowsOf({ people, groups, memberships }) {
  /** @type {Set<string>} */
  const pairs = new Set();
  for (let at = 0; pairs.size < memberships; at += 1) pairs.add(`g-${zipf(groups)},p-${at % people}`);
  return {
    people: Array.from(
      { length: people },
      (_, at) => `p-${at},first.last.${at}@acme.example,First Last ${at},${at % 50 !== 0}`,
    ),
    groups: Array.from({ length: groups }, (_, at) => `g-${at},Group ${at}`),
    memberships: [...pairs],
  };
}

/** @typedef {ReturnType<typeof rowsOf>} Rows */

const headers = { people: 'id,email,name,active', groups: 'id,name', memberships: 'group_id,person_id' };
const tables = {
  people: 'import int, id text, email text, name text, active boolean',
  groups: 'import int, id text, name text',
  memberships: 'import int, group_id text, person_id text',
};
const kinds = /** @type {const} */ (['people', 'groups', 'memberships']);

/**
 * The time of a plain COPY of the rows, from text that is ready.
 * @param {string} ownerUrl
 * @param {Rows} rows
 */
async function rawCopy(ownerUrl, rows) {
  const client = await connect(ownerUrl);
  try {
    let ms = 0;
    for (const kind of kinds) {
      await client.query(`create table bench_${kind} (${tables[kind]})`);
      const text = rows[kind].map((row) => `1,${row}\n`).join('');
      const start = performance.now();
      const stream = client.query(from(`copy bench_${kind} from stdin (format csv)`));
      stream.end(text);
      await once(stream, 'finish');
      ms += performance.now() - start;
      await client.query(`drop table bench_${kind}`);
    }
    return ms;
  } finally {
    await client.end();
  }
}

/** @param {number | undefined} pid @returns {number | null} the memory of a process in MB, where the system tells */
function rssOf(pid) {
  try {
    const pages = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1e6;
  } catch {
    return null;
  }
}

/** @param {number | undefined} pid */
function watchRss(pid) {
  const before = rssOf(pid);
  let peak = before;
  const watching = setInterval(() => {
    const now = rssOf(pid);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, 50);
  return () => {
    clearInterval(watching);
    return { rssBeforeMb: before, rssPeakMb: peak };
  };
}

/** @typedef {{ url: string, slug: string, token: string, pid: number | undefined }} Product */

/**
 * Sends the rows as a form of files and waits until they are applied.
 * @param {Product} product
 * @param {Rows} rows
 */
async function send({ url, slug, token }, rows) {
  const address = `${url}/api/v1/workspaces/${slug}/directory/imports`;
  const authorization = `Bearer ${token}`;
  const form = new FormData();
  for (const kind of kinds)
    form.append(kind, new Blob([`${headers[kind]}\n${rows[kind].join('\n')}\n`]), `${kind}.csv`);
  const start = performance.now();
  const response = await fetch(address, { method: 'POST', body: form, headers: { authorization } });
  const sent = await response.json();
  if (response.status !== 202) throw new Error(`The import answered ${response.status}: ${sent.title}`);
  const receivedMs = performance.now() - start;
  for (;;) {
    const found = await (await fetch(`${address}/${sent.id}`, { headers: { authorization } })).json();
    if (found.state === 'done')
      return { receivedMs, appliedMs: performance.now() - start, counts: found.counts };
    if (!['queued', 'running'].includes(found.state))
      throw new Error(`The import ${found.state}: ${found.reason}`);
    await sleep(50);
  }
}

/**
 * Measures an import of an enterprise beside a raw COPY of its rows, and the same files again.
 * @param {{ product: Product, ownerUrl: string, size?: Size }} subject
 * @returns {Promise<ImportResult>}
 */
export async function importBench({ product, ownerUrl, size = enterprise }) {
  const rows = rowsOf(size);
  const total = size.people + size.groups + size.memberships;
  const copies = [await rawCopy(ownerUrl, rows), await rawCopy(ownerUrl, rows)];
  const stop = watchRss(product.pid);
  const first = await send(product, rows);
  const memory = stop();
  if (first.counts.added !== total) throw new Error(`${first.counts.added} of ${total} rows were added.`);
  const again = await send(product, rows);
  if (again.counts.unchanged !== total) throw new Error('The same files again changed something.');
  const copyMs = Math.min(...copies);
  return {
    ...{ size, rows: total, copyMs },
    ...{ receivedMs: first.receivedMs, appliedMs: first.appliedMs, againMs: again.appliedMs },
    ...{ receivedShare: copyMs / first.receivedMs, wholeShare: copyMs / first.appliedMs },
    ...memory,
  };
}
