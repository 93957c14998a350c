// npm run bench -- access: roles, groups and people of a generated enterprise, resolved by the product, by Postgres,
// by two libraries and by the bound, in one run on this machine. Options: --people 1000,10000,100000 (1,000,000 where
// there is memory for it), --no-http.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '#scripts/lifetime';
import { inRoot, toolEnv } from '#scripts/project';
import { say, stage } from '#scripts/stage';
import { machine } from '#bench/machine';
import { measureHttp } from './http.mjs';
import { toMarkdown } from './report.mjs';

const settings = [
  'shared_buffers=1GB',
  'work_mem=64MB',
  'maintenance_work_mem=256MB',
  'jit=off',
  'max_wal_size=4GB',
];
const most = 1_000_000;
const bytesForMost = 8e9;

const program = [
  '--expose-gc',
  '--max-old-space-size=6144',
  '--conditions',
  'react-server',
  '--import',
  'tsx',
];

/** @param {string[]} args */
function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string' }, http: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const usual = os.freemem() > bytesForMost ? [1_000, 10_000, 100_000, most] : [1_000, 10_000, 100_000];
  const sizes = values.people ? values.people.split(',').map(Number) : usual;
  if (sizes.some((size) => !Number.isInteger(size) || size < 100 || size > most)) {
    throw new Error(`--people must be whole numbers from 100 to ${most}, with commas between them.`);
  }
  return { sizes, http: values.http };
}

/**
 * Measures one size in a database and a process of its own.
 * @param {number} people
 * @param {boolean} http
 */
async function measure(people, http) {
  const { startThrowAway } = await import('#scripts/throw-away');
  const database = await startThrowAway(settings);
  const file = path.join(database.dir, 'access.json');
  const env = { ...toolEnv, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const args = [...program, 'bench/access/measure.ts', '--people', String(people), '--result', file];
  const code = await runProgram(process.execPath, args, { env });
  if (code !== 0) throw new Error(`Measuring ${people} people ended with ${code}.`);
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  const served = http ? await measureHttp(database, result) : null;
  await database.stop();
  return { ...result, token: undefined, importing: undefined, http: served };
}

/** @param {string[]} args of the command line */
export async function benchAccess(args) {
  const { sizes, http } = optionsOf(args);
  const results = [];
  for (const people of sizes) {
    results.push(await stage(`${people} people`, () => measure(people, http && people === 100_000)));
  }
  const report = {
    date: new Date().toISOString(),
    command: ['npm run bench -- access', ...args].join(' '),
    machine: machine(),
    results,
  };
  const text = toMarkdown(report);
  say(`\n${text}`);
  const isWhole = sizes.includes(100_000);
  const name = `${report.date.slice(0, 10)}-access${isWhole ? '' : '-trial'}`;
  fs.mkdirSync(inRoot('bench', 'results'), { recursive: true });
  fs.writeFileSync(inRoot('bench', 'results', `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  fs.writeFileSync(inRoot('bench', 'results', `${name}.md`), text);
  say(`Stored as bench/results/${name}.json and .md`);
  return text.includes(' differ |') ? 1 : 0;
}
