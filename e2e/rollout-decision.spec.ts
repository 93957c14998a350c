import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const path = (slug: string, more = '') => `/${slug}/rollout/owners-and-decision${more}`;
const decision = (page: Page) => page.getByRole('region', { name: 'Local, cloud or both decided' });

test('the first decision is made in one press, and later tasks follow it', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ name: 'Devi Rao' });
  await page.goto(path(workspace.slug));

  await decision(page)
    .getByRole('radio', { name: /Local only/ })
    .check();
  await decision(page).getByRole('button', { name: 'Decide' }).click();

  await expect(decision(page).getByRole('status')).toHaveText(/Local only Devi Rao, \d\d:\d\d/);
  await expect(decision(page).getByText('Done')).toBeVisible();
  const stored = await db.rolloutDecision.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({ surfaces: 'local', version: 1, decidedBy: 'Devi Rao' });
});

test('a change shows what becomes void and what comes in before it is made', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/decision', { surfaces: 'local', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug));
  const box = decision(page);

  await box.getByText('Change the decision…').click();
  await box.getByRole('radio', { name: /Cloud only/ }).check();
  await box.getByRole('button', { name: 'Show what changes' }).click();

  await expect(box.getByText('Nothing recorded is lost')).toBeVisible();
  const leaving = box.getByRole('region', { name: /^Becomes not applicable: \d+ tasks$/ });
  await expect(leaving.getByText('requirements.toml: constraints users cannot override')).toBeVisible();
  const coming = box.getByRole('region', { name: /^Comes in: \d+ tasks$/ });
  await expect(coming.getByText('Egress IP ranges checked and allowed')).toBeVisible();
  expect(await db.rolloutDecision.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
    surfaces: 'local',
  });

  await box.getByRole('button', { name: 'Decide cloud only' }).click();
  await expect(box.getByRole('status')).toContainText('Cloud only');
  expect(await db.rolloutDecision.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
    surfaces: 'cloud',
    version: 2,
  });
});

test('a change that is not made leaves the decision as it was', async ({ page, api, workspace, signIn }) => {
  await api.put('/decision', { surfaces: 'both', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?decide=local'));

  await decision(page).getByRole('link', { name: 'Keep local and cloud' }).click();

  await expect(decision(page).getByText('Change the decision…')).toBeVisible();
  await expect(decision(page).getByRole('status')).toContainText('Local and cloud');
});

test('a decision somebody else changed meanwhile stands beside mine, with what mine would change of it', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/decision', { surfaces: 'local', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?decide=cloud'));
  await api.put('/decision', { surfaces: 'both', version: 1 });
  const box = decision(page);

  await box.getByRole('button', { name: 'Decide cloud only' }).click();
  await expect(box.getByRole('alert')).toContainText('Theirs, saved: local and cloud.');
  await expect(box.getByText('From local and cloud to cloud only.')).toBeVisible();
  await box.getByRole('button', { name: 'Keep mine: cloud only' }).click();

  await expect(box.getByRole('status')).toContainText('Cloud only');
  expect(await db.rolloutDecision.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
    surfaces: 'cloud',
    version: 3,
  });
});

test('who is no workspace owner reads the decision and cannot change it', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug, '?decide=cloud'));

  await expect(decision(page)).toContainText('Not decided yet.');
  await expect(decision(page)).toContainText('The workspace owner makes it.');
  await expect(decision(page).getByRole('radio')).toHaveCount(0);
  await expect(decision(page).getByRole('button')).toHaveCount(0);
});

test('axe finds nothing on a change about to be made', async ({ page, api, workspace, signIn, axe }) => {
  await api.put('/decision', { surfaces: 'local', version: 0 });
  await signIn();
  await page.goto(path(workspace.slug, '?decide=both'));
  await expect(decision(page).getByRole('button', { name: 'Decide local and cloud' })).toBeVisible();

  await axe();
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('the decision is made, and changed after what it changes was shown', async ({
    page,
    db,
    workspace,
    signIn,
  }) => {
    await signIn();
    await page.goto(path(workspace.slug));
    const box = decision(page);
    await box.getByRole('radio', { name: /Local only/ }).check();
    await box.getByRole('button', { name: 'Decide' }).click();
    await expect(box.getByRole('status')).toContainText('Local only');

    await box.getByText('Change the decision…').click();
    await box.getByRole('radio', { name: /Local and cloud/ }).check();
    await box.getByRole('button', { name: 'Show what changes' }).click();
    await box.getByRole('button', { name: 'Decide local and cloud' }).click();

    await expect(box.getByRole('status')).toContainText('Local and cloud');
    const stored = await db.rolloutDecision.findUnique({ where: { workspaceId: workspace.id } });
    expect(stored).toMatchObject({ surfaces: 'both', version: 2 });
  });
});
