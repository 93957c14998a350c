// Over HTTP: the built product, one caller, every request another question.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applicationEnv, serve, untilHealthy } from '#scripts/application';
import { freePort } from '#scripts/ports';
import { testDistDir } from '#scripts/test-build';
import { buildProduct } from '#bench/apps';
import { importBench } from '#bench/access-import';
import { quantile } from '#bench/statistics';

const host = '127.0.0.1';
const requests = 120;

/** @param {number[]} times */
const latency = (times) => {
  const sorted = [...times].sort((one, other) => one - other);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), requests: times.length };
};

/**
 * What answers take, or why they are not measured.
 * @param {(run: number) => Promise<Response>} ask
 */
async function measured(ask) {
  const times = [];
  for (let run = -10; run < requests; run += 1) {
    const began = performance.now();
    const answer = await ask(run + 10);
    await answer.arrayBuffer();
    if (!answer.ok) return { skipped: `answered ${answer.status}` };
    if (run >= 0) times.push(performance.now() - began);
  }
  return latency(times);
}

/**
 * @param {import('../apps.mjs').Database} database
 * @param {{
 *   slug: string, token: string, people: number, groups: number, permission: string,
 *   importing: { slug: string, token: string },
 * }} result
 */
export async function measureHttp(database, { slug, token, people, groups, permission, importing }) {
  await buildProduct(database);
  const port = await freePort(host);
  const url = `http://${host}:${port}`;
  const log = fs.openSync(path.join(database.dir, 'product.log'), 'a', 0o600);
  const secret = randomBytes(32).toString('base64url');
  const data = path.join(database.dir, 'data');
  const env = applicationEnv({ appUrl: database.appUrl, url, secret, data, distDir: testDistDir });
  const app = serve({ host, port, env, log });
  await untilHealthy(app, { host, port });
  const base = `${url}/api/v1/workspaces/${slug}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin: url };
  const get = (/** @type {string} */ place) => fetch(`${base}${place}`, { headers });
  const change = (/** @type {number} */ run) => ({
    changes: [{ kind: 'group-role-added', group: `group-${run % groups}`, role: `role-${run % 50}` }],
  });
  const found = {
    whatIf: await measured((run) =>
      fetch(`${base}/access/what-if`, { method: 'POST', headers, body: JSON.stringify(change(run)) }),
    ),
    person: await measured((run) => get(`/access/people/person-${(run * 797) % people}`)),
    who: await measured(() => get(`/access/who?permission=${permission}`)),
    people: await measured(() => get('/access/people')),
    search: await measured((run) => get(`/access/people?search=${['kar', 'most', 'ril', 'vola'][run % 4]}`)),
  };
  const product = { url, ...importing, pid: app.pid };
  const imported = await importBench({ product, ownerUrl: database.ownerUrl });
  await app.stop();
  return { answers: found, imported };
}
