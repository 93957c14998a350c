// The two applications that are measured, both built for production and served by `next start`.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applicationEnv, build, serve, untilHealthy } from '#scripts/application';
import { hashOf, oncePer } from '#scripts/install';
import { runQuietly, startProgram } from '#scripts/lifetime';
import { freePort } from '#scripts/ports';
import { waitFor } from '#scripts/process';
import { inRoot, nodeModule, toolEnv } from '#scripts/project';
import { admitPeople, earlierWrites, people, sampleStory, writerOf } from '#scripts/sample-workspace';
import { testDistDir } from '#scripts/test-build';

/**
 * @typedef {{ url: string, pid: number | undefined }} App a served application
 * @typedef {Awaited<ReturnType<typeof import('#scripts/throw-away').startThrowAway>>} Database
 */

const host = '127.0.0.1';
const slug = 'acme';
const password = randomBytes(12).toString('base64url');
const earlier = 500;

const floorDir = inRoot('bench', 'floor');
const floorEnv = { ...toolEnv, NODE_ENV: undefined };
const floorSources = [
  'bench/floor/app',
  'bench/floor/next.config.mjs',
  'prisma/schema.prisma',
  'package-lock.json',
];
const next = (/** @type {string[]} */ ...args) => nodeModule('next/dist/bin/next', ...args, floorDir);

/** Builds the floor app when it changed. */
export async function buildFloor() {
  const stamp = path.join(floorDir, '.next', 'sources');
  const work = () =>
    runQuietly(process.execPath, next('build'), { what: 'Building the floor app', env: floorEnv });
  return (await oncePer(stamp, hashOf(floorSources), work)) ? '' : 'nothing changed';
}

/**
 * Builds the product when it changed.
 * @param {Database} database
 */
export function buildProduct({ appUrl }) {
  const facts = { appUrl, url: `http://${host}`, secret: randomBytes(32).toString('base64url') };
  return build(applicationEnv({ ...facts, distDir: testDistDir }), testDistDir);
}

/**
 * Serves the floor app.
 * @param {Database} database
 * @returns {Promise<App>}
 */
export async function serveFloor({ appUrl, dir }) {
  const port = await freePort(host);
  const log = fs.openSync(path.join(dir, 'floor.log'), 'a', 0o600);
  const args = next('start', '--hostname', host, '--port', String(port));
  const app = startProgram(process.execPath, args, {
    env: { ...floorEnv, DATABASE_URL: appUrl },
    stdio: ['ignore', log, log],
  });
  const url = `http://${host}:${port}`;
  // Before there is a workspace the page fails; that it answers at all is what is waited for.
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  const outcome = await Promise.race([
    app.exited.then(() => 'ended'),
    waitFor(answers, { withinMs: 60_000 }),
  ]);
  if (outcome !== true) throw new Error('The floor app does not answer.');
  return { url, pid: app.pid };
}

/**
 * Serves the product with one workspace in it.
 * @param {Database} database
 * @returns {Promise<App>}
 */
export async function serveProduct({ appUrl, dir }) {
  const port = await freePort(host);
  const url = `http://${host}:${port}`;
  const log = fs.openSync(path.join(dir, 'product.log'), 'a', 0o600);
  const secret = randomBytes(32).toString('base64url');
  const env = {
    ...applicationEnv({ appUrl, url, secret, data: path.join(dir, 'data'), distDir: testDistDir }),
    SLIPWAY_BOOTSTRAP_EMAIL: people.mara.email,
    SLIPWAY_BOOTSTRAP_PASSWORD: password,
    SLIPWAY_BOOTSTRAP_WORKSPACE: slug,
    SLIPWAY_BOOTSTRAP_TOKEN: undefined,
  };
  const app = serve({ host, port, env, log });
  await untilHealthy(app, { host, port });
  return { url, pid: app.pid };
}

/**
 * Brings the workspace to where a rollout is after two days and some hundred changes of mind.
 * @param {App} product
 * @param {Database} database
 */
export async function fillWorkspace({ url }, { ownerUrl }) {
  const tokens = await admitPeople(ownerUrl, slug);
  const write = writerOf({ url, slug, tokens });
  for (const each of earlierWrites(earlier)) await write(each);
  for (const [, each] of sampleStory) await write(each);
  return `${earlier + sampleStory.length} changes`;
}

/** @param {Response} response */
const cookiesOf = (response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/**
 * Signs in as a person does, and gives the session cookie.
 * @param {App} product
 */
export async function signIn({ url }) {
  const form = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await form.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(form), origin: url },
    body: new URLSearchParams({ csrfToken, email: people.mara.email, password }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes('session='))
    throw new Error(`Signing in answered ${answer.status}, without a session.`);
  return cookie;
}

/**
 * The pages that are measured.
 * @param {{ floor: App, product: App, cookie: string }} apps
 */
export const pagesOf = ({ floor, product, cookie }) => [
  { name: 'floor', url: `${floor.url}/`, pid: floor.pid, cookie: '' },
  { name: 'overview', url: `${product.url}/${slug}`, pid: product.pid, cookie },
  { name: 'step 1', url: `${product.url}/${slug}/rollout/toggles`, pid: product.pid, cookie },
];

/** @typedef {ReturnType<typeof pagesOf>[number]} Page */
