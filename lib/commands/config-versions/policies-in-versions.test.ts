import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { changeConfigPolicy } from '#lib/commands/config-policies/change-config-policy';
import { createConfigPolicy } from '#lib/commands/config-policies/create-config-policy';
import { moveConfigPolicy } from '#lib/commands/config-policies/move-config-policy';
import { removeConfigPolicy } from '#lib/commands/config-policies/remove-config-policy';
import { setConfigPolicyText } from '#lib/commands/config-policies/set-config-policy-text';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readVersion, readVersions } from '#lib/queries/config-versions';
import { readReleaseFile } from '#lib/queries/releases';
import { arrange } from '#test/arrange';
import { addGroup, addPerson, addRole } from '#test/directory';
import { approveVersion } from './approve-version';
import { makeVersion } from './make-version';
import { releaseVersion } from './release-version';

const withoutCertificate = 'No client is at hand.';
const strict = 'allowed_sandbox_modes = ["read-only"]\n';
const path = 'policies/01-platform.toml';

/** A workspace whose IT owner decided everything but the policies, with a group of two and a person beside it. */
async function company() {
  const scene = await arrange();
  const { workspaceId } = scene.ctx;
  const role = await addRole(db, workspaceId, { name: 'Local', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  const others = await addGroup(db, workspaceId, { name: 'Others', roleIds: [role] });
  for (const name of ['Ann', 'Ben']) await addPerson(db, workspaceId, { name, groupIds: [group] });
  await addPerson(db, workspaceId, { name: 'Eve', groupIds: [others] });
  const it = await scene.as('it_owner');
  await setConfiguration(it, { preset: 'standard', version: 0 });
  return { ...scene, it, governance: await scene.as('governance_owner'), group, others };
}

async function addPolicy(ctx: Context, groups: readonly string[], text = strict, name = 'Platform') {
  const made = await createConfigPolicy(ctx, { name, groups, text });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Keeps the draft as the version after the newest; gives its sum. */
async function keep(ctx: Context, version: number, from: 'draft' | 'read_only' = 'draft') {
  const made = await makeVersion(ctx, { from, note: 'Kept.', version });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.sha256;
}

const filesOf = async (ctx: Context, number: number) => (await readVersion(ctx, { number }))?.files ?? [];
const authorsOf = async (ctx: Context, number: number) =>
  (await readVersion(ctx, { number }))?.authors.map(({ id }) => id);
const ownVersion = { error: { code: 'own_version' } };

describe('a version', () => {
  test('holds the policies, which its sum covers and bringing back restores', async () => {
    const { ctx, it, group } = await company();
    const without = await keep(it, 0);
    const { id } = await addPolicy(it, [group]);
    const sum = await keep(it, 1);

    expect(sum).not.toBe(without);
    expect((await filesOf(ctx, 1)).some((file) => file.path.startsWith('policies/'))).toBe(false);
    const file = (await filesOf(ctx, 2)).at(-1);
    expect(file).toMatchObject({ path, text: expect.stringContaining(`# For the group: "${group}"\n`) });
    expect(file?.text.endsWith(`\n\n${strict}`)).toBe(true);
    await removeConfigPolicy(it, { id, version: 1 });
    expect(await keep(it, 2)).toBe(without);
    expect(await makeVersion(it, { from: 2, note: 'Again.', version: 3 })).toMatchObject({
      value: { sha256: sum },
    });
  });

  test('differs from the draft once a policy is written, moved or for other groups', async () => {
    const { ctx, it, group, others } = await company();
    const first = await addPolicy(it, [group]);
    const second = await addPolicy(it, [others], '', 'Second');
    const told = async () =>
      (await readVersions(ctx))?.draft?.differences.map(({ path: at, words }) => [at, words[0]]);
    await keep(it, 0);
    expect(await told()).toEqual([]);

    await setConfigPolicyText(it, { id: second.id, text: 'allow_remote_control = false\n', version: 1 });
    expect(await told()).toEqual([
      ['policies/02-second.toml', expect.stringContaining('allow_remote_control is now false.')],
    ]);
    await keep(it, 1);
    await changeConfigPolicy(it, { id: first.id, name: 'Platform', groups: [group, others], version: 1 });
    expect(await told()).toEqual([[path, 'Now for the group Others as well.']]);
    await keep(it, 2);
    await moveConfigPolicy(it, { id: second.id, to: 'up', version: 2 });
    expect(await told()).toEqual([
      ['policies/01-second.toml', 'The policy “Second” is now number 1, before number 2.'],
      ['policies/02-platform.toml', 'The policy “Platform” is now number 2, before number 1.'],
    ]);
  });

  test('says whom each policy reaches, and whom requirements.toml is left', async () => {
    const { ctx, it, group } = await company();
    await keep(it, 0);
    await addPolicy(it, [group]);
    const list = await readVersions(ctx);

    expect(list?.reach).toMatchObject({ people: 3, base: 1 });
    expect(list?.draft?.differences[0]?.words).toContain('It reaches 2 people who may use Codex locally.');
    await keep(it, 1);
    expect(await readVersion(ctx, { number: 1 })).toMatchObject({ reach: { people: 3, base: 3 } });
    expect(await readVersion(ctx, { number: 2 })).toMatchObject({
      reach: { people: 3, base: 1 },
      differences: [{ path, kind: 'added' }],
    });
  });

  test('is not kept while a policy has an error, which is told with its policy and line', async () => {
    const { ctx, it, group } = await company();
    const { id } = await addPolicy(it, [group], '\nallowed_login_methods = ["chatgpt"]\n');
    const asked = { from: 'draft', note: 'No.', version: 0 };

    expect(await makeVersion(it, asked)).toMatchObject({
      error: { code: 'errors_left', message: expect.stringContaining('Policy “Platform”, line 2: ') },
    });
    await setConfigPolicyText(it, { id, text: 'a = = 1', version: 1 });
    expect(await makeVersion(it, { ...asked, from: 'read_only' })).toMatchObject({
      error: { code: 'text_not_readable', message: expect.stringContaining('policy “Platform”') },
    });
    expect((await readVersions(ctx))?.versions).toEqual([]);
  });

  test('for an emergency is read-only for the people of every policy too, and leaves the policies alone', async () => {
    const { ctx, it, group } = await company();
    const text = 'allowed_sandbox_modes = ["read-only", "danger-full-access"]\n';
    await addPolicy(it, [group], text);
    await keep(it, 0, 'read_only');

    const file = (await filesOf(ctx, 1)).at(-1);
    expect(file?.text).toContain('\nallowed_sandbox_modes = ["read-only"]\n');
    expect(await db.configPolicy.findFirst({ where: { workspaceId: ctx.workspaceId } })).toMatchObject({
      text,
    });
  });
});

describe('an approval', () => {
  test('is refused to whoever wrote a policy and nothing else, and given of the bytes with it', async () => {
    const { ctx, it, governance, group } = await company();
    await addPolicy(ctx, [group]);
    const sha256 = await keep(it, 0);

    expect(await approveVersion(ctx, { number: 1, sha256 })).toMatchObject(ownVersion);
    expect(await approveVersion(governance, { number: 1, sha256 })).toMatchObject({
      value: { approval: { sha256 } },
    });
    expect(await authorsOf(it, 1)).toEqual([it.actor.id, ctx.actor.id]);
  });

  test.each([
    ['moved', 'down'],
    ['gave other groups to', 'groups'],
    ['removed', 'remove'],
  ] as const)('is refused to whoever %s a policy since others looked at it', async (_, how) => {
    const { ctx, it, governance, group, others } = await company();
    const { id } = await addPolicy(it, [group]);
    await addPolicy(it, [others], '', 'Second');
    const before = await keep(it, 0);
    await approveVersion(governance, { number: 1, sha256: before });

    const later = { ...ctx, now: new Date(it.now.getTime() + 1000) };
    if (how === 'down') await moveConfigPolicy(later, { id, to: 'down', version: 1 });
    else if (how === 'remove') await removeConfigPolicy(later, { id, version: 1 });
    else await changeConfigPolicy(later, { id, name: 'Platform', groups: [others], version: 1 });
    const sha256 = await keep(it, 1);

    expect(await approveVersion(ctx, { number: 2, sha256 })).toMatchObject(ownVersion);
    expect(await authorsOf(it, 2)).toEqual([it.actor.id, ctx.actor.id]);
  });

  test('is refused to the author of a policy that was there before a version without policies was approved', async () => {
    const { ctx, as, it, governance, group } = await company();
    const sha256 = await keep(it, 0);
    await approveVersion(governance, { number: 1, sha256 });
    // The record has the policy at an earlier time than the version, which does not hold it.
    await addPolicy({ ...ctx, now: new Date(it.now.getTime() - 1000) }, [group]);
    const other = await as('it_owner');
    const next = await keep(other, 1);

    expect(await approveVersion(ctx, { number: 2, sha256: next })).toMatchObject(ownVersion);
    expect(await approveVersion(governance, { number: 2, sha256: next })).toMatchObject({ ok: true });
    const later = { ...it, now: new Date(other.now.getTime() + 1000) };
    await setConfiguration(later, { preset: 'strict', version: 1 });
    const third = await keep(later, 2);
    expect(await approveVersion(ctx, { number: 3, sha256: third })).toMatchObject({ ok: true });
  });
});

test('a release serves each policy and has all of them in its archives, but not among what machines get', async () => {
  const { ctx, it, governance, group } = await company();
  await addPolicy(it, [group]);
  const sha256 = await keep(it, 0);
  await approveVersion(governance, { number: 1, sha256 });
  await releaseVersion(it, { number: 1, withoutCertificate });
  const read = (file: string) => readReleaseFile(ctx, { number: 1, file });
  const namesIn = async (file: string) =>
    Object.keys(unzipSync((await read(file))?.bytes ?? new Uint8Array()));

  expect(await read(path)).toMatchObject({ path, type: 'application/toml' });
  expect(await namesIn('release.zip')).toContain(path);
  expect(await namesIn('bundle.zip')).toContain(path);
  expect(await namesIn('team-config.zip')).not.toContain(path);
  expect(await namesIn('linux.zip')).not.toContain(path);
  const sums = new TextDecoder().decode((await read('SHA256SUMS'))?.bytes);
  expect(sums).toContain(`  ${path}\n`);
  const script = new TextDecoder().decode((await read('linux/install.sh'))?.bytes);
  expect(script).not.toContain(path);
});
