import { createHash } from 'node:crypto';
import { presetNames, presets } from '#lib/domain/config/presets';
import { askClient, clientRequired, whyNot } from '#test/oracle/client';
import { everything, expectedOf, userConfigOf } from '#test/oracle/expected';
import { baseline, download, path, take } from './configuration';
import { expect, test } from './fixtures';

const bodyOf = (file: string) => file.slice(file.indexOf('\n\n') + 2);
const sha256 = (content: string) => createHash('sha256').update(content, 'utf8').digest('hex');

test('a file comes with its exact type, name and sum, and is not sent twice', async ({ api }) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  for (const name of ['requirements.toml', 'managed_config.toml', 'config.toml']) {
    const answer = await api.get(`/configuration/files/${name}`);
    const headers = answer.headers();

    expect(headers['content-type']).toBe('application/toml; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers.etag).toBe(`"${sha256(await answer.text())}"`);

    const known = await api.get(`/configuration/files/${name}`, { 'if-none-match': headers.etag ?? '' });
    expect(known.status()).toBe(304);
    expect(await known.text()).toBe('');
  }
});

test('the same decisions give the same bytes, and the header names their sum', async ({ api }) => {
  const takePreset = (preset: string, version: number) => api.put('/configuration', { preset, version });
  const read = async () => (await api.get('/configuration/files/requirements.toml')).text();
  await takePreset('standard', 0);
  const first = await read();
  expect(await read()).toBe(first);
  expect(first).toContain(`# SHA-256 of the bytes after the first empty line: ${sha256(bodyOf(first))}\n`);

  await takePreset('strict', 1);
  expect(bodyOf(await read())).not.toBe(bodyOf(first));
  await takePreset('standard', 2);
  expect(bodyOf(await read())).toBe(bodyOf(first));
});

for (const preset of presetNames) {
  test(`the real client loads the downloaded files of ${preset} and enforces what was decided`, async ({
    page,
    workspace,
    signIn,
  }) => {
    test.setTimeout(180_000);
    const excuse = await whyNot();
    if (clientRequired) expect(excuse, excuse ?? '').toBeNull();
    test.skip(excuse !== null, `The real client cannot be asked here: ${excuse}`);
    await signIn();
    await page.goto(path(workspace.slug));
    await take(page, preset);
    await expect(baseline(page).getByText(/^Version 1/)).toBeVisible();
    const files = {
      requirements: await download(page, 'requirements.toml'),
      managedConfig: await download(page, 'managed_config.toml'),
    };

    const quiet = await askClient(files);
    expect(quiet).toMatchObject({ ok: true, error: null, ignored: [], warnings: [] });
    expect(quiet.enforced).toEqual(expectedOf(presets[preset], {}));

    const greedy = await askClient({ ...files, userConfig: userConfigOf(everything) });
    expect(greedy).toMatchObject({ ok: true, error: null, ignored: [] });
    expect(greedy.enforced).toEqual(expectedOf(presets[preset], everything));
  });
}
