import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addClient } from '#lib/commands/clients/add-client';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { makeVersion } from '#lib/commands/config-versions/make-version';
import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { db } from '#lib/data/db';
import type { KeyResult } from '#lib/domain/certificates/certificate';
import type { Context } from '#lib/domain/context';
import { readCertificates } from '#lib/queries/certificates';
import { readVersion } from '#lib/queries/config-versions';
import { arrange, auditLog } from '#test/arrange';
import { certifyVersion } from './certify-version';
import { beginCertificate, endCertificateRun } from './run-certificate';
import { uploadCertificate } from './upload-certificate';

const client = '0.169.0';
const clientSha256 = 'a'.repeat(64);
const found = { version: client, sha256: clientSha256, integrity: `sha512-${'A'.repeat(86)}==`, bytes: 300 };
const sum = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const result: KeyResult = {
  ...{ file: 'requirements.toml', key: 'allowed_sandbox_modes', line: 1 },
  ...{ outcome: 'as_intended', message: 'So it is.' },
};
const asSystem = (ctx: Context): Context => ({
  ...ctx,
  actor: { id: 'system', accountId: null, name: 'Slipway', appRole: 'system' },
});
const rows = ({ workspaceId }: Context) => db.configCertificate.findMany({ where: { workspaceId } });

/** A version 1 of the standard baseline. */
async function kept() {
  const scene = await arrange();
  await setConfiguration(scene.ctx, { preset: 'standard', version: 0 });
  await makeVersion(scene.ctx, { from: 'draft', note: 'First.', version: 0 });
  const version = await readVersion(scene.ctx, { number: 1 });
  return { ...scene, sha256: version?.sha256 ?? '', files: version?.files ?? [] };
}

/** What `npm run certify` writes about these files. */
function written(files: readonly { path: string; text: string }[], results = [result]): Uint8Array {
  const file = {
    ...{ format: 'slipway-certificate-1', client, clientSha256, verdict: 'as_intended' },
    at: '2026-11-26T08:00:00.000Z',
    files: Object.fromEntries(files.map(({ path, text }) => [path, sum(text)])),
    results,
  };
  return new TextEncoder().encode(JSON.stringify(file));
}

describe('certifyVersion', () => {
  test('has every client at hand asked, and audits', async () => {
    const { ctx, sha256 } = await kept();
    await addClient(ctx, found);

    expect(await certifyVersion(ctx, { number: 1 })).toMatchObject({
      ok: true,
      value: { certificates: [{ client, role: 'both', isAtHand: true, state: 'queued', certificate: null }] },
    });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'certificate.asked',
      subject: 'config_version:1',
      after: { sha256, clients: [client] },
    });
  });

  test('without a client says so, and the version is not certified', async () => {
    const { ctx } = await kept();

    expect(await certifyVersion(ctx, { number: 1 })).toMatchObject({ error: { code: 'no_client' } });
    expect(await certifyVersion(ctx, { number: 1, clients: [client] })).toMatchObject({
      error: { code: 'no_client' },
    });
    expect(await certifyVersion(ctx, { number: 2 })).toMatchObject({ error: { code: 'not_found' } });
    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({
      word: 'not_certified',
      hasClient: false,
    });
  });

  test('is not done by an auditor', async () => {
    const { ctx, as } = await kept();
    await addClient(ctx, found);
    await db.configCertificate.deleteMany({ where: { workspaceId: ctx.workspaceId } });

    expect(await certifyVersion(await as('auditor'), { number: 1 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await rows(ctx)).toEqual([]);
  });
});

describe('the asking', () => {
  test('begins with the files and the client’s sum, and ends once', async () => {
    const { ctx, sha256, files } = await kept();
    await addClient(ctx, found);
    const one = { sha256, client };

    const begun = await beginCertificate(asSystem(ctx), one);
    expect(begun).toMatchObject({ ok: true, value: { clientSha256, attempts: 1 } });
    expect(begun.ok && begun.value?.files).toEqual(files.map(({ path, text }) => ({ path, text })));
    const ended = { ...one, clientSha256, results: [result] };
    expect(await endCertificateRun(asSystem(ctx), ended)).toEqual({ ok: true, value: { kept: true } });
    expect(await endCertificateRun(asSystem(ctx), ended)).toEqual({ ok: true, value: { kept: false } });
    expect(await beginCertificate(asSystem(ctx), one)).toEqual({ ok: true, value: null });
    expect(
      (await auditLog(ctx.workspaceId)).filter(({ action }) => action === 'certificate.made'),
    ).toHaveLength(1);
  });

  test('of a draft that was changed since is forgotten', async () => {
    const { ctx } = await arrange();
    await addClient(ctx, found);
    await setConfiguration(ctx, { preset: 'standard', version: 0 });
    const [first] = await rows(ctx);
    await setConfiguration(ctx, { preset: 'strict', version: 1 });

    const left = await rows(ctx);
    expect(left).toHaveLength(1);
    expect(left[0]?.sha256).not.toBe(first?.sha256);
    const one = { sha256: first?.sha256 ?? '', client };
    expect(await beginCertificate(asSystem(ctx), one)).toEqual({ ok: true, value: null });
  });
});

