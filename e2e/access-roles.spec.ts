import type { Page } from '@playwright/test';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { expect, test } from './fixtures';

const path = (slug: string, place: string) => `/${slug}/access/${place}`;
const box = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const effect = (page: Page) => page.getByRole('group', { name: 'What the change does' });

test('roles and groups under the caller’s own ids: made by PUT once, read, given, and gone', async ({
  api,
  workspace,
  request,
}) => {
  const id = 'CN=Über/Team 100%, #1';
  const [role, group] = [
    `/access/roles/${encodeURIComponent(id)}`,
    `/access/groups/${encodeURIComponent(id)}`,
  ];
  expect((await api.get(role)).status()).toBe(404);

  const pilot = { name: 'Pilot', permissions: { 'codex.local': true }, version: 0 };
  const made = await Promise.all([api.put(role, pilot), api.put(role, pilot)]);
  expect(made.map((answer) => answer.status()).sort()).toEqual([200, 409]);
  expect(await (await api.get(role)).json()).toEqual({ id, ...pilot, version: 1 });

  expect((await api.put(group, { name: 'Platform', version: 0 })).status()).toBe(200);
  expect(await (await api.get(`${group}/roles`)).json()).toEqual({ roles: [], version: 0 });
  const given = await api.put(`${group}/roles`, { roles: [id], version: 0 });
  expect(await given.json()).toEqual({ roles: [id], version: 1 });
  expect(await (await api.get(`${group}/roles`)).json()).toEqual({ roles: [id], version: 1 });
  expect((await api.put(`${group}/roles`, { roles: [], version: 0 })).status()).toBe(409);

  expect(await (await api.get('/access/default-role')).json()).toEqual({ permissions: {}, version: 0 });
  const defaults = { permissions: { 'codex.local': true }, version: 0 };
  expect(await (await api.put('/access/default-role', defaults)).json()).toEqual({ ...defaults, version: 1 });

  const removed = await request.delete(`/api/v1/workspaces/${workspace.slug}${role}`, {
    data: { version: 1 },
    headers: { authorization: `Bearer ${api.token}` },
  });
  expect(removed.status()).toBe(200);
  expect(await (await api.get(`${group}/roles`)).json()).toEqual({ roles: [], version: 2 });
});

test('a role under an id of any letters is opened, removed, and put back by Undo', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  const id = 'CN=Über/Team 100%, #1';
  await api.put(`/access/roles/${encodeURIComponent(id)}`, { name: 'Pilot', permissions: {}, version: 0 });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [id] });
  await signIn();
  await page.goto(path(workspace.slug, 'roles'));
  await page.getByRole('link', { name: 'Pilot' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilot');

  await page.getByRole('link', { name: 'Remove the role…' }).click();
  await page.getByRole('button', { name: 'Remove Pilot' }).click();
  await expect(page.getByText('Pilot removed.')).toBeVisible();
  expect(await db.customRole.count({ where: { workspaceId: workspace.id } })).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByRole('link', { name: 'Pilot' })).toBeVisible();
  expect(await db.groupRole.count({ where: { group: { id: group }, role: { id } } })).toBe(1);
});

test('another model is looked at before it is chosen, and then a role says On, Off or Default', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['gpts.share', 'codex.local']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.cloud'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  await signIn();
  await page.goto(path(workspace.slug, 'roles'));
  await expect(box(page, 'How several roles become one access')).toContainText('Disputed');

  await page.getByRole('link', { name: 'See what Tri-state, autumn 2026 would do…' }).click();
  await expect(effect(page)).toContainText('1 person would gain');
  await expect(effect(page)).toContainText('GPTs: share');
  await page.getByRole('button', { name: 'Use Tri-state, autumn 2026' }).click();
  await expect(page.getByRole('gridcell', { name: 'Default: On' }).first()).toBeVisible();
  expect(await db.resolutionModel.findUnique({ where: { workspaceId: workspace.id } })).toMatchObject({
    model: 'tri-state',
    version: 1,
  });

  await page.getByRole('link', { name: 'Pilot', exact: true }).click();
  await page.getByLabel('GPTs: share').selectOption('Off');
  await page.getByRole('button', { name: 'See what it does…' }).click();
  await expect(effect(page)).toContainText('1 person would lose GPTs: share');
  await axe();
  await page.getByRole('button', { name: 'Change Pilot' }).click();
  await expect(effect(page)).toHaveCount(0);
  expect(await db.customRole.findFirst({ where: { id: role } })).toMatchObject({
    permissions: { 'codex.cloud': true, 'gpts.share': false },
  });
});

