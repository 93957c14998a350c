import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeVersion } from '#lib/commands/config-versions/make-version';
import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { setFleet } from '#lib/commands/clients/set-fleet';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { db } from '#lib/data/db';
import { presets } from '#lib/domain/config/presets';
import type { Context } from '#lib/domain/context';
import { readCertificates, readDraftCertificates } from '#lib/queries/certificates';
import { arrange, auditLog } from '#test/arrange';
import { putAtHand } from '#test/oracle/at-hand';
import { whyNot, whyNotOlder } from '#test/oracle/client';
import { clientVersion, olderVersion } from '#test/oracle/install';
import { certify } from './certify';

const excuse = (await whyNot()) ?? (await whyNotOlder());
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'slipway-certify-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Does what commands of this workspace left for this job, as the queue would. */
async function work({ workspaceId }: Context): Promise<number> {
  const left = await db.$queryRaw<{ id: string; payload: unknown }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'certify' and j.payload->>'workspaceId' = ${workspaceId}
    returning j.id::text, j.payload`;
  for (const { payload } of left) await certify(payload, { id: randomUUID(), now: new Date(), dataDir });
  return left.length;
}

const baseline = (ctx: Context, version = 0) => setConfiguration(ctx, { preset: 'standard', version });

describe.skipIf(excuse !== null)(`a draft and ${client}`, () => {
  test('is certified in the background by both ends of the fleet, and so is a version of it', async () => {
    const { ctx } = await arrange();
    await setFleet(ctx, { oldest: olderVersion, newest: clientVersion, version: 0 });
    for (const version of [clientVersion, olderVersion] as const) await putAtHand(ctx, dataDir, version);
    await baseline(ctx);
    expect(await readDraftCertificates(ctx)).toMatchObject({ word: 'running' });

    expect(await work(ctx)).toBe(2);

    const draft = await readDraftCertificates(ctx);
    expect(draft).toMatchObject({ word: 'certified' });
    expect(draft?.certificates.map(({ client, role, state }) => [client, role, state])).toEqual([
      [clientVersion, 'newest', 'done'],
      [olderVersion, 'oldest', 'done'],
    ]);
    const outcomes = draft?.certificates.map(({ certificate }) => certificate?.results ?? []) ?? [];
    for (const results of outcomes) {
      expect(results).toContainEqual({
        file: 'requirements.toml',
        key: 'allowed_sandbox_modes',
        line: expect.any(Number),
        outcome: 'as_intended',
        message: 'A user who asks for the most gets the sandbox mode read-only.',
      });
    }

    await makeVersion(ctx, { from: 'draft', note: 'First.', version: 0 });
    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({ word: 'certified' });
    const released = await releaseVersion(ctx, { number: 1, withoutApproval: 'Alone here.' });
    expect(released).toMatchObject({
      ok: true,
      value: {
        release: {
          exceptions: [{ kind: 'sole_member' }],
          certificates: [{ verdict: 'as_intended' }, { verdict: 'as_intended' }],
        },
      },
    });
    expect((await readCertificates(ctx, { number: 1 }))?.certificates[0]?.certificate?.results).toEqual(
      outcomes[0],
    );
  });

  test('that was replaced before its turn came is passed over', async () => {
    const { ctx } = await arrange();
    await putAtHand(ctx, dataDir, clientVersion);
    await baseline(ctx);
    await setConfiguration(ctx, { ...presets.standard, webSearch: [], version: 1 });

    expect(await work(ctx)).toBe(2);

    const where = { workspaceId: ctx.workspaceId };
    expect(await db.configCertificate.findMany({ where })).toMatchObject([
      { state: 'done', client: clientVersion },
    ]);
    expect(await readDraftCertificates(ctx)).toMatchObject({ word: 'certified' });
  });

  test('of a version the answer stands in the record', async () => {
    const { ctx } = await arrange();
    const sha256 = await putAtHand(ctx, dataDir, clientVersion);
    await baseline(ctx);
    await makeVersion(ctx, { from: 'draft', note: 'First.', version: 0 });
    await work(ctx);

    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'certificate.made',
      subject: 'config_version:1',
      actorId: 'system',
      after: { client: clientVersion, clientSha256: sha256, verdict: 'as_intended' },
    });
  });

  test('whose client is gone from this machine is not certified, and says why', async () => {
    const { ctx } = await arrange();
    await putAtHand(ctx, dataDir, clientVersion);
    await baseline(ctx);
    const elsewhere = await mkdtemp(join(tmpdir(), 'slipway-empty-'));
    const [job] = await db.configCertificate.findMany({ where: { workspaceId: ctx.workspaceId } });
    await certify(
      { workspaceId: ctx.workspaceId, sha256: job?.sha256, client: clientVersion },
      { id: '1', now: new Date(), dataDir: elsewhere },
    );
    await rm(elsewhere, { recursive: true });

    const draft = await readDraftCertificates(ctx);
    expect(draft).toMatchObject({ word: 'not_certified' });
    expect(draft?.certificates[0]).toMatchObject({
      state: 'failed',
      reason: 'Its binary is not on this server. Remove it and fetch it again.',
    });
  });
});