describe('uploadCertificate', () => {
  test('counts for exactly these files, marked with who brought it', async () => {
    const { ctx, files } = await kept();

    expect(await uploadCertificate(ctx, { number: 1, content: written(files) })).toMatchObject({
      ok: true,
      value: {
        certificates: [
          { client, certificate: { verdict: 'as_intended', uploadedBy: ctx.actor.name, results: [result] } },
        ],
      },
    });
    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({ word: 'certified' });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'certificate.uploaded' });
  });

  test('is judged by its results, whatever verdict it claims', async () => {
    const { ctx, files } = await kept();
    await uploadCertificate(ctx, { number: 1, content: written(files, [{ ...result, outcome: 'ignored' }]) });

    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({ word: 'differs' });
  });

  test('is refused for other bytes, fewer files, and what is no certificate', async () => {
    const { ctx, files } = await kept();
    const upload = (content: Uint8Array) => uploadCertificate(ctx, { number: 1, content });
    const [first, ...rest] = files;

    expect(await upload(written([{ path: first?.path ?? '', text: 'other' }, ...rest]))).toMatchObject({
      error: { code: 'other_content', message: expect.stringContaining('requirements.toml differs') },
    });
    expect(await upload(written(rest))).toMatchObject({ error: { code: 'other_content' } });
    for (const text of ['', '{}', '[]', 'null', '{"format":"slipway-certificate-2"}']) {
      expect(await upload(new TextEncoder().encode(text))).toMatchObject({
        error: { code: 'not_a_certificate' },
      });
    }
    expect(await rows(ctx)).toEqual([]);
  });

  test('stands in for no answer of this server', async () => {
    const { ctx, sha256, files } = await kept();
    await addClient(ctx, found);
    await endCertificateRun(asSystem(ctx), {
      sha256,
      client,
      clientSha256,
      results: [{ ...result, outcome: 'refused' }],
    });

    expect(await uploadCertificate(ctx, { number: 1, content: written(files) })).toMatchObject({
      error: { code: 'certified_here' },
    });
    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({ word: 'differs' });
  });
});

describe('a release', () => {
  const withoutApproval = 'Alone here.';

  test('needs a reason while an end of the fleet does not take the files as intended', async () => {
    const { ctx, files } = await kept();
    await uploadCertificate(ctx, {
      number: 1,
      content: written(files, [{ ...result, outcome: 'replaced' }]),
    });

    expect(await releaseVersion(ctx, { number: 1, withoutApproval })).toMatchObject({
      error: { code: 'certificate_missing' },
    });
    expect(
      await releaseVersion(ctx, { number: 1, withoutApproval, withoutCertificate: 'It is urgent.' }),
    ).toMatchObject({
      value: {
        release: {
          exceptions: [{ kind: 'sole_member' }, { kind: 'not_certified', reason: 'It is urgent.' }],
        },
      },
    });
  });

  test('freezes what clients said: nothing is added afterwards', async () => {
    const { ctx, files } = await kept();
    await uploadCertificate(ctx, { number: 1, content: written(files) });
    await releaseVersion(ctx, { number: 1, withoutApproval });

    expect(await uploadCertificate(ctx, { number: 1, content: written(files) })).toMatchObject({
      error: { code: 'released_already' },
    });
    await db.configCertificate.deleteMany({ where: { workspaceId: ctx.workspaceId } });
    expect(await readCertificates(ctx, { number: 1 })).toMatchObject({
      word: 'certified',
      certificates: [{ client, certificate: { results: [result] } }],
    });
    expect((await readVersion(ctx, { number: 1 }))?.release).toMatchObject({
      exceptions: [{ kind: 'sole_member' }],
      certificates: [{ client, clientSha256, verdict: 'as_intended' }],
    });
  });
});
