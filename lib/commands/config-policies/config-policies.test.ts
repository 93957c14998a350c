import { describe, expect, test } from 'vitest';
import { removeGroup } from '#lib/commands/access/remove-group';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readConfigLayers } from '#lib/queries/config-layers';
import { readConfigPolicies, readConfigPolicyText } from '#lib/queries/config-policies';
import { arrange, auditLog } from '#test/arrange';
import { addGroup, addPerson } from '#test/directory';
import { changeConfigPolicy } from './change-config-policy';
import { createConfigPolicy } from './create-config-policy';
import { moveConfigPolicy } from './move-config-policy';
import { removeConfigPolicy } from './remove-config-policy';
import { setConfigPolicyText } from './set-config-policy-text';

const rows = ({ workspaceId }: Context) =>
  db.configPolicy.findMany({ where: { workspaceId }, orderBy: { place: 'asc' } });
const actions = async ({ workspaceId }: Context) =>
  (await auditLog(workspaceId))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('config_policy'));

/** A workspace with two groups and three people: one is in Backend, one in both, one in neither. */
async function company() {
  const scene = await arrange();
  const { workspaceId } = scene.ctx;
  const backend = await addGroup(db, workspaceId, { name: 'Backend' });
  const pilots = await addGroup(db, workspaceId, { name: 'Pilots' });
  const groupsOf = { ann: [backend], ben: [backend, pilots], eve: [] };
  for (const [name, groupIds] of Object.entries(groupsOf)) {
    await addPerson(db, workspaceId, { name, email: `${name}@acme.example`, groupIds });
  }
  return { ...scene, backend, pilots };
}

/** A policy of this name for these groups; it must come to be. */
async function made(ctx: Context, name: string, groups: readonly string[] = [], text = '') {
  const created = await createConfigPolicy(ctx, { name, groups, text });
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
}

