import type { Page } from '@playwright/test';
import { expect, test, type Api } from './fixtures';

const address = (slug: string, query: string) => `/${slug}/configuration/requirements?${query}`;
const textOf = async (api: Api) => (await api.get('/configuration/requirements')).json();
const editor = (page: Page) => page.locator('[contenteditable=true]');
const conflict = (page: Page) => page.getByRole('region', { name: 'Yours and theirs of requirements.toml' });

async function decided(api: Api) {
  await api.put('/configuration', { preset: 'standard', version: 0 });
}

test('a text that somebody saved meanwhile is shown beside mine, and either is kept by a press of its own', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await decided(api);
  await signIn({ appRole: 'it_owner' });
  await page.goto(address(workspace.slug, 'view=text'));
  await editor(page).press('Control+Home');
  await page.keyboard.type('# mine\n');
  const { text } = await textOf(api);
  await api.put('/configuration/requirements', { text: `${text}# theirs\n`, version: 1 });
  await page.getByRole('button', { name: 'Save the text' }).click();

  await expect(conflict(page)).toContainText(/ saved version 2 since you opened this\./);
  const lines = conflict(page).getByRole('region', { name: 'Theirs against yours' });
  await expect(lines.getByText('removed: # theirs')).toBeAttached();
  await expect(lines.getByText('added: # mine')).toBeAttached();
  await conflict(page).getByText('All of theirs, version 2').click();
  await expect(conflict(page).getByRole('region', { name: 'Theirs, version 2' })).toContainText('# theirs');
  await axe();
  expect((await textOf(api)).version).toBe(2);

  await page.getByRole('button', { name: 'Keep mine and save over version 2' }).click();
  await expect(page.getByText('The text is saved in the draft.').first()).toBeVisible();
  expect(await textOf(api)).toMatchObject({ text: `# mine\n${text}`, version: 3 });
  await expect(conflict(page)).toHaveCount(0);

  await editor(page).press('Control+Home');
  await page.keyboard.type('# again\n');
  await api.put('/configuration/requirements', { text: '# theirs alone\n', version: 3 });
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.getByRole('link', { name: 'Take theirs' }).click();
  await expect(editor(page)).toHaveText('# theirs alone');
  await expect(conflict(page)).toHaveCount(0);
  expect((await textOf(api)).version).toBe(4);
});

test('a file that is too large is told at its field before it is sent, and what was typed stays', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await decided(api);
  await signIn({ appRole: 'it_owner' });
  await page.goto(address(workspace.slug, 'view=import'));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/configuration/requirements'))
      sent.push(request.url());
  });
  const file = (name: string, size: number) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.alloc(size, '#'),
  });
  await page.getByLabel('File', { exact: true }).setInputFiles(file('big.toml', 6 * 1024 * 1024));
  await page.getByLabel('Or its text').fill('# typed');
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(
    'big.toml has 6.0 MiB. Keep the file under 128 KiB.',
  );
  await expect(page.getByLabel('Or its text')).toHaveValue('# typed');
  expect(sent).toEqual([]);

  await page.getByLabel('File', { exact: true }).setInputFiles(file('small.toml', 200 * 1024));
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByLabel('Or its text')).toHaveAccessibleDescription('Keep the file under 128 KiB.');
  expect(sent).toHaveLength(1);
});

