import { expect, test, type Api } from './fixtures';

type Report = {
  progress: { done: number; applicable: number };
  steps: { number: number; done: number; applicable: number; signOff: { state: string } }[];
  gaps: { row: string; title: string; kind: string }[];
  measures: { name: string }[];
  record: { sequence: number; hash: string };
  today: string;
};

const reportOf = async (api: Api) => (await (await api.get('/report')).json()) as Report;

/** Everything as long as it may be: seven steps, many gaps, more measures than are shown. */
async function fill(api: Api): Promise<void> {
  const long = 'A name that goes on for as long as names are allowed to '.repeat(3).trim();
  await api.put('/decision', { surfaces: 'both', version: 0 });
  for (const duty of ['workspace', 'it', 'governance']) {
    await api.put(`/owners/${duty}`, { name: `${long} ${duty}`, email: null, version: 0 });
  }
  await api.put('/settings/codex.local', { wanted: true, version: 0 });
  await api.post('/settings/codex.local/confirmation', { state: 'off', note: long });
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await api.put('/access/default-role', { permissions: {}, version: 0 });
  await api.put('/review-cadence', { every: 'monthly', nextOn: '2099-01-01', version: 0 });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await api.post('/measures', {
      name: `${number} ${long}`.slice(0, 120),
      unit: 'people in the second wave',
      direction: 'at_least',
      target: 1_000_000 + number,
      source: 'Dashboard',
    });
  }
}

const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?!s)/g)].length;

test('the report shows the numbers that JSON and the rollout give', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await fill(api);
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/report`);
  const report = await reportOf(api);

  const { done, applicable } = report.progress;
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText(`${done} of ${applicable} tasks are done.`);
  for (const step of report.steps) {
    const row = sheet
      .getByRole('table', { name: 'Steps' })
      .getByRole('row')
      .nth(step.number + 1);
    await expect(row).toContainText(`${step.done} of ${step.applicable}`);
  }
  await expect(sheet).toContainText(`and ${report.gaps.length - 6} more in the record`);
  await expect(sheet).toContainText('and 2 more in the record');
  await expect(sheet).toContainText(report.record.hash);
  const rollout = (await (await api.get('/rollout')).json()) as Pick<Report, 'progress'>;
  expect(rollout.progress).toEqual(report.progress);
});

test('it prints on one page of A4, full as it may be, also where the theme is dark', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await fill(api);
  await signIn();
  await page.goto(`/${workspace.slug}/report`);
  await axe();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), colorScheme).toBe(1);
  }
});

test('an empty report prints on one page too, and says what is not there', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/report`);

  await expect(page.getByRole('article')).toContainText('No measure is set.');
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test('CSV is saved under its name, and no field of it runs as a formula', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  const formula = '=HYPERLINK("https://evil.example","x")';
  await db.workspace.update({ where: { id: workspace.id }, data: { name: formula } });
  await api.put('/owners/it', { name: '@SUM(A1)', email: null, version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/report`);
  const { today } = await reportOf(api);

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as CSV' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(`slipway-report-${workspace.slug}-${today}.csv`);
  const csv = await (await api.get('/report.csv')).text();
  expect(csv).toContain(`report,workspace,"'=HYPERLINK(""https://evil.example"",""x"")"`);
  expect(csv).toContain("'@SUM(A1)");
  for (const field of csv.replaceAll('\uFEFF', '').split(/[,\r\n]+/)) expect(field).not.toMatch(/^"?[=+@]/);

  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as JSON' }).click(),
  ]);
  expect(json.suggestedFilename()).toBe(`slipway-report-${workspace.slug}-${today}.json`);
});
