import { describe, expect, test } from 'vitest';
import { makeVersion } from '#lib/commands/config-versions/make-version';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readConfigText } from '#lib/queries/config-texts';
import { readConfiguration, readConfigurationFile } from '#lib/queries/configuration';
import { readVersion } from '#lib/queries/config-versions';
import { arrange, auditLog } from '#test/arrange';
import { putBackConfigText } from './put-back-config-text';
import { setConfigKey } from './set-config-key';
import { setConfigText } from './set-config-text';

const rows = ({ workspaceId }: Context) =>
  db.configText.findMany({ where: { workspaceId }, orderBy: { file: 'asc' } });
const actions = async ({ workspaceId }: Context) => (await auditLog(workspaceId)).map(({ action }) => action);
const name = 'requirements';

/** A workspace with the standard preset, whose requirements.toml nobody has written as text yet. */
async function decided() {
  const scene = await arrange();
  await setConfiguration(scene.ctx, { preset: 'standard', version: 0 });
  const it = await scene.as('it_owner');
  const read = async () => {
    const found = await readConfigText(it, { name });
    if (!found) throw new Error('There is no text.');
    return found;
  };
  return { ...scene, it, read };
}

describe('setConfigText', () => {
  test('keeps the text to the letter, comments and all, and the form says the same', async () => {
    const { it, ctx, read } = await decided();
    const { text, version } = await read();
    const written = `# For the pilot.\n${text.replace('["read-only", "workspace-write"]', '[ "read-only" ]')}`;

    expect(await setConfigText(it, { name, text: written, version })).toMatchObject({
      ok: true,
      value: { file: 'requirements.toml', text: written, version: version + 1 },
    });

    expect(await rows(ctx)).toMatchObject([{ file: 'requirements.toml', text: written, textBefore: text }]);
    expect(await readConfiguration(it)).toMatchObject({ preset: null, sandbox: ['read-only'], byText: [] });
    expect(await actions(ctx)).toEqual([
      'configuration.preset_taken',
      'config_text.written',
      'configuration.read_from_text',
    ]);
    const file = await readConfigurationFile(it, { name: 'requirements.toml' });
    expect(file?.text).toMatch(/^# DRAFT\n/);
    expect(file?.text.endsWith(`\n\n${written}`)).toBe(true);
  });

  test('takes the same text twice: whoever typed what somebody else saved meanwhile meets no conflict', async () => {
    const { it, ctx, read } = await decided();
    const { version } = await read();
    const text = 'allowed_sandbox_modes = ["read-only"]\n';
    expect(await setConfigText(it, { name, text, version })).toMatchObject({ ok: true });

    const again = await setConfigText(ctx, { name, text, version });

    expect(again).toMatchObject({ ok: true, value: { text, version: version + 1 } });
    expect(await setConfigText(ctx, { name, text: '# other\n', version })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect((await actions(ctx)).filter((action) => action === 'config_text.written')).toHaveLength(1);
  });

  test('takes off a byte order mark and a header written here', async () => {
    const { it, read } = await decided();
    const { text, version } = await read();
    const file = await readConfigurationFile(it, { name: 'requirements.toml' });
    await setConfigText(it, { name, text: `\ufeff${file?.text ?? ''}# more\n`, version });

    expect((await read()).text).toBe(`${text}# more\n`);
  });

  test('keeps what is no TOML as it was typed, says where, and no version can be kept of it', async () => {
    const { it, ctx, read } = await decided();
    const text = 'allowed_sandbox_modes = ["read-only"]\nmodel = = 1\n';
    await setConfigText(it, { name, text, version: 1 });

    const found = await read();
    expect(found).toMatchObject({ text, findings: [{ id: 'not_toml', severity: 'error', line: 2 }] });
    expect(found.byText).toEqual(expect.arrayContaining(['approval', 'sandbox']));
    const kept = await makeVersion(it, { from: 'draft', note: 'No.', version: 0 });
    expect(kept).toMatchObject({ error: { code: 'errors_left' } });
    expect(kept.ok ? '' : kept.error.message).toContain('requirements.toml, line 2: ');
    const bySomeForm = await setConfiguration(ctx, { preset: 'strict', version: 2 });
    expect(bySomeForm).toMatchObject({ error: { code: 'text_not_readable', file: 'requirements.toml' } });
  });

  test('of a workspace in which nothing is wanted yet makes the other files say nothing', async () => {
    const { ctx } = await arrange();
    await setConfigText(ctx, { name, text: 'allowed_sandbox_modes = ["read-only"]\n', version: 0 });

    expect((await rows(ctx)).map(({ file, text }) => [file, text])).toEqual([
      ['config.toml', ''],
      ['managed_config.toml', ''],
      ['requirements.toml', 'allowed_sandbox_modes = ["read-only"]\n'],
    ]);
    expect(await readConfiguration(ctx)).toMatchObject({ byText: ['approval', 'webSearch', 'telemetry'] });
  });

  test('stores nothing for a wrong role, an old version, a zero byte and a text too large', async () => {
    const { it, ctx, as, read } = await decided();
    const { text, version } = await read();
    const auditor = await as('auditor');
    expect(await setConfigText(auditor, { name, text: 'a = 1', version })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await setConfigText(it, { name, text: 'a = 1', version: version + 1 })).toMatchObject({
      error: { code: 'conflict', current: { text } },
    });
    for (const wrong of ['a = "\u0000"', '#'.repeat(140_000)]) {
      expect(await setConfigText(it, { name, text: wrong, version })).toMatchObject({
        error: { code: 'invalid_input', fields: { text: [expect.any(String)] } },
      });
    }
    expect(await setConfigText(it, { name, text, version })).toMatchObject({ ok: true, value: { version } });
    expect(await rows(ctx)).toEqual([]);
    expect(await actions(ctx)).toEqual(['configuration.preset_taken']);
  });

  test('of two at once one wins and the other hears of it', async () => {
    const { it, ctx } = await decided();
    const both = await Promise.all([
      setConfigText(it, { name, text: '# one\n', version: 1 }),
      setConfigText(ctx, { name, text: '# two\n', version: 1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  });

  test('is refused where the form was changed since, even while nobody had written the text', async () => {
    const { it, ctx, read } = await decided();
    const { version } = await read();
    await setConfiguration(ctx, { preset: 'strict', version: 1 });
    expect(await setConfigText(it, { name, text: '# mine\n', version })).toMatchObject({
      error: { code: 'conflict', current: { changedBy: ctx.actor.name, changedAt: ctx.now } },
    });
  });

  test('makes its writer an author of the next version', async () => {
    const { it, as, read } = await decided();
    const { text, version } = await read();
    await setConfigText(it, { name, text: `${text}# more\n`, version });
    await makeVersion(await as('it_owner'), { from: 'draft', note: 'By somebody else.', version: 0 });

    const kept = await readVersion(it, { number: 1 });
    expect(kept?.authors.map(({ id }) => id)).toContain(it.actor.id);
    expect(kept?.files[0]?.text.endsWith(`\n\n${text}# more\n`)).toBe(true);
  });
});

describe('the form over a text', () => {
  test('changes the keys it decides and nothing else', async () => {
    const { it, ctx, read } = await decided();
    const { text, version } = await read();
    await setConfigText(it, {
      name,
      text: `# Ours.\nallow_login_shell = false # since May\n${text}`,
      version,
    });
    await setLoginRestriction(ctx, { method: 'chatgpt', workspaces: [], version: 0 });
    await setConfiguration(ctx, { preset: 'strict', version: 1 });

    const after = (await read()).text;
    expect(after).toContain('# Ours.\nallow_login_shell = false # since May\n');
    expect(after).toContain('allowed_sandbox_modes = ["read-only"]  # clients fall back to read-only\n');
    expect(after).toContain('allowed_login_methods = ["chatgpt"]\n');
    expect((await actions(ctx)).slice(-4)).toEqual([
      'login_restriction.decided',
      'config_text.followed',
      'configuration.preset_taken',
      'config_text.followed',
    ]);
  });

  test('of one decision leaves the others as the text says them', async () => {
    const { it, ctx, read } = await decided();
    const { text, version } = await read();
    await setConfigText(it, { name, text: text.replace('["on-request"]', '["untrusted"]'), version });
    const { approval, sandbox, mcp, telemetry } = (await readConfiguration(ctx)) ?? {};
    const form = { approval, sandbox, webSearch: [], mcp, telemetry };
    expect(await setConfiguration(ctx, { ...form, only: 'webSearch', version: 2 })).toMatchObject({
      ok: true,
      value: { webSearch: [], byText: ['approval'] },
    });
    expect((await read()).text).toContain('["untrusted"]');
    expect(await setConfiguration(ctx, { ...form, version: 3 })).toMatchObject({ value: { byText: [] } });
    expect((await read()).text).toContain('["on-request"]');
  });
});

describe('setConfigKey', () => {
  const key = ['allow_login_shell'];
  test('sets one key with its reason, and takes both away', async () => {
    const { it, ctx, read } = await decided();
    const { text, version } = await read();
    await setConfigKey(it, { name, key, toml: 'false', reason: 'Profiles change the path.', version });
    const set = await read();
    expect(set.text).toContain('\nallow_login_shell = false\n');
    expect(set.reasons).toEqual({ allow_login_shell: 'Profiles change the path.' });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'config_text.key_set',
      after: { key: 'allow_login_shell' },
    });
    await setConfigKey(it, { name, key, toml: null, version: set.version });
    expect(await read()).toMatchObject({ text, reasons: {} });
  });

  test('takes a value alone, where a table can be, in a text that is TOML', async () => {
    const { it, ctx, read } = await decided();
    const { version } = await read();
    for (const toml of ['yes', '1\nother = 2', '1 # why', '']) {
      expect(await setConfigKey(it, { name, key, toml, version })).toMatchObject({
        error: { code: 'value_not_readable', fields: { toml: [expect.any(String)] } },
      });
    }
    const below = ['allowed_sandbox_modes', 'inner'];
    expect(await setConfigKey(it, { name, key: below, toml: '1', version })).toMatchObject({
      error: { code: 'key_taken' },
    });
    expect(
      await setConfigKey(await arrange().then(({ as }) => as('auditor')), { name, key, toml: '1', version }),
    ).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await rows(ctx)).toEqual([]);
    await setConfigText(it, { name, text: 'a = [', version });
    expect(await setConfigKey(it, { name, key, toml: '1', version: version + 1 })).toMatchObject({
      error: { code: 'text_not_readable' },
    });
    expect(await setConfigKey(it, { name, key, toml: '1', version })).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

describe('putBackConfigText', () => {
  test('puts the earlier text back, and the later one again', async () => {
    const { it, read } = await decided();
    const { version } = await read();
    expect(await putBackConfigText(it, { name, version })).toMatchObject({
      error: { code: 'nothing_before' },
    });
    await setConfigText(it, { name, text: '# one\n', version });
    await setConfigText(it, { name, text: '# two\n', version: version + 1 });
    await putBackConfigText(it, { name, version: version + 2 });
    expect(await read()).toMatchObject({ text: '# one\n', hasBefore: true });
    await putBackConfigText(it, { name, version: version + 3 });
    expect((await read()).text).toBe('# two\n');
    expect(await putBackConfigText(it, { name, version })).toMatchObject({ error: { code: 'conflict' } });
  });
});
