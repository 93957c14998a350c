import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const path = (slug: string, query = '') => `/${slug}/rollout/cloud${query}`;
const repositories = (page: Page) => page.getByRole('region', { name: 'Repositories' });
const environments = (page: Page) => page.getByRole('region', { name: 'Environments' });
const integrations = (page: Page) => page.getByRole('region', { name: 'Integrations' });

const web = { name: 'acme/web', connector: 'allowed', codeReview: 'on' };

test('repositories come by CSV: a bad line is told first, mended, and then all of it is stored', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  await repositories(page).getByRole('link', { name: 'Import CSV…' }).click();
  const form = page.getByRole('form', { name: 'Import repositories' });

  await form.getByLabel('Text of the CSV file').fill('acme/web;allowed;automatic\nacme;allowed;off\n');
  await form.getByRole('button', { name: 'Check the file' }).click();
  await expect(form.getByRole('row', { name: /^2 name Write owner\/name/ })).toBeVisible();
  await expect(form.getByText('1 added, 0 changed, 0 as before')).toBeVisible();
  await form.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('Nothing was imported.');
  expect(await db.repository.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await form.getByLabel('Text of the CSV file').fill('acme/web;allowed;automatic\nacme/api;allowed;off\n');
  await form.getByRole('button', { name: 'Import', exact: true }).click();

  await expect(repositories(page).getByRole('row', { name: 'acme/web Allowed Automatic' })).toBeVisible();
  await expect(form).toBeHidden();
  const rows = await db.repository.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { name: 'asc' },
  });
  expect(rows).toMatchObject([
    { name: 'acme/api', connector: 'allowed', codeReview: 'off' },
    { name: 'acme/web', connector: 'allowed', codeReview: 'automatic' },
  ]);
});

test('a file can be chosen, and what a spreadsheet writes is read', async ({ page, workspace, signIn }) => {
  await signIn();
  await page.goto(path(workspace.slug, '?import=repositories'));
  const form = page.getByRole('form', { name: 'Import repositories' });
  const buffer = Buffer.from('\uFEFFname;connector\r\n"acme/web";allowed\r\n');

  await form
    .getByLabel('CSV file', { exact: true })
    .setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer });
  await expect(form.getByLabel('Text of the CSV file')).toHaveValue(/acme\/web/);
  await form.getByRole('button', { name: 'Check the file' }).click();

  await expect(form.getByRole('row', { name: 'acme/web 2 Added Allowed Off' })).toBeVisible();
});

test('another code-review state turns the confirmation stale', async ({ page, api, workspace, signIn }) => {
  await api.post('/repositories', web);
  await api.put('/tasks/cloud.code_review/attestation', { note: 'Looked at it', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  const task = page.locator('#task-cloud-code_review');
  await expect(task).toContainText('Done');

  await repositories(page).getByRole('link', { name: 'acme/web' }).click();
  const panel = page.getByRole('complementary', { name: 'acme/web' });
  await panel.getByLabel('Code review').selectOption('off');
  await panel.getByRole('button', { name: 'Save' }).click();

  await expect(repositories(page).getByRole('row', { name: 'acme/web Allowed Off' })).toBeVisible();
  await expect(task).toContainText('Stale');
  await expect(task).toContainText('The code-review state of a repository has changed since.');
});

test('a wrong name is refused beside its field; a removed repository can be put back', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.post('/repositories', web);
  await signIn();
  await page.goto(path(workspace.slug, '?repository=new'));
  const adding = page.getByRole('complementary', { name: 'Add a repository' });
  await adding.getByLabel('Repository', { exact: true }).fill('ACME/Web');
  await adding.getByRole('button', { name: 'Add the repository' }).click();
  await expect(adding.getByLabel('Repository', { exact: true })).toHaveAccessibleDescription(
    'acme/web stands in the list already.',
  );

  await repositories(page).getByRole('link', { name: 'acme/web' }).click();
  await page.getByRole('button', { name: 'Remove from the list' }).click();
  await expect(repositories(page).getByText('No repository is written down yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(repositories(page).getByRole('link', { name: 'acme/web' })).toBeVisible();
  expect(await db.repository.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([web]);
});

test('an Undo that is refused is told, and stays told', async ({ page, db, api, workspace, signIn }) => {
  await api.post('/repositories', web);
  await signIn();
  await page.goto(path(workspace.slug));
  await repositories(page).getByRole('link', { name: 'acme/web' }).click();
  await page.getByRole('button', { name: 'Remove from the list' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await api.post('/repositories', { ...web, codeReview: 'off' });

  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'Not put back' })).toContainText(
    'Not put back: acme/web stands in the list already.',
  );
  await expect(repositories(page).getByRole('row', { name: 'acme/web Allowed Off' })).toBeVisible();
  expect(await db.repository.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test('a removal that is refused shows what is there now, and the next press removes that', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.post('/repositories', web);
  await signIn();
  await page.goto(path(workspace.slug));
  await repositories(page).getByRole('link', { name: 'acme/web' }).click();
  const remove = page.getByRole('button', { name: 'Remove from the list' });
  await expect(remove).toBeVisible();
  await db.repository.updateMany({
    where: { workspaceId: workspace.id },
    data: { codeReview: 'off', version: 2 },
  });

  await remove.click();
  await expect(repositories(page).getByRole('row', { name: 'acme/web Allowed Off' })).toBeVisible();
  await remove.click();

  await expect(repositories(page).getByText('No repository is written down yet.')).toBeVisible();
});

test('an allowed repository without an environment is found until one is written down', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.post('/repositories', web);
  await signIn();
  await page.goto(path(workspace.slug));
  await expect(environments(page).getByText('1 allowed repository has no environment.')).toBeVisible();

  await environments(page).getByRole('link', { name: 'Add an environment…' }).click();
  const panel = page.getByRole('complementary', { name: 'Add an environment' });
  await panel.getByRole('textbox', { name: 'Name' }).fill('Web shop');
  await panel.getByRole('combobox', { name: 'Repository' }).fill('acme/web');
  await panel.getByRole('textbox', { name: 'Collaborators' }).fill('devi@acme.example\nnobody');
  await panel.getByRole('textbox', { name: 'Owner' }).fill('Devi Rao');
  await panel.getByRole('button', { name: 'Add the environment' }).click();
  await expect(panel.getByRole('textbox', { name: 'Collaborators' })).toHaveAccessibleDescription(
    /^Address 2: /,
  );
  await panel.getByRole('textbox', { name: 'Collaborators' }).fill('devi@acme.example');
  await panel.getByRole('button', { name: 'Add the environment' }).click();

  await expect(environments(page).getByRole('link', { name: 'Web shop' })).toBeVisible();
  await expect(environments(page).getByText(/has no environment/)).toBeHidden();
  expect(await db.cloudEnvironment.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
    { name: 'Web shop', repository: 'acme/web', collaborators: ['devi@acme.example'], ownerName: 'Devi Rao' },
  ]);
});

test('an integration left out on purpose is done once it says why', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ name: 'Devi Rao' });
  await page.goto(path(workspace.slug));
  await integrations(page).getByRole('link', { name: 'Record Linear…' }).click();
  const panel = page.getByRole('complementary', { name: 'Linear integration' });

  await panel.getByRole('radio', { name: 'Left out on purpose' }).check();
  await panel.getByRole('button', { name: 'Record' }).click();
  await expect(panel.getByLabel('Note')).toHaveAccessibleDescription('Write why it is left out.');
  await panel.getByLabel('Note').fill('Nobody uses it');
  await panel.getByRole('button', { name: 'Record' }).click();

  const task = page.locator('#task-cloud-integration-linear');
  await expect(task).toContainText('Done');
  await expect(task).toContainText('Devi Rao left it out on purpose.');
  expect(await db.integration.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
    { key: 'linear', state: 'left_out', note: 'Nobody uses it', changedBy: 'Devi Rao' },
  ]);
});

