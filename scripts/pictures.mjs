// npm run pictures: takes the pictures of the documents from the running application, on a database of its
// own, with a clock that stands still.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { applicationEnv, build, serve, untilHealthy } from './application.mjs';
import { needChromium } from './chromium.mjs';
import { generate, install } from './install.mjs';
import { atEnd, runCommand } from './lifetime.mjs';
import { freePort } from './ports.mjs';
import { inRoot } from './project.mjs';
import { admitPeople, people, sampleNow, sampleStory, writerOf } from './sample-workspace.mjs';
import { stage } from './stage.mjs';
import { aloneWithTestBuild, testDistDir } from './test-build.mjs';

const host = '127.0.0.1';
const slug = 'acme';
const timeZone = 'Europe/Berlin';
const firstRunAt = '2026-11-16T08:02:00Z';
const folder = inRoot('docs', 'pictures');
const view = { width: 1440, height: 900 };

/** Name of the picture and path of the page, once somebody is signed in. */
const pages = {
  overview: `/${slug}`,
  'step-1-toggles': `/${slug}/rollout/toggles?toggle=codex.cloud`,
  'step-3-configuration': `/${slug}/rollout/configuration`,
  activity: `/${slug}/activity`,
};

/**
 * Starts the built application on an empty database, its clock in our hands.
 * @param {Awaited<ReturnType<typeof import('./throw-away.mjs').startThrowAway>>} database
 */
async function startApplication({ appUrl, ownerUrl, dir }) {
  const clock = path.join(dir, 'clock');
  const setClock = (/** @type {string} */ instant) => fs.writeFileSync(clock, instant);
  setClock(firstRunAt);
  const port = await freePort(host);
  const url = `http://${host}:${port}`;
  const secret = randomBytes(32).toString('base64url');
  const data = path.join(dir, 'data');
  const log = path.join(dir, 'application.log');
  const env = {
    ...applicationEnv({ appUrl, url, secret, data, distDir: testDistDir }),
    TZ: 'UTC',
    PICTURE_CLOCK: clock,
    NODE_OPTIONS: `--import=${pathToFileURL(inRoot('scripts', 'picture-clock.mjs')).href}`,
  };
  const app = serve({ host, port, env, log: fs.openSync(log, 'a', 0o600) });
  await untilHealthy(app, { host, port });
  const setupLink = /http\S+\/setup\/\S+/.exec(fs.readFileSync(log, 'utf8'))?.[0];
  if (!setupLink) throw new Error('The application printed no set-up link.');
  return { url, ownerUrl, setupLink, setClock };
}

/** A Chromium that ends with this command. */
async function openBrowser() {
  const executablePath = await needChromium();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
  atEnd(() => browser.close());
  return browser;
}

/**
 * @param {Awaited<ReturnType<typeof openBrowser>>} browser
 * @param {string} instant
 */
async function openPage(browser, instant) {
  const context = await browser.newContext({
    viewport: view,
    timezoneId: timeZone,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(instant);
  return page;
}

/**
 * One picture in light and one in dark.
 * @param {import('playwright').Page} page
 * @param {string} name
 */
async function takePictures(page, name) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), caret: 'hide' });
  }
}

/**
 * The first run, as Mara does it.
 * @param {import('playwright').Page} page
 * @param {string} setupLink
 */
async function setUp(page, setupLink) {
  await page.goto(setupLink);
  await page.getByLabel('Your name').fill(people.mara.name);
  await page.getByLabel('Work e-mail').fill(people.mara.email);
  await page.getByLabel('Password').fill('a sentence is easy to remember');
  await page.getByLabel('Workspace name').fill('Acme');
  await page.getByLabel('Address').fill(slug);
  await page.getByLabel('Time zone').selectOption(timeZone);
  await page.getByRole('heading', { level: 1 }).click();
  await takePictures(page, 'first-run');
  await page.getByRole('button', { name: 'Create account and start' }).click();
  await page.waitForURL(`**/${slug}`);
}

/** @param {Awaited<ReturnType<typeof startApplication>>} application */
async function tellStory({ url, ownerUrl, setClock }) {
  const write = writerOf({ url, slug, tokens: await admitPeople(ownerUrl, slug) });
  for (const [instant, each] of sampleStory) {
    setClock(instant);
    await write(each);
  }
  setClock(sampleNow);
  return `${sampleStory.length} changes`;
}

/**
 * @param {import('playwright').Page} page
 * @param {string} address
 * @param {string} name
 */
async function visit(page, address, name) {
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}.`);
  await takePictures(page, name);
}

async function takeAll() {
  const { startThrowAway } = await import('./throw-away.mjs');
  const database = await stage('database', startThrowAway, () => 'of its own');
  const facts = { appUrl: database.appUrl, url: `http://${host}`, secret: '-'.repeat(32) };
  const env = applicationEnv({ ...facts, distDir: testDistDir });
  await stage('build', () => build(env, testDistDir));
  const application = await stage('serve', () => startApplication(database));
  fs.mkdirSync(folder, { recursive: true });

  const browser = await openBrowser();
  const mara = await openPage(browser, firstRunAt);
  await stage('first run', () => setUp(mara, application.setupLink));
  await stage('story', () => tellStory(application));
  await mara.clock.setFixedTime(sampleNow);
  await stage('pictures', async () => {
    for (const [name, address] of Object.entries(pages)) await visit(mara, application.url + address, name);
    await visit(await openPage(browser, sampleNow), `${application.url}/sign-in`, 'sign-in');
    return path.relative(inRoot(), folder);
  });
  return 0;
}

await runCommand(async () => {
  await stage('install', install);
  await stage('generate', generate);
  return aloneWithTestBuild(takeAll);
});
