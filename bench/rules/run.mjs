// npm run bench -- rules: what rules decide for a command, evaluated here and asked of the real client in one run.
// Option: --calls N (200) commands for each.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '#scripts/lifetime';
import { inRoot, toolEnv } from '#scripts/project';
import { say, stage } from '#scripts/stage';
import { machine } from '#bench/machine';
import { spread } from '#bench/statistics';

/** A client call takes at least so many times what a command takes here. */
const goal = 100;

const program = ['--conditions', 'react-server', '--import', 'tsx', 'bench/rules/measure.ts'];

/** @param {number} ms */
const inWords = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(1)} ms`);

/** @param {number[]} times */
function range(times) {
  const { median, min, max } = spread(times);
  return `${inWords(median)} (${inWords(min)}–${inWords(max)})`;
}

/** @param {number} calls */
async function measure(calls) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-rules-'));
  const file = path.join(dir, 'times.json');
  try {
    const args = [...program, '--calls', String(calls), '--result', file];
    const code = await runProgram(process.execPath, args, { env: toolEnv });
    if (code !== 0) throw new Error(`Measuring rules ended with ${code}.`);
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string[]} args of the command line */
export async function benchRules(args) {
  const { values } = parseArgs({ args, options: { calls: { type: 'string', default: '200' } } });
  const calls = Number(values.calls);
  if (!Number.isInteger(calls) || calls < 10 || calls > 10_000) {
    throw new Error('--calls must be a whole number from 10 to 10000.');
  }
  const { rules, client, command, whole } = await stage('rules', () => measure(calls));
  const ratio = spread(client).median / spread(command).median;
  const { processor, cores, node } = machine();
  const text = `# Bench of rules, ${new Date().toISOString().slice(0, 10)}

\`npm run bench -- rules --calls ${calls}\`. Medians (smallest–largest) over everyday commands under ${rules} rules, one
after the other in one process. ${processor}, ${cores} cores; Node ${node}.

| work | time |
| --- | ---: |
| one command, rules read before | ${range(command)} |
| one command, rules read for it | ${range(whole)} |
| one call of the client | ${range(client)} |

One client call takes ${Math.round(ratio).toLocaleString('en')} times what a command takes here; the goal is ${goal}: ${ratio >= goal ? 'met' : 'NOT MET'}.
`;
  say(`\n${text}`);
  const file = path.join('bench', 'results', `${new Date().toISOString().slice(0, 10)}-rules.md`);
  fs.writeFileSync(inRoot(file), text);
  say(`Stored as ${file}`);
  return ratio >= goal ? 0 : 1;
}
