import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { finish } from '#lib/adapters/codex-client/conversation';
import { findIsolation } from '#lib/adapters/codex-client/isolation';
import { makeWorld, type Files } from '#lib/adapters/codex-client/world';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import type { BundleSource } from '#lib/domain/bundles/bundle';
import { bundleArchive, bundleFiles } from '#lib/domain/bundles/bundle-files';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import { presets } from '#lib/domain/config/presets';
import { readReceipts } from '#lib/domain/receipts/read-receipts';
import type { Answer } from './answer';
import { askClient, clientRequired, whyNot } from './client';
import { cacheFolder, clientVersion, installClient } from './install';

const excuse = await whyNot();
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const workspace = { name: 'Acme', slug: 'acme' };

const source: BundleSource = {
  ...{ workspace, machineSalt: digest('salt'), number: 1, sha256: digest('content') },
  files: versionFiles(
    {
      draft: { decisions: presets.strict, login: null, byText: [], texts: {} },
      teamConfig: starterTeamConfig,
      policies: [],
      workspace,
    },
    digest,
  ),
  ...{ exceptions: [], certificates: [] },
};

mkdirSync(cacheFolder(), { recursive: true });
const folder = mkdtempSync(join(cacheFolder(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks the bundle and lays it into a root of its own with its own script; gives the root. */
function installed(): string {
  for (const [path, bytes] of Object.entries(unzipSync(bundleArchive('linux.zip', source, digest)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const root = join(folder, 'root');
  mkdirSync(root);
  execFileSync('sh', [join(folder, 'linux/install.sh'), '--root', root]);
  return root;
}

const root = excuse === null ? installed() : '';

/** The files as they lie in the root, not as they were made. */
const laid = (): Files => ({
  codexFolder: Object.fromEntries(
    source.files.map(({ path }) => [path, readFileSync(join(root, 'etc/codex', path))]),
  ),
});

const wishes = [
  'approval_policy = "never"',
  'sandbox_mode = "danger-full-access"',
  'web_search = "live"',
].join('\n');

/** An answer without the port of the model, which is another in each world. */
const withoutPort = (answer: Answer) => ({ ...answer, config: { ...answer.config, model_providers: null } });

/** awk by its own path: the world's /etc has none of the links by which some systems find it. */
function linkAwk(): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const found = execFileSync('sh', ['-c', 'command -v awk'], { encoding: 'utf8' }).trim();
  symlinkSync(realpathSync(found), join(bin, 'awk'));
  return bin;
}

test.runIf(clientRequired)('the real client can be asked here, as REQUIRE_CODEX=1 demands', () => {
  expect(excuse, excuse ?? '').toBeNull();
});

describe.skipIf(excuse !== null)('a bundle laid down by its own script', () => {
  test('makes the real client enforce what was released', async () => {
    const fromVersion = await askClient({
      codexFolder: Object.fromEntries(source.files.map(({ path, text }) => [path, text])),
      userConfig: wishes,
    });
    const fromRoot = await askClient({ ...laid(), userConfig: wishes });

    expect(withoutPort(fromRoot)).toEqual(withoutPort(fromVersion));
    expect(fromRoot).toMatchObject({
      ok: true,
      ignored: [],
      enforced: { approval: 'on-request', sandbox: 'read-only' },
      requirements: {
        allowedApprovalPolicies: presets.strict.approval,
        allowedSandboxModes: presets.strict.sandbox,
      },
    });
  });

  test('and its verify script says so: version, sums, and what the client enforces', async () => {
    const client = join(folder, 'codex');
    writeFileSync(client, `#!/bin/sh\nexec ${await installClient()} "$@"\n`);
    chmodSync(client, 0o755);
    const reach = { binary: '/bin/sh', isolation: await findIsolation(), worlds: cacheFolder() };
    const world = await makeWorld(reach, {
      ...laid(),
      userConfig: 'additional_writable_roots = "not a key"\n',
    });
    try {
      const machineId = join(folder, 'machine-id');
      writeFileSync(machineId, `${'0'.repeat(32)}\n`);
      const script = join(folder, 'linux/verify.sh');
      const look = `cp "${machineId}" /etc/machine-id && PATH="${linkAwk()}:$PATH" exec sh "${script}" --client "${client}"`;
      const { code, stdout, stderr } = await finish(world.start(['-c', look]));

      expect(stderr).toBe('');
      expect(code).toBe(0);
      const read = readReceipts(stdout);
      const [receipt] = read.ok ? read.value : [];
      expect(receipt).toMatchObject({
        ...{ os: 'linux', client: clientVersion, content: source.sha256 },
        files: Object.fromEntries(source.files.map(({ path, text }) => [path, digest(text)])),
        enforced: {
          allowedApprovalPolicies: presets.strict.approval,
          allowedSandboxModes: presets.strict.sandbox,
        },
      });
    } finally {
      await world.remove();
    }
  });

  test('and the macOS profile holds the same files', async () => {
    const profile =
      bundleFiles(source, digest).find(({ path }) => path.endsWith('.mobileconfig'))?.text ?? '';
    const held = (key: string) =>
      Buffer.from(new RegExp(`<key>${key}</key><string>([^<]+)</string>`).exec(profile)?.[1] ?? '', 'base64');

    const answer = await askClient({
      requirements: held('requirements_toml_base64'),
      managedConfig: held('config_toml_base64'),
      userConfig: wishes,
    });

    expect(answer).toMatchObject({
      ok: true,
      ignored: [],
      enforced: { approval: 'on-request', sandbox: 'read-only' },
    });
  });
});
