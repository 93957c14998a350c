// What can be found without running the product: format, import rules, types, unused code, documents.
import { missingPaths } from './document-paths.mjs';
import { runQuietly } from './lifetime.mjs';
import { nodeModule, toolEnv } from './project.mjs';
import { say, succeeds } from './stage.mjs';

/** @param {string} what @param {string} file @param {...string} args */
const tool = (what, file, ...args) =>
  runQuietly(process.execPath, nodeModule(file, ...args), { what, env: toolEnv }).then(() => '');

async function checkDocuments() {
  const missing = missingPaths();
  for (const sentence of missing) say(sentence);
  if (missing.length > 0) throw new Error('Documents name what does not exist.');
  return '';
}

/**
 * Two rows of checks that run side by side, each in its order.
 * @param {boolean} fix
 * @returns {Record<string, () => Promise<string>>[]}
 */
const rows = (fix) => [
  {
    format: () =>
      tool('Format', 'prettier/bin/prettier.cjs', fix ? '--write' : '--check', '--log-level=warn', '.'),
    lint: () => tool('Lint', 'eslint/bin/eslint.js', '--max-warnings=0', ...(fix ? ['--fix'] : []), '.'),
  },
  {
    routes: () => tool('Types of routes', 'next/dist/bin/next', 'typegen'),
    types: () => tool('Types', 'typescript/bin/tsc', '--noEmit'),
    unused: () => tool('Unused code', 'knip/bin/knip.js', '--no-progress'),
    documents: checkDocuments,
  },
];

/**
 * Runs every check, also after one failed; gives the names of those that failed.
 * @param {{ fix?: boolean }} [options] with `fix`, puts right what tools can put right
 */
export async function runChecks({ fix = false } = {}) {
  /** @type {string[]} */
  const failed = [];
  const runRow = async (/** @type {Record<string, () => Promise<string>>} */ row) => {
    for (const [name, check] of Object.entries(row)) if (!(await succeeds(name, check))) failed.push(name);
  };
  await Promise.all(rows(fix).map(runRow));
  return failed;
}
