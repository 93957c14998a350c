import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sumOfFile } from '#lib/adapters/codex-client/client-folder';
import { fetchClient } from '#lib/commands/clients/fetch-client';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { whyNot } from '#test/oracle/client';
import { clientVersion, installClient } from '#test/oracle/install';
import { openNpmRegistry, packBinary, type ListedPackage, type NpmRegistry } from '#test/oracle/npm-registry';
import { runFetchClient } from './fetch-client';

const excuse = await whyNot();
const npm = excuse === null ? 'npm and a registry' : `npm and a registry (skipped: ${excuse})`;
const [misnamed, tampered, unknown] = ['0.168.0', '0.167.0', '0.166.0'];

let folder: string;
let registry: NpmRegistry;
let real: ListedPackage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-fetch-'));
  if (excuse !== null) return;
  real = await packBinary(folder, await installClient());
  const other = join(folder, 'other');
  await writeFile(other, `#!/bin/sh\necho codex-cli ${clientVersion}\n`, { mode: 0o755 });
  const small = await packBinary(folder, other);
  registry = await openNpmRegistry({
    [clientVersion]: real,
    [misnamed]: small,
    [tampered]: { ...small, integrity: `sha512-${'A'.repeat(86)}==` },
  });
  vi.stubEnv('npm_config_registry', registry.address);
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  if (excuse === null) await registry.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is stored of a client once the job that somebody's click left has run. */
async function fetched(version: string) {
  const { ctx } = await arrange();
  const { workspaceId } = ctx;
  expect(await fetchClient(ctx, { version })).toMatchObject({ ok: true, value: { state: 'queued' } });
  await runFetchClient({ workspaceId, version }, { id: randomUUID(), now: new Date(), dataDir: folder });
  const row = await db.codexClient.findUniqueOrThrow({
    where: { workspaceId_version: { workspaceId, version } },
  });
  return { row, actions: (await auditLog(workspaceId)).map(({ action }) => action) };
}

describe.skipIf(excuse !== null)(`fetching a client with ${npm}`, { timeout: 120_000 }, () => {
  test('keeps its binary under its sum, with the SHA-512 that the registry says, and audits', async () => {
    const { row, actions } = await fetched(clientVersion);

    const sha256 = await sumOfFile(await installClient());
    expect(row).toMatchObject({ state: 'ready', source: 'npm', sha256, integrity: real.integrity });
    expect(actions).toEqual(['client.wanted', 'client.fetched']);
    const kept = join(folder, 'clients');
    expect(await sumOfFile(join(kept, sha256, 'bin', 'codex'))).toBe(sha256);
    expect((await readdir(kept)).filter((name) => name.startsWith('part-'))).toEqual([]);
  });

  test.each([
    ['the registry does not know it', unknown, `npm knows no client ${unknown} for this server.`],
    ['its bytes are not those that the registry describes', tampered, /EINTEGRITY/],
    ['the package holds another version', misnamed, `The package holds the client ${clientVersion}.`],
  ])('fails in words and keeps nothing where %s', async (_, version, reason) => {
    const { row, actions } = await fetched(version);

    expect(row).toMatchObject({ state: 'failed', sha256: null });
    expect(row.reason).toMatch(reason);
    expect(actions).toEqual(['client.wanted']);
  });
});
