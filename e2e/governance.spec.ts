import type { Locator, Page } from '@playwright/test';
import { addDays } from '#lib/domain/calendar';
import { localDay } from '#lib/domain/local-day';
import { expect, test, type Api } from './fixtures';

const path = (slug: string, query = '') => `/${slug}/rollout/governance${query}`;
/** Days before today, which is the workspace's. */
const dayAgo = (days: number) => addDays(localDay(new Date(), 'Europe/Berlin'), -days);
const row = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

const compliance = (page: Page) => row(page, 'Compliance API set up, or left out on purpose');

test('a channel is recorded with its last export, and turns stale once data is lost', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'governance_owner', name: 'Jonas Ferreira' });
  await page.goto(path(workspace.slug));
  await compliance(page).getByRole('link', { name: 'Record…' }).click();
  await compliance(page).getByLabel('State').selectOption('Set up');
  await compliance(page).getByLabel('Set up by').fill('Devi Raman');
  await compliance(page).getByLabel('Last export').fill(dayAgo(2));
  await compliance(page).getByRole('button', { name: 'Save' }).click();

  await expect(compliance(page).getByText('The last export was 2 days ago.').first()).toBeVisible();
  await expect(compliance(page).getByText('Done')).toBeVisible();
  const stored = await db.governanceChannel.findFirst({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({ key: 'compliance_api', setUpBy: 'Devi Raman', changedBy: 'Jonas Ferreira' });

  await api.put('/channels/compliance_api', {
    state: 'set_up',
    setUpBy: 'Devi Raman',
    lastExportOn: dayAgo(40),
    version: 1,
  });
  await page.reload();
  await expect(compliance(page).getByText('Stale')).toBeVisible();
  await expect(compliance(page)).toContainText('40 days ago, and exports are kept 30 days');
  await page.goto(`/${workspace.slug}`);
  await expect(page.getByRole('region', { name: 'Risks' })).toContainText('Compliance API');
});

test('a channel left out needs a reason, and what was typed stays', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug, '?channel=analytics_api'));
  const analytics = row(page, 'Analytics API set up, or left out on purpose');
  await analytics.getByLabel('State').selectOption('Left out on purpose');
  await analytics.getByLabel('Link').fill('https://acme.example/bi');
  await analytics.getByRole('button', { name: 'Save' }).click();

  await expect(analytics.getByLabel('Note')).toHaveAccessibleDescription(/Say why it is left out/);
  await expect(analytics.getByLabel('Link')).toHaveValue('https://acme.example/bi');
  expect(await db.governanceChannel.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await analytics.getByLabel('Note').fill('No BI before the second wave.');
  await analytics.getByRole('button', { name: 'Save' }).click();
  await expect(analytics.getByText('Done')).toBeVisible();
});

test('a member is chosen for one area, somebody without an account named for the other', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { email } = await signIn({ name: 'Aiko Mori' });
  await page.goto(path(workspace.slug));
  const adoption = row(page, 'Owner for adoption reporting');
  await adoption.getByRole('link', { name: 'Name…' }).click();
  await adoption.getByLabel('Member').selectOption({ label: `Aiko Mori, ${email}` });
  await adoption.getByRole('button', { name: 'Save' }).click();
  await expect(adoption.getByText('Aiko Mori').first()).toBeVisible();
  await expect(adoption.getByText('Done')).toBeVisible();

  const audit = row(page, 'Owner for audit and compliance review');
  await audit.getByRole('link', { name: 'Name…' }).click();
  await audit.getByLabel('Name').fill('Sam Whitlock');
  await audit.getByRole('button', { name: 'Save' }).click();
  await expect(audit.getByText('Done')).toBeVisible();
  const stored = await db.reportingOwner.findMany({ where: { workspaceId: workspace.id } });
  expect(stored.map(({ area, name }) => [area, name]).toSorted()).toEqual([
    ['adoption', 'Aiko Mori'],
    ['audit', 'Sam Whitlock'],
  ]);

  await audit.getByRole('link', { name: 'Change…' }).click();
  await audit.getByLabel('Member').selectOption({ label: `Aiko Mori, ${email}` });
  await audit.getByRole('button', { name: 'Save' }).click();
  await expect(audit.getByText('Aiko Mori').first()).toBeVisible();
});

test('an overdue review stands on the step and on the overview', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await api.put('/review-cadence', { every: 'monthly', nextOn: '2099-01-01', version: 0 });
  await db.reviewCadence.update({
    where: { workspaceId: workspace.id },
    data: { nextOn: new Date(dayAgo(5)) },
  });
  await signIn();

  await page.goto(path(workspace.slug));
  await expect(page.getByRole('region', { name: 'Review cadence kept' })).toContainText('days overdue');
  await page.goto(`/${workspace.slug}`);
  await expect(page.getByRole('region', { name: 'Risks' })).toContainText('A governance review is overdue');
});

async function withDraft(api: Api, governance: Api) {
  await api.put('/review-cadence', { every: 'monthly', nextOn: '2098-12-01', version: 0 });
  await governance.post('/reviews', {});
}

