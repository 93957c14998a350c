// Archives of a release and the same bytes through node's zlib, in turn with each other. Writes the times as JSON into
// the file it is given.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import type { BundleSource } from '#lib/domain/bundles/bundle';
import { bundleFiles } from '#lib/domain/bundles/bundle-files';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import { presets } from '#lib/domain/config/presets';
import { zipFiles } from '#lib/domain/team-config/render-team-config';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, result: { type: 'string' } } });
const rounds = Number(values.rounds);
if (!values.result) throw new Error('--result names the file for the times.');

const warmUps = 20;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const workspace = { name: 'Acme', slug: 'acme' };

/** Besides the starter's skills as many and as long as a large team has. */
const skills = Array.from({ length: 12 }, (_, index) => ({
  name: `skill-${String(index)}`,
  description: 'What it is for.',
  body: `Step ${String(index)}: look at what is there before anything is changed, and say what was found.\n`.repeat(
    60,
  ),
}));
const teamConfig = { ...starterTeamConfig, skills: [...starterTeamConfig.skills, ...skills] };
const draft = { decisions: presets.standard, login: null, byText: [], texts: {} };
const files = versionFiles({ draft, teamConfig, policies: [], workspace }, digest);
const source: BundleSource = {
  ...{ workspace, machineSalt: digest('salt'), number: 1, sha256: digest('content'), files },
  ...{ exceptions: [], certificates: [] },
};

const bundled = bundleFiles(source, digest);
const texts = bundled.map(({ text }) => text);

/** What a zip made with zlib takes at least: each file's bytes, their sum, and their compressed form. */
const throughZlib = () =>
  texts.reduce((size, text) => {
    const bytes = new TextEncoder().encode(text);
    crc32(bytes);
    return size + deflateRawSync(bytes).length;
  }, 0);

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const zip: number[] = [];
const zlib: number[] = [];
const bundle: number[] = [];
for (let round = -warmUps; round < rounds; round += 1) {
  const [zipped, deflated] = [timeOf(() => zipFiles(bundled)), timeOf(throughZlib)];
  const whole = timeOf(() => zipFiles(bundleFiles(source, digest)));
  if (round < 0) continue;
  zip.push(zipped);
  zlib.push(deflated);
  bundle.push(whole);
}

const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const sizes = { size: zipFiles(bundled).length, zlibSize: throughZlib() };
fs.writeFileSync(
  values.result,
  JSON.stringify({ files: bundled.length, bytes, ...sizes, zip, zlib, bundle }),
);
