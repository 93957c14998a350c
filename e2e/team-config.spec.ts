import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { download, path } from './configuration';
import { expect, test } from './fixtures';

const one = '123e4567-e89b-42d3-a456-426614174000';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const login = (page: Page) => page.getByRole('region', { name: 'Login method and workspace restricted' });
const team = (page: Page) => page.getByRole('region', { name: 'Team Config: config.toml' });
const deployment = { id: 'configuration.deployment', title: 'Files deployed where Codex reads them' };

test('the IT owner restricts the login; the preview, the downloaded files and the row say so', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner', name: 'Devi Rao' });
  await page.goto(path(workspace.slug));
  await login(page)
    .getByRole('radio', { name: /^ChatGPT only/ })
    .check();
  await login(page).getByLabel('ChatGPT workspaces').fill('our workspace');
  await login(page).getByRole('button', { name: 'Decide' }).click();

  await expect(login(page).getByLabel('ChatGPT workspaces')).toHaveAccessibleDescription(/Id 1: Write the/);
  await expect(login(page).getByLabel('ChatGPT workspaces')).toHaveValue('our workspace');
  await expect(login(page).getByRole('radio', { name: /^ChatGPT only/ })).toBeChecked();
  expect(await db.loginRestriction.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await login(page).getByLabel('ChatGPT workspaces').fill(one);
  await login(page).getByRole('button', { name: 'Decide' }).click();

  await expect(login(page).getByText('Done', { exact: true })).toBeVisible();
  await expect(login(page).getByText(/^Version 1, Devi Rao/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Text of requirements.toml' })).toContainText(
    'allowed_login_methods = ["chatgpt"]',
  );
  expect(await download(page, 'requirements.toml')).toContain(`allowed_chatgpt_workspaces = ["${one}"]`);
  expect(await download(page, 'managed_config.toml')).toContain(`forced_chatgpt_workspace_id = "${one}"`);
  const row = await db.loginRestriction.findUnique({ where: { workspaceId: workspace.id } });
  expect(row).toMatchObject({ restriction: { method: 'chatgpt', workspaces: [one] }, version: 1 });
});

test('API keys only contradicts a rollout with cloud, and the page says so', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/decision', { surfaces: 'both', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  await login(page)
    .getByRole('radio', { name: /^API key only/ })
    .check();
  await login(page).getByRole('button', { name: 'Decide' }).click();

  await expect(login(page).getByText('This contradicts Step 0.')).toBeVisible();
  await expect(login(page).getByText('In progress', { exact: true })).toBeVisible();
});

test('a rule and a skill are written and downloaded as an archive with the same bytes each time', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  const rules = team(page).getByLabel('rules/default.rules');
  await rules.fill('# ours\nprefix_rule(pattern = ["npm", "publish"]');
  await team(page).getByRole('button', { name: 'Save the rules' }).click();
  await expect(team(page).getByText('Error, line 2 of the text below: Nothing closes this (.')).toBeVisible();
  await expect(team(page).getByText('In progress', { exact: true })).toBeVisible();

  await rules.fill('# ours\nprefix_rule(pattern = ["npm", "publish"], decision = "forbidden")');
  await team(page).getByRole('button', { name: 'Save the rules' }).click();
  await expect(team(page).getByText('Done', { exact: true })).toBeVisible();

  await team(page).getByRole('link', { name: 'Add a skill…' }).click();
  await team(page).getByLabel('Name').fill('../Release Notes');
  await team(page).getByLabel('Description').fill('Use when writing release notes.');
  await team(page).getByLabel('Instructions').fill('# Release notes');
  await team(page).getByRole('button', { name: 'Add the skill' }).click();
  await expect(team(page).getByLabel('Name')).toHaveAccessibleDescription(/Use small letters/);
  await expect(team(page).getByLabel('Name')).toHaveValue('../Release Notes');
  await expect(team(page).getByLabel('Instructions')).toHaveValue('# Release notes');

  await team(page).getByLabel('Name').fill('release-notes');
  await team(page).getByRole('button', { name: 'Add the skill' }).click();
  await expect(team(page).getByRole('button', { name: 'Remove release-notes' })).toBeVisible();
  await expect(team(page).getByLabel('Name')).toHaveCount(0);

  const zip = await archive(page);
  expect(sha256(await archive(page))).toBe(sha256(zip));
  const answer = await api.get('/configuration/files/team-config.zip');
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="team-config.zip"',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256(zip)}"`,
  });
  const known = await api.get('/configuration/files/team-config.zip', {
    'if-none-match': `"${sha256(zip)}"`,
  });
  expect(known.status()).toBe(304);
  const entries = Object.entries(unzipSync(zip)).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString(),
  ]);
  expect(entries.map(([name]) => name)).toEqual([
    'config.toml',
    'rules/default.rules',
    'skills/before-commit/SKILL.md',
    'skills/release-notes/SKILL.md',
  ]);
  const stored = await db.teamConfig.findUnique({ where: { workspaceId: workspace.id } });
  expect(entries[1]?.[1]).toContain(`\n\n${stored?.rules}\n`);
  expect(entries[3]?.[1]).toContain('description: "Use when writing release notes."');
});

