import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';

test('an event is told in words, with its door, its ids and its values before and after', async ({
  page,
  db,
  workspace,
  signIn,
  api,
  axe,
}) => {
  await api.put('/owners/it', { name: 'Devi Raman', email: null, version: 0 });
  await api.put('/owners/it', { name: 'Sam Weber', email: null, version: 1 });
  const stored = await db.auditEvent.findFirstOrThrow({ where: { workspaceId: workspace.id, sequence: 2 } });
  await signIn();
  await page.goto(`/${workspace.slug}/activity`);
  const newest = page.getByRole('region', { name: 'Audit log' }).getByRole('listitem').first();

  await expect(newest).toContainText('Mara Lindqvist named Sam Weber as IT management owner');
  await expect(newest.getByRole('link', { name: 'IT management owner' })).toHaveAttribute(
    'href',
    `/${workspace.slug}/rollout/owners-and-decision#task-owners`,
  );
  await newest.getByText('Details of entry 2, through the API').click();

  for (const fact of [stored.requestId, stored.hash, stored.previousHash, 'owner.named']) {
    await expect(newest.getByText(fact, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Entry 2, before' })).toContainText('"name": "Devi Raman"');
  await expect(page.getByRole('region', { name: 'Entry 2, after' })).toContainText('"name": "Sam Weber"');
  await axe();
});

test('a long log is turned page by page, there and back', async ({ page, workspace, signIn, api }) => {
  for (let version = 0; version < 53; version += 1) {
    const surfaces = version % 2 === 0 ? 'local' : 'cloud';
    expect((await api.put('/decision', { surfaces, version })).status()).toBe(200);
  }
  await signIn();
  await page.goto(`/${workspace.slug}/activity`);

  await expect(page.getByText('1 to 50 of 53')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Newer' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Older' }).click();

  await expect(page).toHaveURL(`/${workspace.slug}/activity?cursor=4`);
  await expect(page.getByText('51 to 53 of 53')).toBeVisible();
  await expect(page.getByText(/^Details of entry \d+, /)).toHaveText([/entry 3,/, /entry 2,/, /entry 1,/]);
  await expect(page.getByRole('link', { name: 'Older' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Newer' }).click();

  await expect(page).toHaveURL(`/${workspace.slug}/activity`);
  await expect(page.getByText('1 to 50 of 53')).toBeVisible();
});

test('a workspace without events and a page below the first event say so', async ({
  page,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/activity`);
  await expect(page.getByText('Nothing was recorded yet.')).toBeVisible();
  await axe();

  await page.goto(`/${workspace.slug}/activity?cursor=1`);
  await expect(page.getByText('Nothing was recorded yet.')).toBeVisible();
});

test('a cursor that is none is an address of nothing', async ({ page, workspace, signIn }) => {
  await signIn();
  const answer = await page.goto(`/${workspace.slug}/activity?cursor=seven`);

  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
});

test('an action of another version is told by its name, and hostile values are only text', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const hostile = `<img src=x onerror="document.title='taken'">${'🚢'.repeat(300)}${'x'.repeat(900)}`;
  await db.auditEvent.create({
    data: {
      workspaceId: workspace.id,
      sequence: 1,
      id: randomUUID(),
      at: new Date(),
      actorId: 'member',
      actorName: hostile.slice(0, 200),
      via: 'carrier',
      requestId: 'request-of-the-test',
      action: 'release.approved',
      subject: 'release:7',
      before: {},
      after: { name: hostile },
      previousHash: '0'.repeat(64),
      hash: 'f'.repeat(64),
    },
  });
  await signIn();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${workspace.slug}/activity`);
  await page.getByText('Details of entry 1, through carrier').click();

  await expect(page.getByText('recorded release.approved on release:7')).toBeVisible();
  await expect(page.getByText('request-of-the-test')).toBeVisible();
  await expect(page).toHaveTitle(/^Activity/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
