import type { Page } from '@playwright/test';
import { presets } from '#lib/domain/config/presets';
import { baseline, download, path, take } from './configuration';
import { expect, test } from './fixtures';

const text = (page: Page, name: string) => page.getByRole('region', { name: `Text of ${name}` });

test('an owner takes the standard preset, reads both files and downloads what was shown', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ name: 'Mara Lindqvist' });
  await page.goto(path(workspace.slug));
  await expect(page.getByText('No file yet.')).toBeVisible();
  await expect(baseline(page).getByText('To do')).toBeVisible();
  await take(page, 'standard');

  await expect(baseline(page).getByText('Standard preset')).toBeVisible();
  await expect(baseline(page).getByText(/^Version 1, Mara Lindqvist/)).toBeVisible();
  await expect(baseline(page).getByText('Done')).toBeVisible();
  await expect(text(page, 'requirements.toml')).toContainText('allowed_approval_policies = ["on-request"]');
  const requirements = await download(page, 'requirements.toml');
  expect(requirements).toContain('allowed_sandbox_modes = ["read-only", "workspace-write"]');

  const managed = await download(page, 'managed_config.toml');
  await expect(text(page, 'managed_config.toml')).toContainText('log_user_prompt = false');
  await expect(page.getByText('This file never holds approval_policy')).toBeVisible();
  expect(managed).not.toMatch(/^(?:approval_policy|sandbox_mode|approvals_reviewer)/m);
  await expect(page.getByText('Not certified')).toBeVisible();

  const stored = await db.configuration.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({ preset: 'standard', decisions: presets.standard, version: 1 });
});

test('tasks 3.1, 3.2 and 3.4 are done at their places once the decisions are taken', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const places = ['requirements', 'managed_defaults'].map((task) =>
    page.locator(`#task-configuration-${task}`),
  );
  for (const place of places) await expect(place.getByRole('img', { name: 'To do' })).toBeVisible();
  await take(page, 'strict');

  for (const place of places) await expect(place.getByRole('img', { name: 'Done' })).toBeVisible();
  await expect(page.locator('#task-configuration-baseline').getByText('Done')).toBeVisible();
});

test('a preset shows what it would change before anybody takes it', async ({
  page,
  db,
  workspace,
  signIn,
  api,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  await page.getByRole('link', { name: 'See what strict changes…' }).click();
  const row = page
    .getByRole('table', { name: 'What strict changes' })
    .getByRole('row', { name: /^Sandbox mode/ });

  await expect(row.getByRole('cell')).toHaveText(['read-onlyworkspace-write', 'read-only']);
  await expect(page.getByText('Unchanged: Approval policy')).toBeVisible();
  expect((await db.configuration.findFirst({ where: { workspaceId: workspace.id } }))?.version).toBe(1);

  await take(page, 'strict');
  await expect(page.getByText('Strict is in force, version 2.')).toBeVisible();
  expect((await db.configuration.findFirst({ where: { workspaceId: workspace.id } }))?.preset).toBe('strict');
});

test('decisions by hand: a refusal stands beside its field, what was typed stays, then it is stored', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug, '?decide=by-hand'));
  const server = page.getByRole('group', { name: 'Server 2' });
  await page.getByRole('button', { name: 'Add a server' }).click();
  await page.getByRole('checkbox', { name: /^never/ }).check();
  await server.getByLabel('Name').fill('docs server');
  await server.getByLabel('Command without arguments').fill('docs-server');
  await page.getByLabel('OpenTelemetry records').selectOption('otlp-http');
  await page.getByLabel('Address of your collector').fill('https://user:secret@collector.example/v1/logs');
  await page.getByRole('button', { name: 'Save these decisions' }).click();

  await expect(server.getByText('Use up to 64 letters')).toBeVisible();
  await expect(page.getByText('Leave user names, passwords, keys and tokens out')).toBeVisible();
  await expect(server.getByLabel('Name')).toHaveValue('docs server');
  await server.getByLabel('Name').fill('docs');
  await page.getByLabel('Address of your collector').fill('https://collector.example/v1/logs');
  await page.getByRole('button', { name: 'Save these decisions' }).click();

  const approval = page.getByRole('group', { name: 'Approval policy' });
  await expect(approval.getByText('Allow never only together with danger-full-access')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^never/ })).toBeChecked();
  expect(await db.configuration.count({ where: { workspaceId: workspace.id } })).toBe(0);
  await page.getByRole('checkbox', { name: /^danger-full-access/ }).check();
  await page.getByRole('button', { name: 'Save these decisions' }).click();

  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  const stored = await db.configuration.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({
    preset: null,
    version: 1,
    decisions: {
      approval: ['on-request', 'never'],
      sandbox: ['read-only', 'workspace-write', 'danger-full-access'],
      mcp: { mode: 'listed', servers: [{ name: 'docs', identity: { command: 'docs-server' } }] },
      telemetry: {
        exporter: { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'binary' },
      },
    },
  });
  const entry = await db.auditEvent.findFirst({
    where: { workspaceId: workspace.id, action: 'configuration.decided' },
  });
  expect(entry).toMatchObject({ subject: 'configuration:baseline' });
});