test('before an error is mended no version is offered, and the way to it opens the editor at its line', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await decided(api);
  const text = `${'# a line\n'.repeat(60)}[features]\nmemoriez = false\n`;
  await api.put('/configuration/requirements', { text, version: 1 });
  const policy = { name: 'Platform', groups: [], text: 'allowed_sandbox_modes = []\n' };
  await api.post('/configuration/policies', policy);
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/configuration/versions`);
  await expect(page.getByRole('link', { name: '1 error in the policy “Platform”' })).toHaveAttribute(
    'href',
    /layers\?policy=/,
  );
  const keep = page.getByRole('button', { name: 'Keep as version 1' });
  await expect(keep).toHaveAccessibleDescription('Mend the errors above first.');
  await expect(keep).toHaveAttribute('aria-disabled', 'true');
  await axe();
  await page.getByRole('link', { name: '1 error in requirements.toml' }).click();

  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByRole('link', { name: 'Line 62' }).click();
  await expect(page).toHaveURL(/view=text&line=62/);
  await expect(editor(page)).toBeFocused();
  await expect(page.locator('.cm-activeLine')).toHaveText('memoriez = false');
  await expect(page.locator('.cm-activeLine')).toBeInViewport();
});

test('Tab and Shift+Tab leave the editor, and Escape closes what it offers', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await decided(api);
  await signIn({ appRole: 'it_owner' });
  await page.goto(address(workspace.slug, 'view=text'));
  await editor(page).press('Control+Home');
  await page.keyboard.type('allow');
  const offered = page.getByRole('listbox', { name: 'Completions' });
  await expect(offered).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await expect(editor(page)).toBeFocused();
  // What is found follows the typing: where the next key leads is settled once it is there.
  await expect(page.getByRole('region', { name: 'Findings' }).getByText('unknown_key')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor(page)).not.toBeFocused();
  await expect(editor(page)).toContainText(/^allow/);
});

test('an auditor sees long values cut, whole behind a press, and no columns of presses there are not', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await decided(api);
  const hosts = Array.from({ length: 42 }, (_, at) => `"host-${String(at)}.example"`);
  const text = `allowed_permission_profiles = [${hosts.join(', ')}]\n`;
  await api.put('/configuration/requirements', { text, version: 1 });
  await signIn({ appRole: 'auditor' });
  await page.goto(address(workspace.slug, ''));
  const table = page.getByRole('table', { name: 'Keys set in this file' });
  const whole = table.getByRole('region', { name: 'All of allowed_permission_profiles' });
  await expect(table.locator('td > code').first()).toHaveText(/"host-4\.example", …\]$/);
  await expect(whole).toBeHidden();
  await expect(page.getByRole('columnheader', { name: /^(Change|Set)$/ })).toHaveCount(0);
  await table.getByText('and 37 more').click();
  await expect(whole).toContainText('host-41.example');
  await expect(whole).toBeVisible();
  await axe();
});

test('the page holds at 280 px, and the button that saves stays in sight below many findings', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await decided(api);
  const text = Array.from({ length: 40 }, (_, at) => `nobody_knows_${String(at)} = true\n`).join('');
  await api.put('/configuration/requirements', { text, version: 1 });
  await signIn({ appRole: 'it_owner' });
  for (const width of [280, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address(workspace.slug, 'view=text'));
    await expect(editor(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the text' })).toBeInViewport();
    for (const query of ['view=text', 'view=findings', 'view=import', 'view=keys']) {
      await page.goto(address(workspace.slug, query));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('requirements.toml');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${query} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
});

test('a wide table at 390 scrolls within its box, keeps its first column and leaves room to read', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await decided(api);
  await signIn({ appRole: 'it_owner' });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(address(workspace.slug, ''));
  const box = page.getByRole('group', { name: 'Keys that are not set' });
  const cell = box.getByRole('cell').first();
  const head = box.getByRole('rowheader').first();
  expect((await cell.boundingBox())?.width).toBeGreaterThan(200);
  expect((await head.boundingBox())?.width).toBeLessThan(200);
  const left = (await head.boundingBox())?.x;
  await box.evaluate((element) => element.scrollBy({ left: 300, behavior: 'instant' }));
  expect((await head.boundingBox())?.x).toBe(left);
  expect(await page.evaluate(() => window.scrollX)).toBe(0);
});

test('no page about access is wider than a narrow window', async ({ page, workspace, signIn }) => {
  await signIn();
  const places = ['people', 'groups', 'roles', 'suggested-groups', 'expectations', 'worklist', 'import'];
  for (const width of [280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const place of places) {
      await page.goto(`/${workspace.slug}/access/${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${place} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
});

test.describe('before any script has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a conflict is told with both texts, and a file too large at its field', async ({
    page,
    api,
    workspace,
    signIn,
  }) => {
    await decided(api);
    await signIn({ appRole: 'it_owner' });
    await page.goto(address(workspace.slug, 'view=text'));
    await page.getByLabel('Text of requirements.toml').fill('# mine\n');
    await api.put('/configuration/requirements', { text: '# theirs\n', version: 1 });
    await page.getByRole('button', { name: 'Save the text' }).click();
    await expect(conflict(page)).toContainText(/ saved version 2 since you opened this\./);
    await expect(page.getByLabel('Text of requirements.toml')).toHaveValue('# mine\n');
    await page.getByRole('button', { name: 'Keep mine and save over version 2' }).click();
    await expect(page.getByText('The text is saved in the draft.').first()).toBeVisible();
    expect(await textOf(api)).toMatchObject({ text: '# mine\n', version: 3 });

    await page.goto(address(workspace.slug, 'view=import'));
    const buffer = Buffer.alloc(3 * 1024 * 1024, '#');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'big.toml', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Import the file' }).click();
    await expect(page.getByLabel('Or its text')).toHaveAccessibleDescription('Keep the file under 128 KiB.');
  });
});
