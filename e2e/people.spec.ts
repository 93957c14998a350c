import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { expect, test } from './fixtures';

const people = (slug: string, rest = '') => `/${slug}/access/people${rest}`;

test('people are found by a part of the name, narrowed by group and role, and had as a file', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  await addPerson(db, workspace.id, { name: 'Nadine Moreau' });
  await addPerson(db, workspace.id, { name: 'Ola Brandt', email: 'ola@acme.example', groupIds: [group] });
  await signIn({ appRole: 'auditor' });
  await page.goto(people(workspace.slug));

  const table = page.getByRole('table', { name: 'People' });
  await expect(table.getByRole('rowheader')).toHaveText(['Nadia Petrova', 'Nadine Moreau', 'Ola Brandt']);
  await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill('nadi');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(table.getByRole('rowheader')).toHaveText(['Nadia Petrova', 'Nadine Moreau']);
  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Group' }).fill('platform');
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Pilot');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(table.getByRole('rowheader')).toHaveText(['Nadia Petrova']);
  await axe();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV of 1' }).click();
  expect((await download).suggestedFilename()).toBe('people.csv');
  await expect(page.getByRole('button', { name: 'Add person' })).toHaveCount(0);
});

test('a person under an id of any signs: what they may do by level, why, and who has the same', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  const id = 'ext/é %41?#1';
  await setDefaults(db, workspace.id, ['gpts.share']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  const stored = await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  await addPerson(db, workspace.id, { name: 'Ola Brandt', groupIds: [group] });
  await db.person.updateMany({ where: { id: stored }, data: { id } });
  await signIn();
  await page.goto(people(workspace.slug));

  await page.getByRole('link', { name: 'Nadia Petrova' }).click();
  await expect(page.getByRole('heading', { name: 'Nadia Petrova', level: 1 })).toBeVisible();
  const access = page.getByRole('table', { name: 'What Nadia Petrova may do' });
  await expect(access.getByRole('row', { name: /^GPTs: share/ })).toContainText('Lost');
  await page.getByRole('link', { name: 'People with the same access' }).click();
  await expect(page.getByRole('table', { name: 'People' }).getByRole('rowheader')).toHaveText([
    'Nadia Petrova',
    'Ola Brandt',
  ]);

  const answer = await api.get(`/access/people/${encodeURIComponent(id)}`);
  expect(await answer.json()).toMatchObject({
    id,
    name: 'Nadia Petrova',
    usesDefault: false,
    permissions: [{ permission: 'codex.local', level: 1, paths: [{ group, role }] }],
    lostDefaults: ['gpts.share'],
  });
});

test('who can: an exact count and the first of them, and the whole list over the API', async ({
  page,
  db,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['codex.cloud']);
  await addPerson(db, workspace.id, { name: 'Nadia Petrova' });
  await addPerson(db, workspace.id, { name: 'Ola Brandt', isActive: false });
  await signIn();
  await page.goto(`/${workspace.slug}/access/who`);
  await page.getByRole('combobox', { name: 'Permission' }).selectOption({ value: 'codex.cloud' });
  await page.getByRole('button', { name: 'Show who' }).click();

  await expect(page.getByRole('heading', { name: '1 person has it' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Who can' }).getByRole('rowheader')).toHaveText([
    'Nadia Petrova',
  ]);
  await axe();
  const path = '/access/who?permission=codex.cloud&cursor=';
  expect(await (await api.get(path)).json()).toMatchObject({ count: 1, cursor: null });
  const file = await api.get('/access/who?permission=codex.cloud', { accept: 'text/csv' });
  expect(file.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringContaining('filename="who-can-codex.cloud.csv"'),
  });
  expect(await file.text()).toMatch(/^id,email,name,level\r\n[^\r]*,Nadia Petrova,1\r\n$/);
  expect((await api.get('/access/who?permission=codex.nothing')).status()).toBe(400);
});

test('access profiles: how few cover most, what each may do, and the way to its people', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['gpts.use']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  for (const name of ['Ann', 'Bo']) await addPerson(db, workspace.id, { name, groupIds: [group] });
  await addPerson(db, workspace.id, { name: 'Cy' });
  await signIn();
  await page.goto(`/${workspace.slug}/access/profiles`);

  await expect(page.getByRole('heading', { name: '2 profiles cover 3 people' })).toBeVisible();
  const row = page.getByRole('row', { name: /^Allow members to use Codex Local/ });
  await expect(row).toContainText('Pilot');
  await axe();
  await row.getByRole('link', { name: '2 people' }).click();
  await expect(page.getByRole('table', { name: 'People' }).getByRole('rowheader')).toHaveText(['Ann', 'Bo']);
});

test('anybody in a large group is found on its pages or by search, and taken out', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const group = await addGroup(db, workspace.id, { name: 'Everybody' });
  for (let at = 101; at <= 220; at += 1) {
    const name = `Person ${String(at)}`;
    await addPerson(db, workspace.id, { name, email: `p${String(at)}@acme.example`, groupIds: [group] });
  }
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/access/groups/${group}`);
  const members = page.getByRole('region', { name: 'People in Everybody' });
  await expect(members.getByText('1 to 50 of 120')).toBeVisible();
  await members.getByRole('link', { name: 'Next 50' }).click();
  await expect(members.getByText('51 to 100 of 120')).toBeVisible();
  await members.getByRole('checkbox', { name: /^Person 160 / }).check();
  await members.getByRole('button', { name: 'Take out…' }).click();
  await page.getByRole('button', { name: 'Take 1 person out of Everybody' }).click();
  await expect(members.getByText('of 119')).toBeVisible();

  await members.getByRole('searchbox', { name: 'Who is in it' }).fill('p219@');
  await members.getByRole('button', { name: 'Search the group' }).click();
  await expect(members.getByRole('checkbox')).toHaveCount(1);
  await axe();
  await members.getByRole('checkbox', { name: /^Person 219 / }).check();
  await members.getByRole('button', { name: 'Take out…' }).click();
  await page.getByRole('button', { name: 'Take 1 person out of Everybody' }).click();
  await expect(members.getByText('Nobody in it is called “p219@”.')).toBeVisible();
  expect(await db.groupMember.count({ where: { workspaceId: workspace.id } })).toBe(118);
});
