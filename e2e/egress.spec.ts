import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { problemOf } from './problem';

const path = (slug: string) => `/${slug}/rollout/cloud`;
const box = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const task = (page: Page) => box(page, 'Egress IP ranges checked and allowed');

const published = {
  creationTime: '2026-11-20T08:00:00Z',
  prefixes: [{ ipv4Prefix: '20.1.2.0/24' }, { ipv4Prefix: '20.1.4.0/24' }, { ipv6Prefix: '2a01:111::/32' }],
};
const halves = '20.1.2.0/25\n20.1.2.128/25\n20.1.4.0/24\n2a01:111::/33\n2a01:111:8000::/33';

test('a list pasted in halves shows no drift, on the page and over HTTP', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  await expect(task(page)).toContainText('Neither an allow list nor a published file is here yet.');

  await box(page, 'Published file')
    .getByLabel('Published file', { exact: true })
    .fill(JSON.stringify(published));
  await box(page, 'Published file').getByRole('button', { name: 'Read the file' }).click();
  await expect(task(page)).toContainText('No allow list is here yet.');
  await box(page, 'Allow list').getByLabel('Allow list', { exact: true }).fill(halves);
  await box(page, 'Allow list').getByRole('button', { name: 'Save the allow list' }).click();

  await expect(task(page)).toContainText('The allow list holds exactly the published addresses.');
  await expect(task(page)).toContainText('Done');
  expect(await (await api.get('/egress/drift')).json()).toMatchObject({
    missing: [],
    surplus: [],
    publishedAt: '2026-11-20T08:00:00.000Z',
  });
});

test('what is missing and surplus stands first, as the fewest blocks, and the API says the same', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.post('/egress/published', published);
  await api.put('/egress/allow-list', { cidrs: ['20.1.2.0/25', '20.9.0.0/24', '20.9.1.0/24'], version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));

  await expect(task(page)).toContainText('3 ranges missing, 1 surplus.');
  const rows = (name: string) => task(page).getByRole('table', { name }).getByRole('rowheader');
  await expect(rows('Missing')).toHaveText(['20.1.2.128/25', '20.1.4.0/24', '2a01:111::/32']);
  await expect(rows('Surplus')).toHaveText(['20.9.0.0/23']);
  expect(await (await api.get('/egress/drift')).json()).toMatchObject({
    missing: ['20.1.2.128/25', '20.1.4.0/24', '2a01:111::/32'],
    surplus: ['20.9.0.0/23'],
  });
  const file = await api.get('/egress/wanted-allow-list');
  expect(file.headers()['content-disposition']).toBe('attachment; filename="codex-egress-ranges.txt"');
  expect(await file.text()).toBe('20.1.2.0/24\n20.1.4.0/24\n2a01:111::/32\n');
});

test('a list with bad lines is refused by line, keeps what was typed and stores nothing', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  const text = '20.1.2.0/24\n10.0.0.0/8\nhello';
  const list = box(page, 'Allow list');

  await list.getByLabel('Allow list', { exact: true }).fill(text);
  await list.getByRole('button', { name: 'Save the allow list' }).click();

  await expect(list.getByRole('alert')).toContainText('2 lines cannot be used. Nothing was saved.');
  await expect(list.getByRole('list', { name: 'What is wrong' }).getByRole('listitem')).toHaveText([
    'Line 2: 10.0.0.0/8 is private, not on the internet.',
    'Line 3: “hello” is no IP range.',
  ]);
  await expect(list.getByLabel('Allow list', { exact: true })).toHaveValue(text);
  expect(await db.egressAllowList.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('an unusable file is refused whole on the page and with 422 over HTTP, and nothing is stored', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/egress/allow-list', { cidrs: ['20.1.2.0/24'], version: 0 });
  const broken = { ...published, prefixes: [...published.prefixes, { ipv4Prefix: '0.0.0.0/0' }] };
  for (const body of [{}, { prefixes: [] }, broken]) {
    await problemOf(await api.post('/egress/published', body), 422, 'published_file_unusable');
  }
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  const file = box(page, 'Published file');

  await file.getByLabel('Or a file').setInputFiles({
    name: 'chatgpt-agents.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(published).slice(0, -9)),
  });
  await file.getByRole('button', { name: 'Read the file' }).click();

  await expect(file.getByRole('alert')).toContainText('The file was refused whole; nothing was stored.');
  expect(await db.egressPublication.count({ where: { workspaceId: workspace.id } })).toBe(0);
  expect(await (await api.get('/egress/drift')).json()).toMatchObject({ missing: [], surplus: [] });
});

test('a chosen file is read, and after 24 hours the task is stale', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/egress/allow-list', { cidrs: halves.split('\n'), version: 0 });
  await signIn({ appRole: 'it_owner', name: 'Devi Rao' });
  await page.goto(path(workspace.slug));
  const file = box(page, 'Published file');
  await file.getByLabel('Or a file').setInputFiles({
    name: 'chatgpt-agents.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(published)),
  });
  await file.getByRole('button', { name: 'Read the file' }).click();
  await expect(file).toContainText('handed in by Devi Rao');
  await expect(task(page)).toContainText('Done');

  await db.egressPublication.updateMany({
    where: { workspaceId: workspace.id },
    data: { readAt: new Date(Date.now() - 25 * 3_600_000) },
  });
  await page.reload();

  await expect(task(page)).toContainText('The published file was read 25 hours ago, limit 24 hours.');
  await expect(task(page).getByText('Stale')).toBeVisible();
});

