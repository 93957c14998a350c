import type { Duty } from '#lib/domain/owners/owner';
import type { PrismaClient } from '#prisma-client';
import { expect, test } from './fixtures';
import { addCloudWish, addConfirmation, addWish, ago } from './toggles';

type Named = { duty: Duty; name: string | null; email?: string };

const addOwner = (db: PrismaClient, workspaceId: string, owner: Named) =>
  db.owner.create({ data: { workspaceId, version: 1, changedAt: new Date(), ...owner } });

const addDecision = (db: PrismaClient, workspaceId: string, surfaces: 'local' | 'cloud' | 'both') =>
  db.rolloutDecision.create({
    data: { workspaceId, surfaces, version: 1, decidedAt: new Date(), decidedBy: 'Mara Lindqvist' },
  });

test('a workspace where nothing was done begins with the decision, one press away', async ({
  page,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}`);
  const lead = page.getByRole('region', { name: 'Decide local, cloud or both' });

  await expect(page.getByRole('heading', { level: 1, name: 'Codex rollout' })).toBeVisible();
  await expect(page.getByText('Surfaces not decided')).toBeVisible();
  await expect(lead).toContainText('Next for you');
  await expect(lead.getByRole('list')).toContainText('Name the three owners');
  await axe();
  await lead.getByRole('link', { name: 'Open task 0.2' }).click();

  await expect(page).toHaveURL(`/${workspace.slug}/rollout/owners-and-decision#task-decision`);
  await expect(page.locator('[id="task-decision"]')).toBeInViewport();
});

test('what the console shows differently stands first, with its risk, and opens its toggle', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const key = 'codex.internet_access';
  await addWish(db, workspace.id, { key, wanted: false });
  await addConfirmation(db, workspace.id, { key, state: 'on', restsOn: false });
  await signIn();
  await page.goto(`/${workspace.slug}`);
  const lead = page.getByRole('region', { name: 'Turn off agent internet access in ChatGPT' });

  await expect(lead).toContainText('Wanted off; Devi Raman found it on.');
  await expect(lead).toContainText('prompt injection');
  await expect(
    page.getByRole('region', { name: 'Risks' }).getByRole('link', {
      name: 'Enable Codex agent to access the internet is on, wanted off',
    }),
  ).toBeVisible();
  await axe();
  await lead.getByRole('link', { name: 'Open toggle 1.8' }).click();

  await expect(page).toHaveURL(/\/rollout\/toggles\?toggle=codex\.internet_access#task-toggle-/);
  await expect(
    page.getByRole('complementary', { name: 'Enable Codex agent to access the internet' }),
  ).toBeVisible();
});

test('seven tiles say how far each step is, whose it is, and which are not part of the rollout', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await addDecision(db, workspace.id, 'local');
  await addOwner(db, workspace.id, { duty: 'it', name: 'Devi Raman' });
  await addWish(db, workspace.id, { key: 'codex.local', wanted: true });
  await addConfirmation(db, workspace.id, { key: 'codex.local', state: 'on', restsOn: true });
  await signIn();
  await page.goto(`/${workspace.slug}`);
  const tiles = page.getByRole('navigation', { name: 'Steps', exact: true }).getByRole('link');

  await expect(tiles).toHaveCount(7);
  await expect(tiles.nth(1)).toContainText('1 of 3');
  await expect(tiles.nth(1)).toContainText('2 to do');
  await expect(tiles.nth(1)).toContainText('Nobody yet');
  await expect(tiles.nth(3)).toContainText('Devi Raman');
  await expect(tiles.nth(4)).toContainText('Not applicable');
  await tiles.nth(4).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Codex cloud usage' })).toBeVisible();
});

test('the workspace owner sees what nobody owns and for whom to wait', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await addDecision(db, workspace.id, 'local');
  await addOwner(db, workspace.id, { duty: 'it', name: 'Devi Raman' });
  await signIn();
  await page.goto(`/${workspace.slug}`);
  const nobody = page.getByRole('region', { name: 'Nobody owns this' });
  const others = page.getByRole('region', { name: 'Waiting for others' });

  await expect(nobody.getByRole('listitem')).toHaveText([/Workspace owner/, /Governance owner/]);
  await expect(others.getByRole('listitem').first()).toContainText('Devi Raman');
  await others.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/${workspace.slug}/rollout/configuration#task-configuration-`));

  await page.goBack();
  await nobody.getByRole('link', { name: 'Name an owner for the duty Governance owner' }).click();
  await expect(page).toHaveURL(`/${workspace.slug}/rollout/owners-and-decision#task-owners`);
});

test('whoever is named for a duty by e-mail is asked for its tasks first', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await addDecision(db, workspace.id, 'local');
  const { email } = await signIn({ appRole: 'contributor', name: 'Devi Raman' });
  await addOwner(db, workspace.id, { duty: 'it', name: 'Devi Raman', email: email.toUpperCase() });
  await page.goto(`/${workspace.slug}`);

  await expect(page.getByText('Next for you')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open task 3.1' })).toBeVisible();
});

test('an auditor reads whose turn it is and is offered nothing to change', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await addOwner(db, workspace.id, { duty: 'workspace', name: 'Mara Lindqvist' });
  await signIn({ appRole: 'auditor', name: 'Aiko Mori' });
  await page.goto(`/${workspace.slug}`);

  await expect(page.getByText('Next for Mara Lindqvist')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Nobody owns this' }).getByRole('link')).toHaveCount(0);
  await axe();
});

test('a toggle that only time is needed for says when, and its time runs at the top of a narrow page', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await addDecision(db, workspace.id, 'cloud');
  await addCloudWish(db, workspace.id);
  await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true, at: ago(4) });
  await signIn();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${workspace.slug}`);

  await expect(page.getByRole('complementary', { name: 'Time left' })).toContainText(/[56]:\d\d left/);
  await page
    .getByText(/^\d+ more$/)
    .first()
    .click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Look for Codex in ChatGPT’s left-hand panel' }).first(),
  ).toContainText(/at \d\d:\d\d/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the last events stand there in words and lead to all activity', async ({
  page,
  workspace,
  signIn,
  api,
}) => {
  await api.put('/decision', { surfaces: 'local', version: 0 });
  await api.put('/decision', { surfaces: 'both', version: 1 });
  await signIn();
  await page.goto(`/${workspace.slug}`);
  const activity = page.getByRole('region', { name: 'Activity' });

  await expect(activity.getByRole('listitem')).toHaveText([
    /Mara Lindqvist made the rollout decision: local and cloud, instead of local only/,
    /Mara Lindqvist made the rollout decision: local only/,
  ]);
  await activity.getByRole('link', { name: 'All activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
});
