import { expect, test } from 'vitest';
import { settingKeys } from '#lib/catalog/settings';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { arrange } from '#test/arrange';
import { readSettings } from './settings';

test('every toggle of the guide is there before anything was written', async () => {
  const { ctx } = await arrange();

  const found = await readSettings(ctx);

  expect(found?.settings.map(({ key }) => key)).toEqual(settingKeys);
  expect(found?.settings[0]).toEqual({
    key: 'codex.local',
    wanted: false,
    confirmed: null,
    version: 0,
    confirmation: null,
  });
});

test('a toggle shows what is wanted and what was seen last', async () => {
  const { ctx } = await arrange();
  await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });
  await confirmSetting(ctx, { key: 'codex.local', state: 'on' });
  await confirmSetting(ctx, { key: 'codex.local', state: 'off', note: 'Turned off again' });

  const found = await readSettings(ctx);

  expect(found?.settings.find(({ key }) => key === 'codex.local')).toMatchObject({
    wanted: true,
    confirmed: 'off',
    version: 1,
    confirmation: { note: 'Turned off again', restsOn: true },
  });
});
