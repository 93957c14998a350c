// A real Chromium for the end-to-end tests: Playwright's own, else the system's, else one is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { runQuietly } from './lifetime.mjs';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of the Chromium to use; null when there is none. CHROMIUM_PATH goes first. */
async function findChromium() {
  const { chromium } = await import('playwright');
  const places = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemPaths];
  return places.find((place) => place && fs.existsSync(place)) ?? null;
}

const isDebianRoot = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

async function installWithApt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-q'], { what: 'apt-get update', env });
  const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await runQuietly('apt-get', args, { what: 'apt-get install chromium', env });
}

/** Path of a Chromium, installed first where that can be done. Throws, saying what to install. */
export async function needChromium() {
  const found = await findChromium();
  if (found) return found;
  if (isDebianRoot()) await installWithApt();
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    'There is no Chromium: install one with `npx playwright install chromium`, or name it in CHROMIUM_PATH.',
  );
}