test('the daily read is off, says what leaves, and is turned on and off again', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug));
  const daily = box(page, 'Daily read');
  const isOn = async () =>
    (await db.egressFetch.findUnique({ where: { workspaceId: workspace.id } }))?.isOn ?? null;
  await expect(daily).toContainText('It carries nothing of this workspace');
  await expect(daily.getByRole('checkbox')).not.toBeChecked();
  await expect(daily.getByRole('button', { name: 'Read now' })).toHaveCount(0);

  await daily.getByRole('checkbox').check();
  await daily.getByRole('button', { name: 'Save the daily read' }).click();
  await expect(daily.getByRole('button', { name: 'Read now' })).toBeVisible();
  expect(await isOn()).toBe(true);

  await daily.getByRole('checkbox').uncheck();
  await daily.getByRole('button', { name: 'Save the daily read' }).click();
  await expect(daily.getByRole('button', { name: 'Read now' })).toHaveCount(0);
  expect(await isOn()).toBe(false);
});

test('an auditor reads all of it and can change nothing; axe finds nothing', async ({
  page,
  api,
  apiAs,
  workspace,
  signIn,
  axe,
}) => {
  await api.post('/egress/published', published);
  await api.put('/egress/allow-list', { cidrs: ['20.1.2.0/24', '20.9.0.0/24'], version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(path(workspace.slug));

  await expect(task(page)).toContainText('2 ranges missing, 1 surplus.');
  for (const name of ['Allow list', 'Published file', 'Daily read']) {
    await expect(box(page, name)).toContainText('A workspace owner or an IT management owner');
    await expect(box(page, name).getByRole('textbox')).toHaveCount(0);
  }
  const auditor = await apiAs('auditor');
  await problemOf(await auditor.post('/egress/published', published), 403, 'forbidden');
  await problemOf(await auditor.put('/egress/allow-list', { cidrs: [], version: 1 }), 403, 'forbidden');
  await axe();
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a refused file stays as text, and a chosen one is taken', async ({ page, db, workspace, signIn }) => {
    await signIn({ appRole: 'it_owner' });
    await page.goto(path(workspace.slug));
    const list = box(page, 'Allow list');
    const choose = (text: string) =>
      list
        .getByLabel('Or a file')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

    await choose('cidr,note\n20.1.2.1/24,cloud');
    await list.getByRole('button', { name: 'Save the allow list' }).click();
    await expect(list).toContainText('Line 2: 20.1.2.1/24 does not begin a range. Write 20.1.2.0/24.');
    await expect(list.getByLabel('Allow list', { exact: true })).toHaveValue('cidr,note\n20.1.2.1/24,cloud');

    await choose('cidr,note\n20.1.2.0/24,cloud');
    await list.getByRole('button', { name: 'Save the allow list' }).click();
    await expect(list).toContainText('1 range');
    expect(await db.egressAllowList.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
      cidrs: ['20.1.2.0/24'],
      version: 1,
    });
  });
});