test('a row that is emptied takes its server off the list', async ({ page, db, workspace, signIn, api }) => {
  const servers = ['docs', 'wiki'].map((name) => ({ name, identity: { command: `${name}-server` } }));
  const mcp = { mode: 'listed', servers };
  await api.put('/configuration', { ...presets.standard, mcp, version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?decide=by-hand'));
  const first = page.getByRole('group', { name: 'Server 1' });
  await expect(first.getByLabel('Name')).toHaveValue('docs');
  await first.getByLabel('Name').fill('');
  await first.getByLabel('Command without arguments').fill('');
  await page.getByRole('button', { name: 'Add a server' }).click();
  await page.getByRole('group', { name: 'Server 4' }).getByLabel('Name').fill('search');
  await page
    .getByRole('group', { name: 'Server 4' })
    .getByLabel('Command without arguments')
    .fill('search-server');
  await page.getByRole('button', { name: 'Save these decisions' }).click();

  await expect(first.getByLabel('Name')).toHaveValue('search');
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  const stored = await db.configuration.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored?.decisions).toMatchObject({ mcp: { servers: [{ name: 'search' }, { name: 'wiki' }] } });
});

test('decisions somebody else saved meanwhile are shown beside mine, and mine can be kept', async ({
  page,
  db,
  workspace,
  signIn,
  api,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?decide=by-hand'));
  await page.getByRole('checkbox', { name: /^live/ }).check();
  await api.put('/configuration', { preset: 'strict', version: 1 });
  await page.getByRole('button', { name: 'Save these decisions' }).click();

  await expect(page.getByText('Somebody saved version 2 since you opened this.')).toBeVisible();
  const row = page.getByRole('table', { name: 'Yours and theirs' }).getByRole('row', { name: /^Web search/ });
  await expect(row.getByRole('cell')).toHaveText(['cachedlive', 'disabled']);
  await expect(page.getByRole('checkbox', { name: /^live/ })).toBeChecked();
  expect((await db.configuration.findFirst({ where: { workspaceId: workspace.id } }))?.preset).toBe('strict');

  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  const stored = await db.configuration.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored?.decisions).toMatchObject({ webSearch: ['cached', 'live'] });
});

test('who may not change it reads it, and is told who may', async ({ page, workspace, signIn, api }) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'governance_owner' });
  await page.goto(path(workspace.slug, '?decide=by-hand&preset=strict'));

  await expect(baseline(page).getByText('A workspace owner or an IT management owner')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the strict preset' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save these decisions' })).toHaveCount(0);
  expect(await download(page, 'requirements.toml')).toContain('allowed_sandbox_modes');
});

test('axe finds nothing before, while and after decisions are taken', async ({
  page,
  workspace,
  signIn,
  axe,
}) => {
  // Eight looks of axe at the longest page there is.
  test.setTimeout(180_000);
  await signIn();
  await page.goto(path(workspace.slug));
  await axe();
  await take(page, 'standard');
  await expect(baseline(page).getByText('Standard preset')).toBeVisible();
  for (const query of ['?file=managed_config.toml', '?preset=flexible', '?decide=by-hand']) {
    await page.goto(path(workspace.slug, query));
    await axe();
  }
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a preset is compared and taken, and a refused form keeps what was typed', async ({
    page,
    db,
    workspace,
    signIn,
    api,
  }) => {
    await api.put('/configuration', { preset: 'standard', version: 0 });
    await signIn();
    await page.goto(path(workspace.slug));
    await page.getByRole('link', { name: 'See what flexible changes…' }).click();
    await expect(page.getByRole('table', { name: 'What flexible changes' })).toBeVisible();
    await take(page, 'flexible');
    await expect(page.getByText('Flexible is in force, version 2.')).toBeVisible();

    await page.goto(path(workspace.slug, '?decide=by-hand'));
    await page.getByRole('radio', { name: /^Only those listed/ }).check();
    await page.getByRole('group', { name: 'Server 1' }).getByLabel('Name').fill('docs');
    await page.getByRole('button', { name: 'Save these decisions' }).click();
    await expect(page.getByText('Give the command that starts the server.')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Server 1' }).getByLabel('Name')).toHaveValue('docs');
    const stored = await db.configuration.findUnique({ where: { workspaceId: workspace.id } });
    expect(stored).toMatchObject({ preset: 'flexible', version: 2 });
  });
});
