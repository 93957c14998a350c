import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { presets } from '#lib/domain/config/presets';
import { InvalidInput } from '#lib/domain/errors';
import { arrange } from '#test/arrange';
import { readConfiguration, readConfigurationFile } from './configuration';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const afterHeader = (text: string) => text.slice(text.indexOf('\n\n') + 2);

describe('the configuration', () => {
  test('has version 0 and no decisions until somebody chose', async () => {
    const { ctx } = await arrange();

    expect(await readConfiguration(ctx)).toMatchObject({ preset: null, sandbox: null, version: 0 });
  });

  test('names who changed it last', async () => {
    const { ctx } = await arrange();
    await setConfiguration(ctx, { preset: 'strict', version: 0 });

    expect(await readConfiguration(ctx)).toEqual({
      preset: 'strict',
      ...presets.strict,
      byText: [],
      leftToTexts: [],
      version: 1,
      changedAt: ctx.now,
      changedBy: ctx.actor.name,
    });
  });
});

describe('a configuration file', () => {
  test('does not exist until decisions were made', async () => {
    const { ctx } = await arrange();

    expect(await readConfigurationFile(ctx, { name: 'requirements.toml' })).toBeNull();
  });

  test.each(['requirements.toml', 'managed_config.toml', 'config.toml'])(
    '%s has the same bytes each time, and names the sum of those after its header',
    async (name) => {
      const { ctx, workspace } = await arrange();
      await setConfiguration(ctx, { preset: 'strict', version: 0 });

      const file = await readConfigurationFile(ctx, { name });

      expect(await readConfigurationFile({ ...ctx, now: new Date(0) }, { name })).toEqual(file);
      const text = file?.text ?? '';
      expect(file?.sha256).toBe(sha256(text));
      expect(text).toContain(`SHA-256 of the bytes after the first empty line: ${sha256(afterHeader(text))}`);
      expect(text).toContain(workspace.name);
      expect(text).toContain(ctx.now.toISOString());
    },
  );

  test('of another name makes no sense', async () => {
    const { ctx } = await arrange();

    await expect(readConfigurationFile(ctx, { name: 'auth.json' })).rejects.toBeInstanceOf(InvalidInput);
  });
});
