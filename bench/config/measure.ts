// A configuration file of about 10 kB: made from the decisions, read with the place of everything, and looked at, in
// turn with a parser that gives values alone. Writes the times as JSON into the file it is given.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'smol-toml';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { checkConfig } from '#lib/domain/config-check/check-config';
import { readToml } from '#lib/domain/config-check/read-toml';
import { decidedBody } from '#lib/domain/config/decided-body';
import { decisionsSchema } from '#lib/domain/config/decisions';
import { presets } from '#lib/domain/config/presets';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, result: { type: 'string' } } });
const rounds = Number(values.rounds);
if (!values.result) throw new Error('--result names the file for the times.');

const warmUps = 50;
const file = 'requirements.toml';
const servers = Array.from({ length: 99 }, (_, at) => ({
  name: `server-${String(at)}`,
  identity: { url: `https://server-${String(at)}.tools.example/mcp` },
}));
const decisions = decisionsSchema.parse({ ...presets.standard, mcp: { mode: 'listed', servers } });

const generate = () => decidedBody(file, { decisions, login: null });
const text = generate();
const work = {
  generate,
  read: () => readToml(text),
  check: () => checkConfig({ file, text, oldestClient: newestClient }, keyCatalogue),
  whole: () => checkConfig({ file, text: generate(), oldestClient: newestClient }, keyCatalogue),
  valuesAlone: () => parse(text),
};

const times: Record<string, number[]> = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
for (let round = -warmUps; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(work)) {
    const began = performance.now();
    run();
    if (round >= 0) times[name]?.push(performance.now() - began);
  }
}
fs.writeFileSync(values.result, JSON.stringify({ bytes: Buffer.byteLength(text), ...times }));
