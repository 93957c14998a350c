import { taskAnchor } from '#lib/domain/rollout/task';
import { expect, test } from './fixtures';

const anchor = (taskId: string) => `[id="${taskAnchor(taskId)}"]`;

test('a check is recorded with what was seen, stored, and turns stale with the toggle it looked at', async ({
  page,
  workspace,
  signIn,
  api,
  db,
}) => {
  await api.put('/settings/codex.administer', { wanted: true, version: 0 });
  await signIn({ appRole: 'it_owner', name: 'Devi Raman' });
  await page.goto(`/${workspace.slug}/rollout/validate`);
  const box = page.locator(anchor('validate.governance_data'));

  await box.getByRole('link', { name: 'Record…' }).click();
  await page.getByRole('button', { name: 'Record what I saw' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say how it came out.');
  await page.getByRole('radio', { name: 'As expected' }).check();
  await page.getByLabel('What you saw').fill('Figures of last week.');
  await page.getByLabel('Link to proof').fill('not a link');
  await page.getByRole('button', { name: 'Record what I saw' }).click();
  await expect(page.getByLabel('Link to proof')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('What you saw')).toHaveValue('Figures of last week.');
  await page.getByLabel('Link to proof').fill('https://proof.example/1');
  await page.getByRole('button', { name: 'Record what I saw' }).click();

  await expect(box.getByRole('row', { name: /Everybody/ })).toContainText('Devi Raman');
  await expect(box.getByRole('row', { name: /Everybody/ })).toContainText('Figures of last week.');
  expect(await db.checkResult.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
    { taskId: 'validate.governance_data', outcome: 'as_expected', link: 'https://proof.example/1' },
  ]);

  await api.put('/settings/codex.administer', { wanted: false, version: 1 });
  await page.reload();
  await expect(box).toContainText('Stale');
  await expect(box).toContainText('Allow members to administer Codex is now wanted off.');
});

test('the sum of a file on a computer decides whether it is the one written here', async ({
  page,
  workspace,
  signIn,
  api,
}) => {
  const box = page.locator(anchor('validate.configuration'));
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/rollout/validate`);
  await expect(box).toContainText('Blocked');
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await page.reload();

  await box.getByRole('row', { name: /Linux/ }).getByRole('link').click();
  await page.getByLabel('What the command printed').fill('0'.repeat(64));
  await page.getByRole('button', { name: 'Record what I saw' }).click();

  await expect(box.getByRole('row', { name: /Linux/ })).toContainText('Differs');
  await expect(box).toContainText('Found to differ: Linux.');
});

test('a wave is planned, and begins only with the go of the three owners', async ({
  page,
  workspace,
  signIn,
  apiAs,
  db,
}) => {
  await signIn({ appRole: 'workspace_owner', name: 'Mara Lindqvist' });
  await page.goto(`/${workspace.slug}/rollout/validate`);
  await page.getByRole('link', { name: 'Plan a wave…' }).click();
  await page.getByLabel('Name').fill('Pilot');
  await page.getByLabel('People').fill('40');
  await page.getByLabel('First day').fill('2026-12-14');
  await page.getByLabel('Last day').fill('2026-12-01');
  await page.getByRole('button', { name: 'Plan this wave' }).click();
  await expect(page.getByLabel('Last day')).toHaveAccessibleDescription(/ends on the day it begins/);
  await page.getByLabel('Last day').fill('2026-12-24');
  await page.getByRole('button', { name: 'Plan this wave' }).click();

  await page.getByRole('link', { name: '1 Pilot' }).click();
  await page.getByRole('button', { name: 'Begin the wave' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('have said go');
  await page.getByRole('link', { name: 'Say go or no-go…' }).click();
  await page.getByRole('radio', { name: 'Go', exact: true }).check();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByLabel('Why')).toHaveAccessibleDescription(/although points are open/);
  await page.getByLabel('Why').fill('A small pilot.');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('Workspace owner: Go')).toBeVisible();

  const wave = await db.wave.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  for (const [appRole, duty] of [
    ['it_owner', 'it'],
    ['governance_owner', 'governance'],
  ] as const) {
    const said = { duty, verdict: 'go', note: 'A small pilot.', version: 1 };
    expect((await (await apiAs(appRole)).post(`/waves/${wave.id}/verdicts`, said)).ok()).toBe(true);
  }
  await page.reload();
  await page.getByRole('button', { name: 'Begin the wave' }).click();
  await expect(page.getByRole('row', { name: /1 Pilot/ })).toContainText('Running');
  expect(await db.wave.findFirst({ where: { id: wave.id } })).toMatchObject({ state: 'running', version: 2 });
});

test('an auditor reads checks and waves, changes none, and axe finds nothing', async ({
  page,
  workspace,
  signIn,
  api,
  axe,
}) => {
  const plan = { name: 'Pilot', size: 40, startsOn: '2026-12-01', endsOn: '2026-12-14' };
  await api.post('/waves', plan);
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/rollout/validate`);
  await page.getByRole('link', { name: '1 Pilot' }).click();

  await expect(page.getByText('Governance owner: Not signed yet')).toBeVisible();
  for (const name of ['Record…', 'Plan a wave…', 'Change the plan…', 'Say go or no-go…']) {
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  }
  await axe();
});
