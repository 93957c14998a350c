import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certifyFiles } from '#lib/adapters/codex-client/certify-files';
import { removeLeftWorlds } from '#lib/adapters/codex-client/world';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { isOutOfLine, verdictOf, type KeyResult } from '#lib/domain/certificates/certificate';
import { judgeAll } from '#lib/domain/certificates/judge';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { whyNot } from './client';
import { clientVersion, installClient } from './install';
import { askAll } from './reaction';
import { sampleFile } from './sample-document';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;
const isFull = process.env.SLIPWAY_TEST_FULL === '1';
/** One of this many samples is certified; the full count certifies each. */
const stride = isFull ? 1 : 60;

let worlds: string;
beforeAll(async () => {
  worlds = await mkdtemp(join(tmpdir(), 'slipway-worlds-'));
});
afterAll(() => rm(worlds, { recursive: true, force: true }));

async function certify(files: readonly VersionFile[]): Promise<KeyResult[]> {
  const asked = await certifyFiles({ binary: await installClient(), worlds }, files);
  if (!asked.ok) throw new Error(asked.error.message);
  return judgeAll(files, asked.value, { client: clientVersion, newest: newestClient }, keyCatalogue);
}

const requirements = (text: string) => [{ path: 'requirements.toml', text }];

describe.skipIf(excuse !== null)(`a certificate of ${client}`, () => {
  test(
    'finds nothing out of line in any good sample of the catalogue',
    { timeout: isFull ? 30 * 60_000 : 90_000 },
    async () => {
      const samples = keyCatalogue.keys
        .filter(({ until }) => until === null)
        .flatMap((key) => key.good.map((value) => ({ key, value })))
        // Such a file leads the client to a server that is not there.
        .filter(({ key }) => key.effect !== 'start_refused' && !key.path.startsWith('config_server'))
        .filter((_, at) => at % stride === 0);
      const found = await askAll(samples, async ({ key, value }) => {
        const path = key.form === 'requirements' ? 'requirements.toml' : 'managed_config.toml';
        const results = await certify([{ path, text: sampleFile(key, value) }]);
        return results.filter(isOutOfLine).map((one) => `${key.path}: ${one.outcome}: ${one.message}`);
      });

      expect(found.flat()).toEqual([]);
    },
  );

  test('is not green with a misspelt key, also behind the three that the client names', async () => {
    const text =
      'allowed_sandbox_modes = ["read-only"]\na1 = 1\na2 = 1\na3 = 1\nallowed_login_method = ["api"]\n';
    const results = await certify(requirements(text));

    expect(results.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['allowed_sandbox_modes', 'as_intended'],
      ...['a1', 'a2', 'a3', 'allowed_login_method'].map((key) => [key, 'ignored']),
    ]);
    expect(verdictOf(results)).toBe('differs');
  });

  test('holds each policy in the place of the requirements, beside the other files', async () => {
    const results = await certify([
      ...requirements('allowed_sandbox_modes = ["read-only", "workspace-write"]\n'),
      { path: 'managed_config.toml', text: 'approval_policy = "never"\n' },
      {
        path: 'policies/01-first.toml',
        text: '# Policy 1: "First"\n\nallowed_sandbox_modes = ["read-only"]\n',
      },
      { path: 'policies/02-second.toml', text: 'enforce_residency = "eu"\n' },
    ]);

    expect(results.map(({ file, key, line, outcome }) => [file, key, line, outcome])).toEqual([
      ['requirements.toml', 'allowed_sandbox_modes', 1, 'as_intended'],
      ['managed_config.toml', 'approval_policy', 1, 'as_intended'],
      ['policies/01-first.toml', 'allowed_sandbox_modes', 3, 'as_intended'],
      ['policies/02-second.toml', 'enforce_residency', 1, 'refused'],
    ]);
    expect(results[0]?.message).toContain('workspace-write');
    expect(results[2]?.message).toContain('read-only');
    expect(verdictOf(results)).toBe('differs');
  });

  test('tells the key that the client refuses, with its words', async () => {
    const results = await certify(
      requirements('allowed_sandbox_modes = ["read-only"]\nenforce_residency = "eu"\n'),
    );

    expect(results[0]).toMatchObject({ key: 'allowed_sandbox_modes', outcome: 'not_observable' });
    expect(results[1]).toMatchObject({ key: 'enforce_residency', line: 2, outcome: 'refused' });
    expect(results[1]?.message).toContain('unknown variant `eu`');
  });

  test('tells what managed defaults make of the requirements that they outrank', async () => {
    const results = await certify([
      ...requirements('allowed_approval_policies = ["on-request"]\nallowed_sandbox_modes = ["read-only"]\n'),
      { path: 'managed_config.toml', text: 'sandbox_mode = "workspace-write"\n' },
    ]);

    expect(results.map(({ key, outcome, message }) => [key, outcome, message])).toEqual([
      ['allowed_approval_policies', 'as_intended', expect.any(String)],
      ['allowed_sandbox_modes', 'replaced', 'A thread gets the sandbox mode workspace-write all the same.'],
      ['sandbox_mode', 'as_intended', expect.any(String)],
    ]);
  });

  test('starts no MCP server, no hook and no notifier, and leaves nothing behind', async () => {
    const mark = join(worlds, 'started');
    const command = `touch ${mark}`;
    const hooks = `[[hooks.SessionStart]]\n[[hooks.SessionStart.hooks]]\ntype = "command"\ncommand = "${command}"\n`;
    const results = await certify([
      ...requirements(hooks),
      {
        path: 'managed_config.toml',
        text: `notify = ["touch", "${mark}"]\n[mcp_servers.docs]\ncommand = "touch"\nargs = ["${mark}"]\n`,
      },
    ]);

    expect(results.filter(isOutOfLine)).toEqual([]);
    expect(await readdir(worlds)).toEqual([]);
  });
});

describe.skipIf(excuse !== null)(`a world of ${client}`, () => {
  test('ends with the process that made it, and its folder is removed by the next', async () => {
    const program = `
      const { findIsolation } = await import('#lib/adapters/codex-client/isolation');
      const { makeWorld } = await import('#lib/adapters/codex-client/world');
      const isolation = await findIsolation();
      const world = await makeWorld({ binary: ${JSON.stringify(await installClient())}, isolation, worlds: ${JSON.stringify(worlds)} }, {});
      const client = world.start(['app-server']);
      client.stdin.write('{"id":1,"method":"initialize","params":{"clientInfo":{"name":"x","title":null,"version":"1"}}}\\n');
      client.stdout.once('data', () => process.stdout.write('ready'));
    `;
    const maker = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    await new Promise((resolve) => maker.stdout.once('data', resolve));
    const [left = ''] = await readdir(worlds);
    const folder = join(worlds, left);
    expect(await processesIn(folder)).not.toEqual([]);
    maker.kill('SIGKILL');

    await expect.poll(() => processesIn(folder), { timeout: 20_000 }).toEqual([]);
    await removeLeftWorlds(worlds, 60_000);
    expect(await readdir(worlds)).toEqual([left]);
    await utimes(folder, new Date(0), new Date(0));
    await mkdir(join(worlds, 'other'));
    await removeLeftWorlds(worlds, 60_000);
    expect(await readdir(worlds)).toEqual(['other']);
  });
});

/** Processes that were started for a world. */
async function processesIn(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const around = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
      return around.split('\0').includes(`WORLD=${folder}`) ? [id] : [];
    }),
  );
  return found.flat();
}