test('a review is begun, written, signed by the governance owner, and what it froze stays', async ({
  page,
  db,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/review-cadence', { every: 'monthly', nextOn: '2098-12-01', version: 0 });
  await signIn({ appRole: 'governance_owner', name: 'Jonas Ferreira' });
  await page.goto(`/${workspace.slug}/reviews`);
  await page.getByRole('button', { name: 'Begin a review' }).click();
  await page.getByRole('link', { name: 'Go on with review 1' }).click();

  await page.getByLabel('Finding 1').fill('Exports stopped in October.');
  await page.getByLabel('Action 1', { exact: true }).fill('Set up the exporter.');
  await page.getByLabel('Owner of action 1').fill('Devi Raman');
  await page.getByLabel('Due date of action 1').fill('2026-12-01');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Draft saved.').first()).toBeVisible();
  await expect(page.getByLabel('Finding 1')).toHaveValue('Exports stopped in October.');

  await api.put('/decision', { surfaces: 'both', version: 0 });
  await page.reload();
  const frozen = page.getByRole('region', { name: 'The report as it was frozen' });
  await expect(frozen).toContainText('Not decided');
  const changes = page.getByRole('region', { name: 'Changed since it was frozen' });
  await expect(changes.getByRole('row', { name: /Rollout decision/ })).toContainText('Local and cloud');
  await axe();

  await page.getByLabel('Decision 1', { exact: true }).fill('Export weekly.');
  await page.getByLabel('Next review').fill('2099-01-15');
  await page.getByRole('button', { name: 'Sign review 1' }).click();
  await expect(page.getByText('Signed by Jonas Ferreira')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save draft' })).toHaveCount(0);
  await expect(page.getByText('Set up the exporter.')).toBeVisible();
  await expect(page.getByText('Export weekly.')).toBeVisible();
  expect(await db.review.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
    signedBy: 'Jonas Ferreira',
    nextOn: new Date('2099-01-15'),
  });
  await page.goto(path(workspace.slug));
  await expect(
    page.getByRole('region', { name: 'Review cadence kept' }).getByLabel('Next review'),
  ).toHaveValue('2099-01-15');
  const late = await api.put('/reviews/1', { findings: [], decisions: [], actions: [], version: 3 });
  expect([late.status(), await late.json()]).toMatchObject([422, { code: 'review_signed' }]);
});

test('a workspace owner without the duty is told who signs, and may discard the draft', async ({
  page,
  db,
  api,
  apiAs,
  workspace,
  signIn,
}) => {
  await api.put('/owners/governance', { name: 'Jonas Ferreira', email: null, version: 0 });
  await withDraft(api, await apiAs('governance_owner'));
  await signIn({ appRole: 'workspace_owner' });

  await page.goto(`/${workspace.slug}/reviews/1`);
  const sign = page.getByRole('button', { name: 'Sign review 1' });
  await expect(sign).toHaveAccessibleDescription(
    'Only the governance owner signs a review. Ask Jonas Ferreira.',
  );
  const refused = await api.post('/reviews/1/signature', { nextOn: '2099-01-15', version: 1 });
  expect([refused.status(), await refused.json()]).toMatchObject([
    422,
    { code: 'not_your_duty', owner: 'Jonas Ferreira' },
  ]);

  await page.goto(`/${workspace.slug}/reviews`);
  await page.getByText('Discard the draft…').click();
  await page.getByRole('button', { name: 'Discard draft 1' }).click();
  await expect(page.getByText('No review was begun yet.')).toBeVisible();
  expect(await db.review.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('a measure is taken in one press, and its values stand as a chart with the target', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await signIn({ appRole: 'governance_owner' });
  await page.goto(path(workspace.slug));
  const measures = page.getByRole('region', { name: 'Measures of success with targets' });
  const suggestion = measures.getByRole('listitem').filter({ hasText: 'People who work with an API key' });
  await suggestion.getByRole('button', { name: 'Take' }).click();
  await measures.getByRole('link', { name: 'People who work with an API key' }).click();

  for (const [days, value] of [
    [14, '1,250'],
    [7, '4'],
  ] as const) {
    await measures.getByLabel('Value in people').fill(value);
    await measures.getByLabel('Day').fill(dayAgo(days));
    await measures.getByRole('button', { name: 'Record value' }).click();
    await expect(measures.getByRole('img')).toHaveAccessibleName(new RegExp(`: ${value}[.,]`));
  }
  await expect(measures.getByRole('img')).toHaveAccessibleName(/1,250, .*: 4\. Target at most 0 people\./);
  await expect(measures.getByText('Not met')).toBeVisible();
  await expect(measures.locator('header').getByText('Done')).toBeVisible();
  await measures.getByText('Show as table').click();
  await expect(measures.getByRole('row', { name: /1,250/ })).toBeVisible();
  await axe();

  await measures.getByLabel('Value in people').fill('many');
  await measures.getByRole('button', { name: 'Record value' }).click();
  await expect(measures.getByLabel('Value in people')).toHaveAccessibleDescription(/Write a number/);
  expect(await db.measureValue.count({ where: { workspaceId: workspace.id } })).toBe(2);
});

test('an auditor reads it all and is offered no form', async ({ page, api, apiAs, workspace, signIn }) => {
  await withDraft(api, await apiAs('governance_owner'));
  await signIn({ appRole: 'auditor' });

  await page.goto(path(workspace.slug, '?channel=dashboard&measure=new&area=audit'));
  await expect(page.getByText('The governance owner or the workspace owner').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await page.goto(`/${workspace.slug}/reviews/1`);
  await expect(page.getByRole('heading', { name: 'Review 1', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
});