test('two hundred groups are a page at a time, and found by name, source, role and emptiness', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  await db.group.createMany({
    data: Array.from({ length: 203 }, (_, at) => ({
      id: `g-${at}`,
      workspaceId: workspace.id,
      name: `Team ${String(at).padStart(3, '0')}`,
      source: at % 2 === 0 ? 'scim' : 'manual',
      version: 1,
      changedAt: new Date(),
      changedBy: 'Mara Lindqvist',
    })),
  });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await addPerson(db, workspace.id, { groupIds: [group] });
  await signIn();
  await page.goto(path(workspace.slug, 'groups'));
  const rows = page.getByRole('table', { name: 'Groups' }).getByRole('row');
  await expect(rows).toHaveCount(101);
  await page.getByRole('link', { name: 'Next 100' }).click();
  await expect(page.getByText('101 to 200 of 204')).toBeVisible();
  await db.group.deleteMany({ where: { workspaceId: workspace.id, name: 'Team 000' } });
  await page.reload();
  await expect(page.getByText('100 to 199 of 203')).toBeVisible();

  await page.getByLabel('Search').fill('TEAM 1');
  await page.getByLabel('Where it comes from').first().selectOption('Synced over SCIM');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(box(page, 'Groups')).toContainText('50 of 203');
  await page.goto(path(workspace.slug, `groups?role=${role}&people=some`));
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('Platform');
});

test('fifty roles by the catalogue’s permissions: both heads stay in sight, also at 390 wide', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['gpts.use']);
  for (let at = 0; at < 50; at += 1) {
    await addRole(db, workspace.id, { name: `Role ${at}`, permissions: ['gpts.use', 'gpts.share'] });
  }
  await signIn();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path(workspace.slug, 'roles'));
  const grid = page.getByRole('grid', { name: 'What roles grant' });

  await grid.getByRole('gridcell').filter({ hasText: 'Not granted' }).first().focus();
  await page.keyboard.press('End');
  for (let step = 0; step < 26; step += 1) await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('rowheader', { name: 'Skills: install for others' })).toBeInViewport();
  await expect(grid.getByRole('columnheader', { name: /^Role 9/ })).toBeInViewport();
  await expect(page.locator(':focus')).toBeInViewport();

  await page.getByRole('link', { name: 'Show only what differs' }).click();
  await expect(grid.getByRole('rowheader', { name: 'GPTs: share' })).toBeVisible();
  await expect(grid.getByRole('rowheader', { name: 'GPTs: use' })).toHaveCount(0);
  await axe();
});

test('arrow keys move through the matrix, and axe finds nothing on it nor on a person', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['gpts.share']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  const person = await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  await signIn();
  await page.goto(path(workspace.slug, 'roles'));

  const cells = page.getByRole('grid', { name: 'What roles grant' }).getByRole('gridcell');
  await cells.filter({ hasText: 'Not granted' }).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveText('✓On');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toHaveText('–Not granted');
  await axe();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilot');
  await expect(page).toHaveTitle(/^Pilot/);
  await axe();
  await page.goto(path(workspace.slug, `people/${person}`));
  await expect(page).toHaveTitle(/^Nadia Petrova/);
  await axe();
});
