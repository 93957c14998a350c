import { steps } from '#lib/catalog/steps';
import { taskAnchor } from '#lib/domain/rollout/task';
import { expect, test } from './fixtures';

const cloudStep = steps.find(({ slug }) => slug === 'cloud');

for (const step of steps) {
  test(`step ${step.number} shows every one of its tasks, what the guide asks and what is to come`, async ({
    page,
    workspace,
    signIn,
  }) => {
    await signIn();
    await page.goto(`/${workspace.slug}/rollout/${step.slug}`);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(step.title);
    await expect(page.getByText(step.asks)).toBeVisible();
    for (const task of step.tasks) {
      // What follows a colon explains a file, whose tab shows its name alone.
      const name = task.title.split(':')[0] ?? '';
      await expect(page.locator(`[id="${taskAnchor(task.id)}"]`), task.id).toContainText(name);
    }
  });

  test(`step ${step.number} is shown to an auditor, and axe finds nothing on it`, async ({
    page,
    workspace,
    signIn,
    axe,
  }) => {
    await signIn({ appRole: 'auditor' });
    await page.goto(`/${workspace.slug}/rollout/${step.slug}`);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(step.title);
    await axe();
  });
}

test('the anchors under the header lead to every part of a step, in its order', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/owners-and-decision`);
  const anchors = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link');

  await expect(anchors).toHaveText([
    /^Guide asks/,
    /^Decisions/,
    /^Owners/,
    /^Decision/,
    /^Sign-in/,
    /^Tasks/,
    /^Sign-off/,
  ]);
  for (const anchor of await anchors.all()) {
    await anchor.click();
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  }
});

test('the guide’s rows of a step, and the vendor’s pages with the day they were last right, open below it', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/cloud`);
  const asks = page.getByRole('region', { name: 'Guide asks' });
  await expect(asks.getByText('Row 4.3')).toBeHidden();

  await asks.getByText('Read the guide’s rows and the vendor’s pages').click();

  await expect(asks.getByText('Row 4.3')).toBeVisible();
  await expect(asks.getByText('Egress IP ranges', { exact: true })).toBeVisible();
  await expect(asks.getByRole('link', { name: 'Cloud environments' })).toBeVisible();
  await expect(asks.getByText(/Last known good 4 May/).first()).toBeVisible();
});

test('signing off is shown while tasks are open, cannot be done, and says what is missing', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/governance`);
  const signOff = page.getByRole('region', { name: 'Sign-off' });
  const button = signOff.getByRole('button', { name: 'Sign off step 5' });

  await expect(button).toHaveAttribute('aria-disabled', 'true');
  const open = steps.find(({ slug }) => slug === 'governance')?.tasks.length ?? 0;
  await expect(button).toHaveAccessibleDescription(`${open} tasks are still open.`);
  await signOff.getByText('What is missing').click();
  await signOff.getByRole('link', { name: 'Review cadence kept' }).click();
  await expect(page.locator(`[id="${taskAnchor('governance.cadence')}"]`)).toBeInViewport();
});

test('a step outside the rollout decision says whose decision that is, and still lists its tasks', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await db.rolloutDecision.create({
    data: {
      workspaceId: workspace.id,
      surfaces: 'local',
      version: 1,
      decidedAt: new Date(),
      decidedBy: 'Devi Rao',
    },
  });
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/cloud`);

  await expect(page.getByText('This step does not apply. Devi Rao decided local only.')).toBeVisible();
  for (const { id } of cloudStep?.tasks ?? []) {
    await expect(page.locator(`[id="${taskAnchor(id)}"]`), id).toContainText('Not applicable');
  }
  await page.getByRole('link', { name: 'See the decision' }).click();
  await expect(page.getByRole('region', { name: 'Local, cloud or both decided' })).toBeInViewport();
});

test('a task is under the name of whoever holds its duty', async ({ page, db, workspace, signIn }) => {
  await db.owner.create({
    data: {
      workspaceId: workspace.id,
      duty: 'workspace',
      name: 'Jonas Ferreira',
      version: 1,
      changedAt: new Date(),
    },
  });
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/owners-and-decision`);

  await expect(page.getByText('Workspace owner: Jonas Ferreira').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Security and privacy posture.*Jonas Ferreira/ })).toBeVisible();
});

test('a step the guide does not have is not found', async ({ page, workspace, signIn }) => {
  await signIn();
  const answer = await page.goto(`/${workspace.slug}/rollout/step-7`);

  expect(answer?.status()).toBe(404);
});
