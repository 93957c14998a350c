import { addGroup, addPerson } from '#test/directory';
import { expect, test } from './fixtures';

test('a group’s policy wins for its members, and a policy that reaches nobody is said to be unreachable', async ({
  page,
  db,
  workspace,
  signIn,
  api,
  axe,
}) => {
  const pilots = await addGroup(db, workspace.id, { name: 'Pilots' });
  await addPerson(db, workspace.id, { name: 'Ann', email: 'ann@acme.example', groupIds: [pilots] });
  await addPerson(db, workspace.id, { name: 'Eve', email: 'eve@acme.example' });
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/rollout/configuration`);
  await page.getByRole('link', { name: 'What a developer ends up with…' }).click();

  const policies = page.getByRole('region', { name: 'Cloud policies' });
  for (const name of ['For pilots', 'For pilots again']) {
    await policies.getByRole('link', { name: 'Add a policy…' }).click();
    const added = page.getByRole('region', { name: 'Add a policy' });
    await added.getByLabel('Name').fill(name);
    await added.getByLabel('Groups').fill('Pilots');
    await added.getByRole('button', { name: 'Add the policy' }).click();
    await expect(policies.getByText(name, { exact: true })).toBeVisible();
  }
  const second = policies.getByRole('listitem').filter({ hasText: 'For pilots again' });
  await expect(
    second.getByText('Unreachable: policies above it name every one of its groups.'),
  ).toBeVisible();
  await expect(policies.getByText('Reaches 1 person', { exact: true })).toBeVisible();

  await policies.getByRole('link', { name: 'Edit “For pilots”' }).click();
  const editor = page.locator('[contenteditable=true]');
  await expect(editor).toHaveAccessibleName('requirements.toml of the policy');
  await editor.fill('allowed_approval_policies = ["untrusted"]\nallowed_login_methods = ["api"]\n');
  await expect(page.getByRole('region', { name: 'Findings' }).getByText('local_only')).toBeVisible();
  await axe();
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByText('The text of the policy is saved').first()).toBeVisible();
  await expect(policies.getByText('1 error in its text')).toBeVisible();

  const machine = page.getByRole('region', { name: 'Whose machine' });
  await machine.getByLabel('Group or person').fill('ann@acme.example');
  await machine.getByRole('checkbox', { name: 'Cloud policy' }).check();
  await machine.getByRole('button', { name: 'Show' }).click();
  await expect(machine.getByText('Ann, policy “For pilots”')).toBeVisible();
  const asked = page.getByRole('region', { name: 'What the developer starts with' });
  const approval = asked
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'approval_policy' }) });
  await expect(approval.getByRole('cell', { name: 'Cloud policy' })).toBeVisible();
  await expect(approval.getByText('"untrusted"', { exact: true })).toBeVisible();
  await expect(approval.getByText('From documentation')).toBeVisible();
  await axe();

  await machine.getByLabel('Group or person').fill('eve@acme.example');
  await machine.getByRole('button', { name: 'Show' }).click();
  await expect(machine.getByText('Eve, base policy')).toBeVisible();
  await expect(approval.getByText('"on-request"', { exact: true })).toBeVisible();

  const listed = await (await api.get('/configuration/policies')).json();
  expect(listed).toMatchObject({
    policies: [
      { name: 'For pilots', reached: 1 },
      { name: 'For pilots again', reached: 0 },
    ],
  });
});

test('a removed policy is put back as it was, and one moved up comes first', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner' });
  const stamp = { changedAt: new Date(), changedBy: 'Mara Lindqvist' };
  const policy = { workspaceId: workspace.id, groupIds: [], version: 1, ...stamp };
  const first = '11111111-1111-4111-8111-111111111111';
  const second = '22222222-2222-4222-8222-222222222222';
  await db.configPolicy.create({ data: { ...policy, id: first, place: 0, name: 'First', text: '# kept\n' } });
  await db.configPolicy.create({ data: { ...policy, id: second, place: 1, name: 'Second', text: '' } });
  const names = async () => {
    const rows = await db.configPolicy.findMany({
      where: { workspaceId: workspace.id },
      orderBy: { place: 'asc' },
    });
    return rows.map(({ name, text }) => [name, text]);
  };
  await page.goto(`/${workspace.slug}/configuration/layers`);

  await page.getByRole('button', { name: 'Remove for “First”' }).click();
  await expect(page.getByText('Removed: First')).toBeVisible();
  expect(await names()).toEqual([['Second', '']]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Edit “First”' })).toBeVisible();
  expect(await names()).toEqual([
    ['First', '# kept\n'],
    ['Second', ''],
  ]);

  await page.getByRole('button', { name: 'Move up for “Second”' }).click();
  await expect(page.getByRole('button', { name: 'Move up for “First”' })).toBeVisible();
  expect((await names()).map(([name]) => name)).toEqual(['Second', 'First']);
});

test('a developer’s own file is tried, and keys that nobody sets are found', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/configuration/layers`);
  await page.getByText('Try a developer’s own config.toml').click();
  await page.getByLabel('config.toml of the developer').fill('sandbox_mode = "danger-full-access"\n');
  await page.getByLabel('Find a key').fill('history.persistence');
  await page.getByRole('button', { name: 'Show' }).click();

  const starts = page.getByRole('region', { name: 'What the developer starts with' });
  await expect(starts.getByRole('cell', { name: '~/.codex/config.toml of the developer' })).toBeVisible();
  const found = page.getByRole('region', { name: 'Found' });
  await expect(found.getByText('"save-all"')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add a policy…' })).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the text of a policy is written in a plain field', async ({ page, db, workspace, signIn }) => {
    const id = '33333333-3333-4333-8333-333333333333';
    const stamp = { version: 1, changedAt: new Date(), changedBy: 'Mara Lindqvist' };
    await db.configPolicy.create({
      data: { workspaceId: workspace.id, id, place: 0, name: 'Plain', groupIds: [], text: '', ...stamp },
    });
    await signIn({ appRole: 'it_owner' });
    await page.goto(`/${workspace.slug}/configuration/layers?policy=${id}`);

    await page.getByLabel('requirements.toml of the policy').fill('allow_remote_control = false\n');
    await page.getByRole('button', { name: 'Save the text' }).click();

    await expect(page.getByLabel('requirements.toml of the policy')).toHaveValue(
      'allow_remote_control = false\n',
    );
    expect(await db.configPolicy.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
      text: 'allow_remote_control = false\n',
    });
  });
});
