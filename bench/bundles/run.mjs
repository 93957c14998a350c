// npm run bench -- bundles: a release as an archive beside the same bytes through node's zlib, in one run.
// Option: --rounds N (200) archives of each.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '#scripts/lifetime';
import { inRoot, toolEnv } from '#scripts/project';
import { say, stage } from '#scripts/stage';
import { machine } from '#bench/machine';
import { spread } from '#bench/statistics';

/** An archive takes at most so many times what zlib takes for the same bytes. */
const goal = 1.3;

const program = ['--conditions', 'react-server', '--import', 'tsx', 'bench/bundles/measure.ts'];

/** @param {number[]} times */
function range(times) {
  const { median, min, max } = spread(times);
  return `${median.toFixed(2)} ms (${min.toFixed(2)}–${max.toFixed(2)})`;
}

/** @param {number} rounds */
async function measure(rounds) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-bundles-'));
  const file = path.join(dir, 'times.json');
  try {
    const args = [...program, '--rounds', String(rounds), '--result', file];
    const code = await runProgram(process.execPath, args, { env: toolEnv });
    if (code !== 0) throw new Error(`Measuring bundles ended with ${code}.`);
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string[]} args of the command line */
export async function benchBundles(args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '200' } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 10 || rounds > 10_000) {
    throw new Error('--rounds must be a whole number from 10 to 10000.');
  }
  const { files, bytes, size, zlibSize, zip, zlib, bundle } = await stage('bundles', () => measure(rounds));
  const ratio = spread(zip).median / spread(zlib).median;
  const { processor, cores, node } = machine();
  const text = `# Bench of bundles, ${new Date().toISOString().slice(0, 10)}

\`npm run bench -- bundles --rounds ${rounds}\`. Medians (smallest–largest) of a release of ${files} files and
${bytes.toLocaleString('en')} bytes, one after the other in turn in one process. ${processor}, ${cores} cores; Node ${node}.

| work | time | bytes |
| --- | ---: | ---: |
| the archive (\`bundle.zip\` from its files) | ${range(zip)} | ${size.toLocaleString('en')} |
| the same bytes through zlib (\`deflateRawSync\`, CRC-32 of each file) | ${range(zlib)} | ${zlibSize.toLocaleString('en')} |
| making the files and the archive | ${range(bundle)} | |

The archive takes ${ratio.toFixed(2)} times what zlib takes; the goal is at most ${goal}: ${ratio <= goal ? 'met' : 'NOT MET'}. Entries are stored
as they are, so that the bytes of a release depend on no version of a compressor.
`;
  say(`\n${text}`);
  const file = path.join('bench', 'results', `${new Date().toISOString().slice(0, 10)}-bundles.md`);
  fs.writeFileSync(inRoot(file), text);
  say(`Stored as ${file}`);
  return ratio <= goal ? 0 : 1;
}