describe('createConfigPolicy', () => {
  test('stores a policy below the others, for groups by id or by name', async () => {
    const { ctx, as, backend, pilots } = await company();
    const it = await as('it_owner');
    await made(it, 'First', [backend]);
    const second = await made(it, 'Second', ['pilots', pilots]);

    expect(second).toMatchObject({ place: 1, groupIds: [pilots], version: 1 });
    expect(await rows(ctx)).toMatchObject([{ name: 'First' }, { name: 'Second', groupIds: [pilots] }]);
    expect(await actions(ctx)).toEqual(['config_policy.created', 'config_policy.created']);
  });

  test('refuses whoever may not write the configuration, a name that is taken, and a group that is not there', async () => {
    const { ctx, as } = await company();
    await made(ctx, 'Pilots');

    expect(await createConfigPolicy(await as('auditor'), { name: 'Mine' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await createConfigPolicy(ctx, { name: 'pilots' })).toMatchObject({
      error: { code: 'name_taken', fields: { name: [expect.any(String)] } },
    });
    expect(await createConfigPolicy(ctx, { name: 'Other', groups: ['nobody'] })).toMatchObject({
      error: { code: 'no_such_group', fields: { groups: ['There is no group “nobody”.'] } },
    });
    expect(await rows(ctx)).toHaveLength(1);
  });

  test('puts a removed policy back, with its id, its text and its place', async () => {
    const { ctx } = await company();
    const first = await made(ctx, 'First', ['backend'], 'allow_remote_control = false\n');
    await made(ctx, 'Second');
    await removeConfigPolicy(ctx, { id: first.id, version: 1 });
    expect(await rows(ctx)).toMatchObject([{ name: 'Second', place: 0 }]);

    const { id, name, groupIds: groups, text, place } = first;
    expect(await createConfigPolicy(ctx, { id, name, groups, text, place })).toMatchObject({ ok: true });
    expect(await rows(ctx)).toMatchObject([
      { id, name: 'First', place: 0, text },
      { name: 'Second', place: 1 },
    ]);
    expect(await createConfigPolicy(ctx, { id, name: 'Again', groups, text, place })).toMatchObject({
      error: { code: 'still_there' },
    });
  });

  test('lets a workspace have fifty', async () => {
    const { ctx } = await arrange();
    for (let at = 0; at < 50; at += 1) await made(ctx, `Policy ${at}`);

    expect(await createConfigPolicy(ctx, { name: 'One more' })).toMatchObject({
      error: { code: 'too_many_policies' },
    });
  });

  test('by two at once makes both', async () => {
    const { ctx } = await company();
    await Promise.all([made(ctx, 'One'), made(ctx, 'Two')]);

    expect((await rows(ctx)).map(({ place }) => place)).toEqual([0, 1]);
  });
});

describe('a policy', () => {
  test('is renamed, gets other groups and another place; what is the same is left alone', async () => {
    const { ctx } = await company();
    await made(ctx, 'First');
    const { id } = await made(ctx, 'Second', ['pilots']);

    const change = { id, name: 'Pilots', groups: ['pilots', 'backend'], version: 1 };
    expect(await changeConfigPolicy(ctx, { ...change, place: 0 })).toMatchObject({
      value: { name: 'Pilots', place: 0, version: 2 },
    });
    expect(await changeConfigPolicy(ctx, { ...change, version: 2 })).toMatchObject({ value: { version: 2 } });
    expect(await changeConfigPolicy(ctx, change)).toMatchObject({ error: { code: 'conflict' } });
    expect(await changeConfigPolicy(ctx, { ...change, name: 'First', version: 2 })).toMatchObject({
      error: { code: 'name_taken' },
    });
    expect(await actions(ctx)).toHaveLength(3);
  });

  test('is moved by one; at the end of the list it stays', async () => {
    const { ctx } = await company();
    const { id } = await made(ctx, 'First');
    await made(ctx, 'Second');

    expect(await moveConfigPolicy(ctx, { id, to: 'up', version: 1 })).toMatchObject({
      value: { version: 1 },
    });
    expect(await moveConfigPolicy(ctx, { id, to: 'down', version: 1 })).toMatchObject({
      value: { place: 1, version: 2 },
    });
    expect(await moveConfigPolicy(ctx, { id, to: 'up', version: 1 })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect((await rows(ctx)).map(({ name }) => name)).toEqual(['Second', 'First']);
  });

  test('keeps its text to the letter, and of two who write at once one is told', async () => {
    const { ctx } = await company();
    const { id } = await made(ctx, 'First');
    const write = (text: string) => setConfigPolicyText(ctx, { id, text, version: 1 });
    const written = await Promise.all([write('# one\n'), write('# two\n')]);

    expect(written.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(written.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await readConfigPolicyText(ctx, { id })).toMatchObject({
      version: 2,
      text: expect.stringMatching(/# (one|two)\n/),
    });
    expect(await actions(ctx)).toEqual(['config_policy.created', 'config_policy.written']);
  });

  test('of another workspace is not there', async () => {
    const { ctx } = await company();
    const { id } = await made(ctx, 'First');
    const other = await arrange();

    const refused = { error: { code: 'not_found' } };
    expect(await moveConfigPolicy(other.ctx, { id, to: 'up', version: 1 })).toMatchObject(refused);
    expect(await setConfigPolicyText(other.ctx, { id, text: '', version: 1 })).toMatchObject(refused);
    expect(await removeConfigPolicy(other.ctx, { id, version: 1 })).toMatchObject(refused);
    expect(await changeConfigPolicy(other.ctx, { id, name: 'Mine', version: 1 })).toMatchObject(refused);
    expect(await readConfigPolicyText(other.ctx, { id })).toBeNull();
  });
});

describe('readConfigPolicies', () => {
  test('tells whom each policy reaches, which none does, and what is wrong with its text in the cloud', async () => {
    const { ctx } = await company();
    await made(ctx, 'Backend', ['backend'], 'allowed_login_methods = ["chatgpt"]\n');
    await made(ctx, 'Pilots', ['pilots']);
    await made(ctx, 'Again', ['backend']);
    await made(ctx, 'Nobody');

    const found = await readConfigPolicies(ctx, {});
    expect(found).toMatchObject({ several: 2, base: { people: 1 } });
    expect(found?.policies).toMatchObject([
      { people: 2, reached: 2, placement: [], findings: [{ id: 'local_only', severity: 'error' }] },
      { people: 1, reached: 0, placement: [{ id: 'unreachable' }] },
      { people: 2, reached: 0, placement: [{ id: 'unreachable' }] },
      { people: 0, reached: 0, placement: [{ id: 'no_groups' }] },
    ]);
  });

  test('names a group that has gone since, which stays until somebody takes it off', async () => {
    const { ctx, pilots } = await company();
    const { id } = await made(ctx, 'Pilots', [pilots]);
    await removeGroup(ctx, { id: pilots, version: 1 });

    expect((await readConfigPolicies(ctx, {}))?.policies).toMatchObject([
      { groups: [{ id: pilots, name: null }], placement: [{ id: 'group_missing' }] },
    ]);
    expect(await changeConfigPolicy(ctx, { id, name: 'Kept', groups: [pilots], version: 1 })).toMatchObject({
      ok: true,
    });
  });
});

describe('readConfigLayers', () => {
  const answerOf = async (ctx: Context, asked: Record<string, string>) => {
    const found = await readConfigLayers(ctx, asked);
    return found?.answers.find(({ key, form }) => form === 'config' && key === 'approval_policy');
  };

  test('gives a member of a group the group’s policy, and everybody else the base policy', async () => {
    const { ctx } = await company();
    await setConfigText(ctx, {
      name: 'requirements',
      text: 'allowed_approval_policies = ["on-request"]\n',
      version: 0,
    });
    await made(ctx, 'Pilots', ['pilots'], 'allowed_approval_policies = ["untrusted"]\n');

    const cloud = { places: 'cloud' };
    expect(await answerOf(ctx, { ...cloud, who: 'BEN@acme.example' })).toMatchObject({
      toml: '"untrusted"',
      layers: ['cloud_policy'],
      known: 'documentation',
    });
    expect(await answerOf(ctx, { ...cloud, who: 'Pilots' })).toMatchObject({ toml: '"untrusted"' });
    expect(await answerOf(ctx, { ...cloud, who: 'ann@acme.example' })).toMatchObject({
      toml: '"on-request"',
    });
    expect(await answerOf(ctx, { places: 'requirements' })).toMatchObject({ known: 'client' });
    expect(await readConfigLayers(ctx, { who: 'zoe' })).toMatchObject({
      who: { kind: 'unknown' },
      policy: null,
      places: ['requirements', 'managed', 'system', 'cloud'],
    });
  });

  test('tries a developer’s own file, and finds keys that no file sets', async () => {
    const { ctx } = await arrange();
    const found = await readConfigLayers(ctx, { own: 'model = "mine"\n', find: 'history.persistence' });

    expect(found?.answers).toContainEqual(expect.objectContaining({ key: 'model', layers: ['user'] }));
    expect(found?.found).toContainEqual(
      expect.objectContaining({ key: 'history.persistence', toml: '"save-all"', layers: ['built_in'] }),
    );
    expect(await readConfigLayers(ctx, { own: 'model = = 1' })).toMatchObject({ unreadable: ['user'] });
  });
});
