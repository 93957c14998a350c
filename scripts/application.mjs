// The application itself: built when its sources changed, served by Next without npm in between.
import fs from 'node:fs';
import { reachable } from './address.mjs';
import { hashOf, oncePer } from './install.mjs';
import { runQuietly, startProgram } from './lifetime.mjs';
import { waitFor } from './process.mjs';
import { dataDir, inRoot, nodeModule, toolEnv } from './project.mjs';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const next = (/** @type {string[]} */ ...args) => nodeModule('next/dist/bin/next', ...args);

/**
 * Environment of the application. The owner's connection string is not in it; and Next must not read
 * `.env` by itself, or what is left out here comes back.
 * @param {{ appUrl: string, url: string, secret: string, distDir?: string | undefined, data?: string }} facts
 */
export const applicationEnv = ({ appUrl, url, secret, distDir, data = dataDir }) => ({
  ...toolEnv,
  __NEXT_PROCESSED_ENV: 'true',
  NODE_ENV: undefined,
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: undefined,
  SLIPWAY_URL: url,
  NEXTAUTH_URL: url,
  AUTH_SECRET: secret,
  SLIPWAY_DATA_DIR: data,
  NEXT_DIST_DIR: distDir,
});

/**
 * Builds when the sources are not those of the last build in `distDir`.
 * @param {Record<string, string | undefined>} env
 * @param {string} [distDir]
 */
export async function build(env, distDir = '.next') {
  const stamp = inRoot(distDir, 'slipway-sources');
  if (!fs.existsSync(inRoot(distDir, 'BUILD_ID'))) fs.rmSync(stamp, { force: true });
  const hash = hashOf(sources, (file) => !file.endsWith('.test.ts'));
  const built = await oncePer(stamp, hash, () =>
    runQuietly(process.execPath, next('build'), { what: 'Building the application', env }),
  );
  return built ? '' : 'nothing changed';
}

/**
 * Starts the built application; its output goes where ours goes.
 * @param {{ host: string, port: number, env: Record<string, string | undefined>, log?: number }} options
 */
export function serve({ host, port, env, log }) {
  const args = next('start', '--hostname', host, '--port', String(port));
  return startProgram(process.execPath, args, {
    env,
    stdio: log ? ['ignore', log, log] : ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * Starts the development server.
 * @param {{ host: string, port: number, env: Record<string, string | undefined> }} options
 */
export function serveDevelopment({ host, port, env }) {
  const args = next('dev', '--hostname', host, '--port', String(port));
  return startProgram(process.execPath, args, { env });
}

/**
 * Waits until the application answers that it is well. Throws when it ends or takes too long.
 * @param {ReturnType<typeof startProgram>} app
 * @param {{ host: string, port: number }} place
 */
export async function untilHealthy(app, { host, port }) {
  const health = `http://${reachable(host)}:${port}/api/health`;
  const isWell = () =>
    fetch(health, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  const outcome = await Promise.race([
    app.exited.then((code) => ({ code })),
    waitFor(isWell, { withinMs: 90_000, everyMs: 100 }),
  ]);
  if (outcome === true) return;
  if (outcome) throw new Error(`The application ended while starting (exit code ${outcome.code}).`);
  throw new Error(`The application does not answer at ${health}.`);
}
