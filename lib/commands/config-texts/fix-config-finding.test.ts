import { expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { readConfigText } from '#lib/queries/config-texts';
import { readLoginRestriction } from '#lib/queries/login-restriction';
import { arrange, auditLog } from '#test/arrange';
import { fixConfigFinding } from './fix-config-finding';
import { setConfigText } from './set-config-text';

const name = 'requirements';
const text =
  'allowed_sandbox_modes = ["read-only"]\nallowed_web_search_mode = ["cached"]\nallow_login_shel = true\n';

/** A workspace whose requirements.toml holds two misspelt keys. */
async function misspelt() {
  const scene = await arrange();
  await setConfiguration(scene.ctx, { preset: 'standard', version: 0 });
  await setConfigText(scene.ctx, { name, text, version: 1 });
  const found = await readConfigText(scene.ctx, { name });
  const second = found?.findings.find(({ key }) => key === 'allow_login_shel');
  const { id = '', line = 0, column = 0 } = second ?? {};
  return { ...scene, version: found?.version ?? 0, place: { name, id, line, column } };
}

test('a finding is mended at its place and nowhere else, and that stands in the record', async () => {
  const { ctx, version, place } = await misspelt();

  expect(await fixConfigFinding(ctx, { ...place, version })).toMatchObject({
    ok: true,
    value: { text: text.replace('allow_login_shel ', 'allow_login_shell ') },
  });
  expect((await auditLog(ctx.workspaceId)).map(({ action }) => action)).toContain('config_text.written');
});

test('nothing is mended for a wrong role, an old version, or a finding that is not there', async () => {
  const { ctx, as, version, place } = await misspelt();

  expect(await fixConfigFinding(await as('auditor'), { ...place, version })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await fixConfigFinding(ctx, { ...place, version: 1 })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await fixConfigFinding(ctx, { ...place, column: 9, version })).toMatchObject({
    error: { code: 'nothing_to_fix' },
  });
  expect(await readConfigText(ctx, { name })).toMatchObject({ text, version });
});

test('a sign-in that was decided before any file says what the first text says', async () => {
  const { ctx } = await arrange();
  await setLoginRestriction(ctx, { method: 'chatgpt', workspaces: [], version: 0 });
  const found = await readConfigText(ctx, { name });
  await setConfigText(ctx, { name, text: 'allow_login_shell = true\n', version: found?.version ?? 0 });

  expect(await readLoginRestriction(ctx)).toMatchObject({ method: 'any', workspaces: [] });
});
