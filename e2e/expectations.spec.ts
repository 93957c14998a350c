import { permissions } from '#lib/catalog/permissions';
import { addExpectation, addGroup, addPerson, addRole } from '#test/directory';
import { expect, test } from './fixtures';

test('an owner expects what fails, sees who breaks it, and mends the role until it holds', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const { id: workspaceId, slug } = workspace;
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local', 'codex.cloud'] });
  const group = await addGroup(db, workspaceId, { name: 'Contractors', roleIds: [role] });
  await addPerson(db, workspaceId, { name: 'Ada Falk', groupIds: [group] });
  await signIn();
  await page.goto(`/${slug}/access/expectations`);
  await page.getByRole('link', { name: 'No one in Contractors may use Codex cloud…' }).click();
  await expect(page.getByRole('combobox', { name: 'Group' })).toHaveValue('Contractors');
  await page.getByRole('button', { name: 'Add expectation' }).click();

  const list = page.getByRole('region', { name: 'What must hold' });
  await expect(list).toContainText('No one in Contractors may use Codex cloud.');
  await expect(list).toContainText('1 of 1 fails');
  await expect(list.getByRole('link', { name: 'Ada Falk' })).toBeVisible();
  await expect(list.getByRole('link', { name: 'List them' })).toHaveAttribute(
    'href',
    `/${slug}/access/people?group=${group}&permission=codex.cloud`,
  );
  await axe();
  const stored = await db.accessExpectations.findUnique({ where: { workspaceId } });
  expect(stored).toMatchObject({
    version: 1,
    list: [{ kind: 'nobody', group, permission: 'codex.cloud', people: null }],
  });

  await page.goto(`/${slug}/rollout/roles`);
  await expect(page.getByRole('link', { name: '1 expectation, 1 fails' })).toBeVisible();
  const task = page.getByRole('table', { name: 'Tasks' }).getByRole('row', { name: /1 expectation fails\./ });
  await expect(task).toContainText('No one in Contractors may use Codex cloud: 1 person may.');

  await page.goto(`/${slug}/access/roles/${role}`);
  await page.getByRole('checkbox', { name: permissions['codex.cloud'].label }).uncheck();
  await page.getByRole('button', { name: 'See what it does…' }).click();
  await page.getByRole('button', { name: 'Change Pilot' }).click();
  await expect(page.getByRole('button', { name: 'Change Pilot' })).toHaveCount(0);
  const changed = await db.customRole.findFirst({ where: { workspaceId } });
  expect(changed?.permissions).toEqual({ 'codex.local': true });
  await page.goto(`/${slug}/access/expectations`);
  await expect(list).toContainText('It holds');

  await list.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => db.accessExpectations.findUnique({ where: { workspaceId } }))
    .toMatchObject({ version: 3, list: stored?.list });
  await expect(list).toContainText('It holds');
});

