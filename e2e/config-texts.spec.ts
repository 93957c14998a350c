import { expect, test } from './fixtures';

const page3 = (slug: string) => `/${slug}/configuration/requirements`;
const broken = `# Taken over from the old laptops.
allowed_approval_policies = ["on-request"]  # asks
allowed_sandbox_mode = ["read-only"]
allowed_web_search_modes = ["cached"]

[features]
memories = false
`;

test('a file that exists is imported as it is and mended by its findings, and the form follows', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/rollout/configuration`);
  await page.getByRole('link', { name: 'Import a file you have…' }).click();
  await page.getByLabel('Or its text').fill(broken);
  await page.getByRole('button', { name: 'Import the file' }).click();

  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByText('unknown_key')).toBeVisible();
  await expect(findings.getByText('Line 3')).toBeVisible();
  await axe();
  await page.goto(`/${workspace.slug}/rollout/configuration`);
  const errors = page.getByRole('region', { name: 'Five baseline decisions' });
  await expect(errors.getByText('requirements.toml holds an error.')).toBeVisible();
  await expect(errors.getByText('In progress')).toBeVisible();
  await errors.getByRole('link', { name: 'Findings of requirements.toml' }).click();
  const fix = findings.getByRole('button', { name: /allowed_sandbox_modes/ });
  await fix.click();
  await expect(findings.getByText('unknown_key')).toHaveCount(0);

  const [row] = await db.configText.findMany({
    where: { workspaceId: workspace.id, file: 'requirements.toml' },
  });
  expect(row?.text).toBe(broken.replace('allowed_sandbox_mode ', 'allowed_sandbox_modes '));
  expect(row?.textBefore).toBe(broken);

  await page.goto(`/${workspace.slug}/rollout/configuration`);
  const decisions = page.getByRole('region', { name: 'Five baseline decisions' });
  await expect(decisions.getByText('Left to the text of managed_config.toml')).toBeVisible();
  await page.getByRole('link', { name: 'Change Sandbox mode…' }).click();
  await page.getByRole('checkbox', { name: 'workspace-write' }).check();
  await page.getByRole('button', { name: 'Save this decision' }).click();
  await expect(page.getByText(/^Saved as version/)).toBeVisible();
  const [after] = await db.configText.findMany({
    where: { workspaceId: workspace.id, file: 'requirements.toml' },
  });
  expect(after?.text).toBe(
    broken.replace(
      'allowed_sandbox_mode = ["read-only"]',
      'allowed_sandbox_modes = ["read-only", "workspace-write"]',
    ),
  );
});

test('a file that is no UTF-8 is refused at its field, and the file stays what it was', async ({
  page,
  api,
  db,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(`${page3(workspace.slug)}?view=import`);
  const latin1 = Buffer.from('# Für alle\nallowed_web_search_modes = ["cached"]\n', 'latin1');
  const name = 'requirements.toml';
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'text/plain', buffer: latin1 });
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByText(/neither UTF-8 nor UTF-16/).first()).toBeVisible();
  expect(await db.configText.count({ where: { workspaceId: workspace.id } })).toBe(0);

  const address = `/api/v1/workspaces/${workspace.slug}/configuration/requirements`;
  const headers = { 'content-type': 'application/toml', 'if-match': '"1"' };
  const refused = await page.request.put(address, { headers, data: latin1 });
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({
    code: 'invalid_input',
    fields: { text: [expect.stringContaining('neither')] },
  });
  expect(await db.configText.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('the text is written in an editor that tells at once what is wrong, and is kept even so', async ({
  page,
  api,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(`${page3(workspace.slug)}?view=text`);
  const editor = page.locator('[contenteditable=true]');
  await expect(editor).toHaveAccessibleName('Text of requirements.toml');
  await axe();

  await editor.press('Control+Home');
  await page.keyboard.type('enforce_residency = "eu"\n');
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByText('enforce_residency')).toBeVisible();
  await expect(findings.getByText('1 error', { exact: true })).toBeVisible();
  await editor.press('Control+Home');
  await page.keyboard.type('[');
  await expect(findings.getByText('not_toml')).toBeVisible();
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByText('The text is saved in the draft.').first()).toBeVisible();
  const kept = await db.configText.findFirst({ where: { workspaceId: workspace.id } });
  expect(kept?.text).toMatch(/^\[enforce_residency = "eu"\n/);

  await page.getByRole('link', { name: 'Form', exact: true }).click();
  await expect(page.getByText('The text is no TOML.')).toBeVisible();
  await page.getByRole('button', { name: 'Put the earlier text back' }).click();
  await expect(page.getByRole('table', { name: 'Keys set in this file' })).toContainText(
    'allowed_sandbox_modes',
  );
});

test('a key of the catalogue is set with its reason by form, and stands in the text', async ({
  page,
  api,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(page3(workspace.slug));
  await page.getByLabel('Find a key').fill('login shell');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('link', { name: 'Set… allow_login_shell' }).click();
  await page.getByLabel('Value', { exact: true }).selectOption('false');
  await page.getByLabel('Reason').fill('Profiles change the path.');
  await page.getByRole('button', { name: 'Set the key' }).click();
  const row = page.getByRole('row', { name: /^allow_login_shell/ });
  await expect(row).toContainText('Profiles change the path.');
  await axe();
  const kept = await db.configText.findFirst({ where: { workspaceId: workspace.id } });
  expect(kept?.text).toContain('allow_login_shell = false\n');
  expect(kept?.reasons).toEqual({ allow_login_shell: 'Profiles change the path.' });
});

test('a warning is accepted by the governance owner until a day, and the text is served over HTTP', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  const address = `/api/v1/workspaces/${workspace.slug}/configuration/requirements`;
  await signIn({ appRole: 'it_owner' });
  const headers = { 'content-type': 'application/toml', 'if-match': '"1"' };
  const put = await page.request.put(address, { headers, data: '[otel]\nlog_user_prompt = true\n' });
  expect(put.status()).toBe(200);
  expect((await page.request.put(address, { headers, data: '# late\n' })).status()).toBe(412);
  const got = await page.request.get(address, { headers: { accept: 'application/toml' } });
  expect(await got.text()).toBe('[otel]\nlog_user_prompt = true\n');
  expect(got.headers().etag).toBe('"2"');

  await page.context().clearCookies();
  await signIn({ appRole: 'governance_owner' });
  await page.goto(`${page3(workspace.slug)}?view=findings`);
  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByRole('link', { name: 'Accept…' }).first().click();
  await findings.getByLabel('Reason').fill('Only in the test fleet.');
  await findings.getByLabel('Last day').fill('2099-01-31');
  await findings.getByRole('button', { name: 'Accept the warning' }).click();
  await expect(findings.getByText(/accepted it until 2099-01-31: Only in the test fleet\./)).toBeVisible();
});
