// npm run bench -- config: a configuration file of about 10 kB made, read and looked at, beside a parser that gives
// values alone, in one run. Option: --rounds N (200).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '#scripts/lifetime';
import { inRoot, toolEnv } from '#scripts/project';
import { say, stage } from '#scripts/stage';
import { machine } from '#bench/machine';
import { spread } from '#bench/statistics';

/** Made, read and looked at: milliseconds for about 10 kB. */
const goalMs = 5;

const program = ['--conditions', 'react-server', '--import', 'tsx', 'bench/config/measure.ts'];

/** @param {number[]} times */
function range(times) {
  const { median, min, max } = spread(times);
  return `${median.toFixed(2)} ms (${min.toFixed(2)}–${max.toFixed(2)})`;
}

/** @param {number} rounds */
async function measure(rounds) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-config-'));
  const file = path.join(dir, 'times.json');
  try {
    const args = [...program, '--rounds', String(rounds), '--result', file];
    const code = await runProgram(process.execPath, args, { env: toolEnv });
    if (code !== 0) throw new Error(`Measuring configuration files ended with ${code}.`);
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string[]} args of the command line */
export async function benchConfig(args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '200' } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 10 || rounds > 10_000) {
    throw new Error('--rounds must be a whole number from 10 to 10000.');
  }
  const { bytes, generate, read, check, whole, valuesAlone } = await stage('configuration', () =>
    measure(rounds),
  );
  const { median } = spread(whole);
  const { processor, cores, node } = machine();
  const text = `# Bench of configuration files, ${new Date().toISOString().slice(0, 10)}

\`npm run bench -- config --rounds ${rounds}\`. Medians (smallest–largest) for a requirements.toml of
${bytes.toLocaleString('en')} bytes, one after the other in turn in one process. ${processor}, ${cores} cores; Node ${node}.

| work | time |
| --- | ---: |
| made, read and looked at | ${range(whole)} |
| made from the decisions | ${range(generate)} |
| read with the place of everything | ${range(read)} |
| read and looked at | ${range(check)} |
| values alone, by smol-toml | ${range(valuesAlone)} |

Made, read and looked at in ${median.toFixed(2)} ms; the goal is at most ${goalMs} ms: ${median <= goalMs ? 'met' : 'NOT MET'}.
`;
  say(`\n${text}`);
  const file = path.join('bench', 'results', `${new Date().toISOString().slice(0, 10)}-config.md`);
  fs.writeFileSync(inRoot(file), text);
  say(`Stored as ${file}`);
  return median <= goalMs ? 0 : 1;
}