test('a fault in YAML is told with its line, and the text stays', async ({ page, db, workspace, signIn }) => {
  await signIn();
  await page.goto(`/${workspace.slug}/access/expectations`);
  const text = '- atMost: { people: 12, may: codex.administer }\n- nobody: { may: codex.teleport }\n';
  const field = page.getByLabel('Expectations as YAML');
  await field.fill(text);
  await page.getByRole('button', { name: 'Replace the list' }).click();

  await expect(field).toHaveAccessibleDescription('Line 2: There is no permission codex.teleport.');
  await expect(field).toHaveValue(text);
  expect(await db.accessExpectations.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await field.fill(text.replace('teleport', 'cloud'));
  await page.getByRole('button', { name: 'Replace the list' }).click();
  await expect(page.getByRole('region', { name: 'What must hold' })).toContainText('All 2 hold');
});

test('the governance owner accepts a finding only with a last day, and takes it back', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const hollow = await addRole(db, workspace.id, { name: 'Hollow', permissions: [] });
  await signIn({ appRole: 'governance_owner', name: 'Priya Nair' });
  await page.goto(`/${workspace.slug}/access/findings`);
  const notes = page.getByRole('region', { name: 'Note' });
  await expect(notes.getByRole('listitem')).toContainText('Hollow grants nothing');
  await expect(notes.getByRole('listitem')).toContainText(`Finding role_grants_nothing:${hollow}`);
  await notes.getByRole('link', { name: 'Accept…' }).click();
  await notes.getByLabel('Why it is accepted').fill('It is filled next week.');
  await notes.getByRole('button', { name: 'Accept the finding' }).click();

  const last = notes.getByLabel('Last day it holds');
  await expect(last).toHaveAccessibleDescription('Give the last day on which this is accepted.');
  await expect(notes.getByLabel('Why it is accepted')).toHaveValue('It is filled next week.');
  expect(await db.acceptance.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await last.fill('2099-12-31');
  await notes.getByRole('button', { name: 'Accept the finding' }).click();
  await expect(notes).toContainText('Accepted until 31 Dec 2099');
  await axe();
  const accepted = await db.acceptance.findFirst({ where: { workspaceId: workspace.id } });
  expect(accepted).toMatchObject({ kind: 'given', by: 'Priya Nair', endsOn: expect.anything() as unknown });

  await notes.getByRole('button', { name: 'Take the acceptance back' }).click();
  await expect(notes).toContainText('Priya Nair took the acceptance back.');
});

test('a draft that breaks an expectation says so and is not applied', async ({
  page,
  db,
  workspace,
  signIn,
  api,
}) => {
  const { id: workspaceId, slug } = workspace;
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Contractors', roleIds: [role] });
  await addPerson(db, workspaceId, { name: 'Ada Falk', groupIds: [group] });
  await addExpectation(db, workspaceId, { kind: 'nobody', group, permission: 'codex.cloud' });
  const changes = [{ kind: 'role-permission-granted', role, permission: 'codex.cloud' }];
  const draft = await api.post('/access/drafts', { name: 'Cloud for all', changes });
  const { id } = (await draft.json()) as { id: string };
  await signIn();
  await page.goto(`/${slug}/access/what-if/${id}`);

  const failing = page.getByRole('region', { name: '1 expectation would fail' });
  await expect(failing).toContainText('No one in Contractors may use Codex cloud');
  await expect(failing).toContainText('1 person may.');
  await expect(page.getByText('It would break what is expected of access.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Apply draft…' })).toHaveCount(0);
});

test('the API takes and gives YAML and JSON, and refuses by line and by version', async ({
  api,
  db,
  workspace,
}) => {
  const role = await addRole(db, workspace.id, { name: 'Codex Users', permissions: ['codex.cloud'] });
  const group = await addGroup(db, workspace.id, { name: 'Contractors', roleIds: [role] });
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  const yaml = { 'content-type': 'text/yaml' };
  const put = (text: string, more = {}) => api.put('/access/expectations', text, { ...yaml, ...more });
  const file = '- nobody: {group: Contractors, may: codex.cloud}\n';

  expect((await put(file)).status()).toBe(400);
  expect((await put(file, { 'if-match': '"0"' })).status()).toBe(200);
  expect((await put(file, { 'if-match': '"0"' })).status()).toBe(412);
  expect(await (await api.get('/access/expectations')).json()).toMatchObject({
    version: 1,
    expectations: [{ nobody: { group, may: 'codex.cloud' } }],
    results: [{ holds: false, count: 1, people: [{ name: 'Nadia Petrova' }] }],
  });
  const given = await api.get('/access/expectations', { accept: 'application/yaml' });
  expect(given.headers()['content-type']).toContain('application/yaml');
  expect(await given.text()).toContain('# No one in Contractors may use Codex cloud');

  const bad = await put('version: 1\nexpectations:\n  - nobody: {may: codex.everything}\n');
  expect(bad.status()).toBe(400);
  expect(await bad.json()).toMatchObject({ code: 'invalid_yaml', lines: [{ line: 3 }] });
  const empty = await api.put('/access/expectations', { expectations: [], version: 1 });
  expect(await empty.json()).toEqual({ expectations: [], version: 2 });
});
