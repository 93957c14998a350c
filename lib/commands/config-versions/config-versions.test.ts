import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readVersion, readVersions } from '#lib/queries/config-versions';
import { readReleaseFile } from '#lib/queries/releases';
import { arrange, auditLog } from '#test/arrange';
import { approveVersion } from './approve-version';
import { makeVersion } from './make-version';
import { releaseVersion } from './release-version';
import { takeBackApproval } from './take-back-approval';

const fromDraft = { from: 'draft', note: 'The first baseline.', version: 0 };
const withoutCertificate = 'No client is at hand.';

/** A workspace whose owner chose a baseline and whose IT owner kept it as version 1. */
async function kept() {
  const scene = await arrange();
  const [it, governance] = [await scene.as('it_owner'), await scene.as('governance_owner')];
  await setConfiguration(scene.ctx, { preset: 'standard', version: 0 });
  const made = await makeVersion(it, fromDraft);
  if (!made.ok) throw new Error(made.error.message);
  return { ...scene, it, governance, sha256: made.value.sha256 };
}

const rows = ({ workspaceId }: Context) => db.configVersion.findMany({ where: { workspaceId } });
const actions = async ({ workspaceId }: Context) => (await auditLog(workspaceId)).map(({ action }) => action);

describe('makeVersion', () => {
  test('keeps every file of the draft with its authors, and stands in the record without the files', async () => {
    const { ctx, it } = await kept();

    const version = await readVersion(ctx, { number: 1 });

    expect(version).toMatchObject({ number: 1, origin: 'draft', holds: true, against: null, approval: null });
    expect(version?.files.map(({ path }) => path)).toEqual([
      'requirements.toml',
      'managed_config.toml',
      'config.toml',
      'rules/default.rules',
      ...(version?.files.slice(4).map(({ path }) => path) ?? []),
    ]);
    expect(version?.files.some(({ text }) => /DRAFT|Last change/.test(text))).toBe(false);
    expect(version?.authors).toEqual([
      { id: it.actor.id, name: it.actor.name },
      { id: ctx.actor.id, name: ctx.actor.name },
    ]);
    const event = (await auditLog(ctx.workspaceId)).at(-1);
    expect(event).toMatchObject({
      action: 'config_version.made',
      subject: 'config_version:1',
      after: { sha256: version?.sha256 },
    });
    expect(event?.after).not.toHaveProperty('files');
  });

  test('stays as it was, whatever changes afterwards', async () => {
    const { ctx } = await kept();
    const before = await readVersion(ctx, { number: 1 });
    await setConfiguration(ctx, { preset: 'strict', version: 1 });

    expect(await readVersion(ctx, { number: 1 })).toEqual(before);
    await expect(db.configVersion.updateMany({ data: { note: 'Another.' } })).rejects.toThrow(/written once/);
    expect((await readVersions(ctx))?.draft?.differences.map(({ path }) => path)).toEqual([
      'requirements.toml',
      'managed_config.toml',
      'config.toml',
    ]);
  });

  test('of what is kept already is refused, and so is one of nothing', async () => {
    const { ctx, it } = await kept();
    expect(await makeVersion(it, { ...fromDraft, version: 1 })).toMatchObject({
      error: { code: 'nothing_changed' },
    });
    expect(await makeVersion(it, { ...fromDraft, from: 7, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await rows(ctx)).toHaveLength(1);

    const empty = await arrange();
    expect(await makeVersion(empty.ctx, fromDraft)).toMatchObject({ error: { code: 'no_configuration' } });
  });

  test('brings an older version back with the same bytes', async () => {
    const { ctx, it, sha256 } = await kept();
    await setConfiguration(ctx, { preset: 'strict', version: 1 });
    await makeVersion(it, { ...fromDraft, version: 1 });

    const back = await makeVersion(it, { from: 1, note: 'Too strict.', version: 2 });

    expect(back).toMatchObject({ ok: true, value: { number: 3, origin: 1, sha256 } });
  });

  test('keeps read-only for an emergency without touching the draft', async () => {
    const { ctx, it } = await kept();

    await makeVersion(it, { from: 'read_only', note: 'Ready for an emergency.', version: 1 });

    const version = await readVersion(ctx, { number: 2 });
    expect(version?.files[0]?.text).toContain('allowed_sandbox_modes = ["read-only"]');
    expect(version?.differences[0]?.words).toContain('Now forbids the sandbox mode workspace-write.');
    expect(await db.configuration.findFirst({ where: { workspaceId: ctx.workspaceId } })).toMatchObject({
      preset: 'standard',
    });
  });

  test('of two who keep one at once, one meets a conflict', async () => {
    const { ctx, it } = await kept();
    await setConfiguration(ctx, { preset: 'strict', version: 1 });

    const results = await Promise.all([
      makeVersion(ctx, { ...fromDraft, version: 1 }),
      makeVersion(it, { ...fromDraft, version: 1 }),
    ]);

    expect(results.map((result) => (result.ok ? 'kept' : result.error.code)).sort()).toEqual([
      'conflict',
      'kept',
    ]);
    expect(await rows(ctx)).toHaveLength(2);
  });
});

describe('approveVersion', () => {
  test('is a yes to the bytes that were seen, by somebody who wrote none of them', async () => {
    const { ctx, it, governance, sha256 } = await kept();

    for (const author of [ctx, it]) {
      expect(await approveVersion(author, { number: 1, sha256 })).toMatchObject({
        error: { code: 'own_version' },
      });
    }
    expect(await approveVersion(governance, { number: 1, sha256: 'other' })).toMatchObject({
      error: { code: 'other_content', sha256 },
    });
    expect(await db.configApproval.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
    const approved = await approveVersion(governance, { number: 1, sha256, note: 'Read whole.' });

    expect(approved).toMatchObject({
      ok: true,
      value: { approval: { by: governance.actor.name, note: 'Read whole.', sha256 } },
    });
    expect(await approveVersion(governance, { number: 1, sha256 })).toMatchObject({
      error: { code: 'approved_already' },
    });
    expect((await actions(ctx)).at(-1)).toBe('config_version.approved');
  });

  test('does not reach the next version: the draft’s authors since then may not approve that', async () => {
    const { ctx, it, governance, sha256 } = await kept();
    await approveVersion(governance, { number: 1, sha256 });
    await setTeamConfig(it, { rules: '', skills: [], version: 0 });
    await makeVersion(it, { ...fromDraft, version: 1 });

    const next = await readVersion(ctx, { number: 2 });
    expect(next).toMatchObject({ approval: null, authors: [{ id: it.actor.id }] });
    expect(await approveVersion(ctx, { number: 2, sha256: next?.sha256 })).toMatchObject({ ok: true });
  });

  test('is refused to whoever wrote a part that nobody approved, whatever versions were kept in between', async () => {
    const { ctx, as, it } = await kept();
    const sumOf = async (number: number) => (await readVersion(ctx, { number }))?.sha256;
    await setConfiguration(ctx, { preset: 'strict', version: 1 });
    await makeVersion(it, { from: 'read_only', note: 'In between.', version: 1 });
    const other = await as('it_owner');
    await setTeamConfig(other, { rules: '', skills: [], version: 0 });
    await makeVersion(other, { ...fromDraft, version: 2 });
    await makeVersion(other, { from: 1, note: 'The first again.', version: 3 });

    for (const [author, number] of [
      [ctx, 2],
      [ctx, 3],
      [ctx, 4],
      [it, 4],
    ] as const) {
      expect(await approveVersion(author, { number, sha256: await sumOf(number) })).toMatchObject({
        error: { code: 'own_version' },
      });
    }
    expect(await approveVersion(it, { number: 3, sha256: await sumOf(3) })).toMatchObject({ ok: true });
  });

  test('is taken back until the release, and stays in the record', async () => {
    const { ctx, it, governance, sha256 } = await kept();
    expect(await takeBackApproval(it, { number: 1 })).toMatchObject({ error: { code: 'not_approved' } });
    await approveVersion(governance, { number: 1, sha256 });

    expect(await takeBackApproval(it, { number: 1 })).toMatchObject({ ok: true, value: { approval: null } });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'config_version.approval_taken_back',
      before: { approval: { by: governance.actor.name } },
    });
  });

  test.each(['contributor', 'auditor'] as const)(
    'the app role %s may not, and stores nothing',
    async (role) => {
      const { ctx, as, sha256 } = await kept();
      const other = await as(role);

      const results = [
        await makeVersion(other, { ...fromDraft, version: 1 }),
        await approveVersion(other, { number: 1, sha256 }),
        await takeBackApproval(other, { number: 1 }),
        await releaseVersion(other, { number: 1, withoutCertificate }),
      ];

      expect(results.map((result) => !result.ok && result.error.code)).toEqual(Array(4).fill('forbidden'));
      expect(await rows(ctx)).toHaveLength(1);
      expect(await db.configApproval.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
    },
  );
});

describe('releaseVersion', () => {
  test('freezes the bytes of an approved version; what it did without is kept with the reason', async () => {
    const { ctx, it, governance, sha256 } = await kept();
    expect(await readReleaseFile(ctx, { number: 1, file: 'requirements.toml' })).toBeNull();
    expect(await releaseVersion(it, { number: 1, withoutCertificate })).toMatchObject({
      error: { code: 'approval_missing' },
    });
    await approveVersion(governance, { number: 1, sha256 });
    expect(await releaseVersion(it, { number: 1 })).toMatchObject({
      error: { code: 'certificate_missing', fields: { withoutCertificate: [expect.any(String)] } },
    });

    expect(await releaseVersion(it, { number: 1, withoutCertificate })).toMatchObject({
      ok: true,
      value: { release: { exceptions: [{ kind: 'not_certified', reason: withoutCertificate }] } },
    });

    expect(await releaseVersion(it, { number: 1, withoutCertificate })).toMatchObject({
      error: { code: 'released_already' },
    });
    expect(await takeBackApproval(it, { number: 1 })).toMatchObject({ error: { code: 'released_already' } });
    const version = await readVersion(ctx, { number: 1 });
    const file = await readReleaseFile(ctx, { number: 1, file: 'requirements.toml' });
    expect(new TextDecoder().decode(file?.bytes)).toBe(version?.files[0]?.text);
    expect(file?.sha256).toBe(version?.files[0]?.sha256);
    const zip = await readReleaseFile(ctx, { number: 1, file: 'release.zip' });
    expect(zip?.sha256).toBe((await readReleaseFile(ctx, { number: 1, file: 'release.zip' }))?.sha256);
    expect(await readReleaseFile(ctx, { number: 1, file: 'auth.json' })).toBeNull();
    expect((await readVersions(ctx))?.released).toBe(1);
  });

  test('a workspace of one member releases without an approval, with a reason', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { preset: 'strict', version: 0 });
    await makeVersion(ctx, fromDraft);

    expect(await releaseVersion(ctx, { number: 1, withoutCertificate })).toMatchObject({
      error: { code: 'approval_missing', fields: { withoutApproval: [expect.any(String)] } },
    });
    expect(
      await releaseVersion(ctx, { number: 1, withoutCertificate, withoutApproval: 'I am alone here.' }),
    ).toMatchObject({
      ok: true,
      value: { release: { exceptions: [{ kind: 'sole_member' }, { kind: 'not_certified' }] } },
    });
  });

  test('of two who release at once, one is told that it is released', async () => {
    const { ctx, it, governance, sha256 } = await kept();
    await approveVersion(governance, { number: 1, sha256 });

    const results = await Promise.all(
      [ctx, it].map((one) => releaseVersion(one, { number: 1, withoutCertificate })),
    );

    expect(results.map((result) => (result.ok ? 'released' : result.error.code)).sort()).toEqual([
      'released',
      'released_already',
    ]);
    expect((await actions(ctx)).filter((action) => action === 'config_version.released')).toHaveLength(1);
  });

  test('another workspace’s version is not found', async () => {
    const { it } = await kept();
    const other = await arrange();

    expect(await releaseVersion(other.ctx, { number: 1, withoutCertificate })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await readVersion(other.ctx, { number: 1 })).toBeNull();
    expect(await readVersion(it, { number: 1 })).toMatchObject({ number: 1 });
  });
});
