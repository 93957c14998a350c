import { expect, test } from 'vitest';
import { setFleet } from '#lib/commands/clients/set-fleet';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { readConfigText } from '#lib/queries/config-texts';
import { arrange } from '#test/arrange';
import { db } from './db';
import { findStoredRollout } from './rollout-facts';

async function configured() {
  const { ctx } = await arrange();
  await setConfiguration(ctx, { preset: 'standard', version: 0 });
  const errors = async () => (await findStoredRollout(db, { workspaceId: ctx.workspaceId })).configErrors;
  const write = async (text: string) => {
    const version = (await readConfigText(ctx, { name: 'requirements' }))?.version ?? 0;
    expect(await setConfigText(ctx, { name: 'requirements', text, version })).toMatchObject({ ok: true });
  };
  return { ctx, errors, write };
}

test('a workspace without a configuration has no errors, and neither has a preset', async () => {
  const { ctx } = await arrange();
  expect((await findStoredRollout(db, { workspaceId: ctx.workspaceId })).configErrors).toEqual({});
  expect(await (await configured()).errors()).toEqual({});
});

test('an error of a text is there with the next read, gone once it is mended, and there again with the same text', async () => {
  const { errors, write } = await configured();
  const broken = '# ours\nallowed_sandbox_modes = []\n';

  await write(broken);
  const told = { count: 1, line: 2, message: expect.stringContaining('allows nothing') as unknown };
  expect((await errors())['requirements.toml']).toEqual(told);
  await write('allowed_sandbox_modes = ["read-only"]\n');
  expect(await errors()).toEqual({});
  await write(broken);
  expect((await errors())['requirements.toml']).toEqual(told);
});

test('what a newer client alone knows becomes an error once the fleet has older ones', async () => {
  const { ctx, errors, write } = await configured();
  await write('allowed_permission_profiles = { ":read-only" = true }\ndefault_permissions = ":read-only"\n');
  expect(await errors()).toEqual({});

  expect(await setFleet(ctx, { oldest: '0.100.0', newest: '0.169.0', version: 0 })).toMatchObject({
    ok: true,
  });
  expect(await errors()).toMatchObject({ 'requirements.toml': { line: 1 } });
});
