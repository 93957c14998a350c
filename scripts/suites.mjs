// The suites of `npm test`, each on a database of its own.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applicationEnv, build, serve, untilHealthy } from './application.mjs';
import { checkBundle } from './check-bundle.mjs';
import { needChromium } from './chromium.mjs';
import { runProgram } from './lifetime.mjs';
import { freePort } from './ports.mjs';
import { inRoot, nodeModule, toolEnv } from './project.mjs';
import { say, stage, succeeds } from './stage.mjs';
import { nothing, oneFailure, sum, tallyOfPlaywright, tallyOfRun, tallyOfVitest } from './tally.mjs';
import { aloneWithTestBuild, testDistDir as distDir } from './test-build.mjs';
import { startThrowAway } from './throw-away.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const host = '127.0.0.1';

/** A migrated database and a folder for the application's files. */
async function openSuite() {
  const cluster = await stage('database', startThrowAway, ({ port }) => `port ${port}`);
  const data = path.join(cluster.dir, 'data');
  fs.mkdirSync(data, { mode: 0o700 });
  return { ...cluster, data, secret: randomBytes(32).toString('base64url') };
}

/**
 * Runs vitest.
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
export async function unitSuite(args) {
  const { ownerUrl, appUrl, dir, data, secret, stop } = await openSuite();
  const report = path.join(dir, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = {
    ...toolEnv,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SLIPWAY_DATA_DIR: data,
    SLIPWAY_URL: 'http://localhost:3000',
    AUTH_SECRET: secret,
  };
  const vitest = nodeModule('vitest/vitest.mjs', 'run', ...reporters, ...args);
  const code = await stage('unit', () => runProgram(process.execPath, vitest, { env }));
  await stop();
  return tallyOfRun(report, tallyOfVitest, code);
}

/**
 * Builds the application and lets Playwright use it in a browser.
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
export const endToEndSuite = (args) => aloneWithTestBuild(() => runEndToEnd(args));

/** @param {string[]} args */
async function runEndToEnd(args) {
  const chromium = await stage('chromium', needChromium);
  const { ownerUrl, appUrl, dir, data, secret, stop } = await openSuite();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = applicationEnv({ appUrl, url, secret, distDir, data });
  await stage('build', () => build(env, distDir));
  const bundle = (await succeeds('bundle', () => checkBundle(inRoot(distDir)))) ? nothing : oneFailure;

  const log = path.join(dir, 'application.log');
  const app = serve({ host, port, env, log: fs.openSync(log, 'a', 0o600) });
  await stage('serve', () => untilHealthy(app, { host, port }));
  const report = path.join(dir, 'e2e.json');
  const code = await stage('e2e', () =>
    runProgram(process.execPath, nodeModule('@playwright/test/cli.js', 'test', ...args), {
      env: {
        ...env,
        DATABASE_OWNER_URL: ownerUrl,
        BASE_URL: url,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON: report,
      },
    }),
  );
  if (code !== 0) keepLog(log);
  await app.stop();
  await stop();
  return sum([bundle, tallyOfRun(report, tallyOfPlaywright, code)]);
}

/** @param {string} log */
function keepLog(log) {
  const kept = inRoot('test-results', 'application.log');
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  fs.copyFileSync(log, kept);
  say(`What the application logged is in ${path.relative(inRoot(), kept)}.`);
}