test('the instructions follow the decision, can be copied and downloaded', async ({
  page,
  api,
  context,
  workspace,
  signIn,
  axe,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await api.put('/decision', { surfaces: 'local', version: 0 });
  await api.put('/settings/codex.local', { wanted: true, version: 0 });
  await api.put('/owners/it', { name: '# <b>Devi</b> *R*', email: null, version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  await expect(page.getByText('This step does not apply.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the page to print' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to start with Codex');
  await expect(page.getByText(/^Codex local: the Codex app, the CLI/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Start in the cloud' })).toBeHidden();
  await expect(page.getByText('# <b>Devi</b> *R*')).toBeVisible();
  await axe();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('**\\# \\<b\\>Devi\\</b\\> \\*R\\***');

  const file = await api.get('/instructions.md');
  expect(await file.text()).toBe(copied);
  const etag = file.headers().etag ?? '';
  expect((await api.get('/instructions.md', { 'if-none-match': etag })).status()).toBe(304);
});

test('an auditor reads everything and is offered no form', async ({ page, api, workspace, signIn, axe }) => {
  await api.post('/repositories', web);
  await api.post('/environments', {
    name: 'Web',
    repository: 'acme/web',
    visibility: 'private',
    collaborators: [],
    owner: 'Devi',
  });
  await signIn({ appRole: 'auditor' });
  await page.goto(path(workspace.slug, '?repositories=allowed'));

  await expect(repositories(page).getByRole('row', { name: 'acme/web Allowed On' })).toBeVisible();
  await expect(environments(page).getByRole('row', { name: /^Web acme\/web Private/ })).toBeVisible();
  await expect(
    repositories(page).getByText(/The workspace owner and the IT management owner may change it/),
  ).toBeVisible();
  for (const name of [/^Add /, /^Import /, /^Record /, /^acme\/web$/]) {
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  }
  await axe();
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a file that was checked stays in its field, to be imported', async ({
    page,
    db,
    workspace,
    signIn,
  }) => {
    await signIn({ appRole: 'it_owner' });
    await page.goto(path(workspace.slug, '?import=repositories'));
    const form = page.getByRole('form', { name: 'Import repositories' });
    const text = form.getByLabel('Text of the CSV file');
    await text.fill('acme/web;allowed;automatic');

    await form.getByRole('button', { name: 'Check the file' }).click();
    await expect(form.getByText('1 added, 0 changed, 0 as before')).toBeVisible();
    await expect(text).toHaveValue('acme/web;allowed;automatic');
    await form.getByRole('button', { name: 'Import', exact: true }).click();

    await expect(repositories(page).getByRole('link', { name: 'acme/web' })).toBeVisible();
    expect(await db.repository.count({ where: { workspaceId: workspace.id } })).toBe(1);
  });
});
