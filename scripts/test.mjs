// npm test: everything. npm run unit and npm run e2e: one suite, with arguments for its runner.
//
// Each suite has a database of its own and the application a free port, so it all runs beside
// `npm start`. `full` (npm run test:full) sets SLIPWAY_TEST_FULL=1, by which tests take long counts.
// The last line says how many tests passed, failed and were skipped; what failed before there were
// tests to run, such as a check or the build, counts as one that failed.
import { generate, install } from './install.mjs';
import { runCommand, unlessEnding } from './lifetime.mjs';
import { say, secondsSoFar, stage } from './stage.mjs';
import { lastLine, nothing, oneFailure, sum } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** @param {() => Promise<Tally>} suite @returns {Promise<Tally>} */
async function attempt(suite) {
  try {
    return await suite();
  } catch (error) {
    await unlessEnding();
    say(error instanceof Error ? error.message : String(error));
    return oneFailure;
  }
}

async function checkSuite() {
  const { runChecks } = await import('./checks.mjs');
  const failed = await runChecks();
  return { passed: 0, failed: failed.length, skipped: 0 };
}

/** @param {string[]} args */
const unit = async (args) => (await import('./suites.mjs')).unitSuite(args);
/** @param {string[]} args */
const endToEnd = async (args) => (await import('./suites.mjs')).endToEndSuite(args);

/** @type {Record<string, ((args: string[]) => Promise<Tally>)[]>} */
const selections = {
  unit: [unit],
  e2e: [endToEnd],
  all: [checkSuite, unit, endToEnd],
  full: [checkSuite, unit, endToEnd],
};

await runCommand(async () => {
  const [name = 'all', ...args] = process.argv.slice(2);
  const suites = selections[name];
  if (!suites) throw new Error(`There is no suite "${name}": ${Object.keys(selections).join(', ')}.`);
  if (name === 'full') process.env.SLIPWAY_TEST_FULL = '1';

  const tallies = [
    await attempt(async () => {
      await stage('install', install);
      await stage('generate', generate);
      return nothing;
    }),
  ];
  if (tallies[0]?.failed === 0) {
    for (const suite of suites) tallies.push(await attempt(() => suite(args)));
  }
  const total = sum(tallies);
  say(`Everything took ${secondsSoFar()} s.`);
  say(lastLine(total));
  return total.failed > 0 ? 1 : 0;
});