async function archive(page: Page): Promise<Buffer> {
  const link = team(page).getByRole('link', { name: 'Download the Team Config' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toBe('team-config.zip');
  return readFile(await file.path());
}

test('a skill that was removed can be put back, and is in the preview meanwhile or not', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  const files = page.getByRole('navigation', { name: 'Files' });
  const tab = files.getByRole('link', { name: 'skills/before-commit/SKILL.md' });
  await tab.click();
  await expect(page.getByRole('region', { name: 'Text of skills/before-commit' })).toContainText(
    'name: "before-commit"',
  );

  await team(page).getByRole('button', { name: 'Remove before-commit' }).click();
  await expect(team(page).getByText('There are no skills.')).toBeVisible();
  await expect(tab).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(team(page).getByRole('button', { name: 'Remove before-commit' })).toBeVisible();
  const stored = await db.teamConfig.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({ version: 2, skills: [{ name: 'before-commit' }] });
});

test('an auditor reads sign-in, rules and places, and can change nothing; axe finds nothing', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await api.put('/login-restriction', { method: 'any', workspaces: [one], version: 0 });
  await api.put('/configuration/team-config', { rules: 'prefix_rule(["a"])', skills: [], version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(path(workspace.slug, '?system=windows&file=rules/default.rules'));

  await expect(login(page).getByText('whoever signs in with an API key passes by the list')).toBeVisible();
  await expect(team(page).getByText(/Warning, line 1 of the text below: No decision is given/)).toBeVisible();
  for (const box of [login(page), team(page)]) {
    await expect(box.getByText('A workspace owner or an IT management owner')).toBeVisible();
    await expect(box.getByRole('textbox')).toHaveCount(0);
    await expect(box.getByRole('radio')).toHaveCount(0);
  }
  const places = page.getByRole('table', { name: 'Places on Windows' });
  await expect(places.getByRole('row', { name: /^requirements\.toml/ })).toContainText(
    '%ProgramData%\\OpenAI\\Codex\\requirements.toml',
  );
  await axe();
});

test('the word that files are deployed turns stale when sign-in or rules change', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await api.put(`/tasks/${deployment.id}/attestation`, { note: 'Seen', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  const row = page.getByRole('row', { name: deployment.title });
  await expect(row).toContainText('Done');

  await api.put('/login-restriction', { method: 'chatgpt', workspaces: [], version: 0 });
  await api.put('/configuration/team-config', { rules: '', version: 0 });
  await page.getByRole('link', { name: 'Files deployed…' }).click();

  const panel = page.getByRole('complementary', { name: deployment.title });
  await expect(panel).toContainText('The login restriction has changed since.');
  await expect(panel).toContainText('Rules or skills have changed since.');
  await expect(row).toContainText('Stale');
});

test('one decision is taken alone: its consequences and reasons are shown, the other four stay', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  await page.getByRole('link', { name: 'Change Web search…' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(page.getByText('Whoever writes a page can put instructions')).toBeVisible();
  await expect(page.getByRole('region', { name: 'How the presets decide it' })).toContainText(
    'No text from the web can steer the agent.',
  );
  await page.getByRole('checkbox', { name: /^cached/ }).uncheck();
  await page.getByRole('button', { name: 'Save this decision' }).click();

  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  const { decisions } = (await db.configuration.findUnique({ where: { workspaceId: workspace.id } })) ?? {};
  expect(decisions).toMatchObject({
    webSearch: [],
    sandbox: ['read-only', 'workspace-write'],
    mcp: { mode: 'listed', servers: [] },
    telemetry: { history: 'save-all', analytics: false },
  });
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('sign-in is decided, and none of rules and skills is wanted', async ({
    page,
    db,
    workspace,
    signIn,
  }) => {
    await signIn();
    await page.goto(path(workspace.slug));
    await login(page)
      .getByRole('radio', { name: /^No restriction/ })
      .check();
    await login(page).getByRole('button', { name: 'Decide' }).click();
    await expect(login(page).getByText('Done', { exact: true })).toBeVisible();

    await team(page).getByRole('button', { name: 'Want neither rules nor skills' }).click();
    await expect(team(page).getByText('There are no skills.')).toBeVisible();
    const stored = await db.teamConfig.findUnique({ where: { workspaceId: workspace.id } });
    expect(stored).toMatchObject({ rules: '', skills: [], version: 1 });
  });
});
