// npm run bench: measures the product beside a bare app of the same framework, in one run, on a database of
// its own. Options: --rounds N (7), --seconds S (5) for each page and number of connections.
// npm run bench -- access, rules, config or bundles: see the run.mjs of that folder.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate, install } from '#scripts/install';
import { runCommand } from '#scripts/lifetime';
import { inRoot } from '#scripts/project';
import { say, stage } from '#scripts/stage';
import { aloneWithTestBuild } from '#scripts/test-build';
import {
  buildFloor,
  buildProduct,
  fillWorkspace,
  pagesOf,
  serveFloor,
  serveProduct,
  signIn,
} from './apps.mjs';
import { measureFirstLoad } from './first-load.mjs';
import { machine } from './machine.mjs';
import { connectionCounts, headersOf, measure } from './measure.mjs';
import { toMarkdown } from './report.mjs';
import { goalsOf, linesOf, roundsOfAResult } from './summary.mjs';

/** @param {string} name @param {string} text @param {number} most */
function wholeNumber(name, text, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`--${name} must be a whole number from 1 to ${most}, and is "${text}".`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(roundsOfAResult) },
      seconds: { type: 'string', default: '5' },
    },
  });
  return {
    rounds: wholeNumber('rounds', values.rounds, 50),
    seconds: wholeNumber('seconds', values.seconds, 60),
  };
}

/** Starts both applications on one database; gives the pages to measure. */
async function setUp() {
  const { startThrowAway } = await import('#scripts/throw-away');
  const database = await stage('database', startThrowAway, () => 'of its own');
  await stage('build floor', buildFloor);
  await stage('build', () => buildProduct(database));
  const product = await stage('serve', () => serveProduct(database));
  await stage('fill', () => fillWorkspace(product, database));
  const cookie = await signIn(product);
  return pagesOf({ product, cookie, floor: await serveFloor(database) });
}

/**
 * Stores a result under its date; a trial beside it, so that it replaces no result.
 * @param {import('./report.mjs').Result} result
 * @param {unknown} samples
 */
function store(result, samples) {
  const name = `${result.date.slice(0, 10)}${result.options.rounds < roundsOfAResult ? '-trial' : ''}`;
  const file = inRoot('bench', 'results', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.json`, `${JSON.stringify({ ...result, samples }, null, 2)}\n`);
  fs.writeFileSync(`${file}.md`, toMarkdown(result));
  say(`Stored as bench/results/${name}.json and .md`);
}

/** @param {{ rounds: number, seconds: number }} options */
async function bench(options) {
  const pages = await setUp();
  const firstLoads = [];
  for (const page of pages) {
    firstLoads.push({ page: page.name, ...(await measureFirstLoad(page.url, headersOf(page))) });
  }
  const { rounds, seconds } = options;
  const minutes = (rounds * seconds * pages.length * connectionCounts.length) / 60;
  say(`Measuring for about ${minutes.toFixed(1)} minutes.`);
  const samples = await measure(pages, { ...options, tell: say });

  const lines = linesOf(samples);
  const result = {
    date: new Date().toISOString(),
    command: `npm run bench -- --rounds ${rounds} --seconds ${seconds}`,
    machine: machine(),
    options,
    lines,
    firstLoads,
    goals: goalsOf(lines, firstLoads),
  };
  say(`\n${toMarkdown(result)}`);
  store(result, samples);
  const errors = lines.reduce((sum, line) => sum + line.errors, 0);
  if (errors > 0) say(`${errors} requests failed: these figures are not worth keeping.`);
  return errors > 0 ? 1 : 0;
}

/** What there is to measure: pages, unless the first word says something else. */
async function selected() {
  const [name, ...rest] = process.argv.slice(2);
  if (name === 'access') {
    const { benchAccess } = await import('./access/run.mjs');
    return () => benchAccess(rest);
  }
  if (name === 'rules') {
    const { benchRules } = await import('./rules/run.mjs');
    return () => benchRules(rest);
  }
  if (name === 'config') {
    const { benchConfig } = await import('./config/run.mjs');
    return () => benchConfig(rest);
  }
  if (name === 'bundles') {
    const { benchBundles } = await import('./bundles/run.mjs');
    return () => benchBundles(rest);
  }
  const options = readOptions();
  return () => bench(options);
}

await runCommand(async () => {
  await stage('install', install);
  await stage('generate', generate);
  return aloneWithTestBuild(await selected());
});
