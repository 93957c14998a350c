import type { Page } from '@playwright/test';
import type { PrismaClient } from '#prisma-client';
import { addExpectation, addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { expect, test } from './fixtures';

const step = (slug: string) => `/${slug}/rollout/roles`;
const path = (slug: string, place: string) => `/${slug}/access/${place}`;
const box = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const task = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const effect = (page: Page) => page.getByRole('group', { name: 'What the change does' });

test('from nothing: the workspace defaults are set and the suggested groups made, both shown before', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(step(workspace.slug));
  await expect(task(page, 'Default role for users')).toContainText('To do');

  await page.getByRole('link', { name: /^Default role for users/ }).click();
  await page.getByRole('checkbox', { name: 'GPTs: share' }).check();
  await page.getByRole('button', { name: 'See what it does…' }).click();
  const granted = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('img', { name: 'Newly granted' }) });
  await expect(granted).toHaveText(['GPTs: share']);
  await page.getByRole('button', { name: 'Set the workspace defaults' }).click();
  await expect(page.getByRole('grid', { name: 'What roles grant' })).toBeVisible();
  await page.goto(step(workspace.slug));
  await expect(task(page, 'Default role for users')).toContainText('Done');
  const defaults = await db.workspaceDefaults.findUnique({ where: { workspaceId: workspace.id } });
  expect(defaults).toMatchObject({ permissions: { 'gpts.share': true }, version: 1 });

  await page.getByRole('link', { name: /^Groups for a gradual rollout/ }).click();
  const suggested = box(page, 'Suggested groups for a gradual rollout');
  await expect(suggested).toContainText('GPTs: share');
  await suggested.getByRole('link', { name: 'Grant Codex alone' }).click();
  await expect(suggested).toContainText('loses GPTs: share');
  await expect(effect(page)).toContainText('Lose something');
  await page.getByRole('button', { name: 'Make Codex Users and Codex Admin' }).click();
  await expect(suggested).toContainText('Both are there.');
  await page.goto(step(workspace.slug));
  await expect(task(page, 'Groups for a gradual rollout')).toContainText('Done');
  await expect(task(page, 'Access of people with several roles')).toContainText('nobody active in it');

  const roles = await db.customRole.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { name: 'asc' },
  });
  expect(roles.map(({ permissions }) => permissions)).toEqual([
    { 'codex.administer': true },
    { 'codex.local': true, 'codex.cloud': true },
  ]);
});

/** Defaults that grant GPTs: share, and the two suggested groups, whose roles do not. */
async function suggestedGroups(db: PrismaClient, workspaceId: string) {
  await setDefaults(db, workspaceId, ['gpts.share']);
  const users = await addRole(db, workspaceId, { name: 'Codex Users', permissions: ['codex.local'] });
  const admins = await addRole(db, workspaceId, { name: 'Codex Admin', permissions: ['codex.administer'] });
  return {
    users: await addGroup(db, workspaceId, { name: 'Codex Users', roleIds: [users] }),
    admins: await addGroup(db, workspaceId, { name: 'Codex Admin', roleIds: [admins] }),
  };
}

test('a person put into a group leaves the default: it is shown before, above all else after, and with reasons', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { users } = await suggestedGroups(db, workspace.id);
  await signIn();
  await page.goto(path(workspace.slug, 'people'));
  const form = box(page, 'Add a person');
  await form.getByLabel('Name').fill('Nadia Petrova');
  await form.getByLabel('E-mail').fill('nadia@acme.example');
  await form.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('table', { name: 'People' })).toContainText('Nadia Petrova');

  await page.goto(path(workspace.slug, `groups/${users}`));
  await expect(page).toHaveTitle(/^Codex Users/);
  await page.getByLabel('Put people into the group').fill('petro');
  await page.getByRole('button', { name: 'Find people' }).click();
  await page.getByRole('checkbox', { name: /Nadia/ }).check();
  await page.getByRole('button', { name: 'Put into the group…' }).click();
  await expect(effect(page)).toContainText('1 person would lose GPTs: share');
  await expect(effect(page)).toContainText('1 person would leave the workspace defaults');
  expect(await db.groupMember.count({ where: { workspaceId: workspace.id } })).toBe(0);
  await page.getByRole('button', { name: 'Put 1 person into Codex Users' }).click();
  await expect(box(page, 'People in Codex Users')).toContainText('1 person');
  await page.goto(step(workspace.slug));

  const loss = box(page, '1 person left the workspace defaults and loses something');
  await expect(loss).toContainText('Not accepted');
  expect(await db.groupMember.count({ where: { group: { id: users } } })).toBe(1);
  await loss.getByRole('link', { name: 'List this person' }).click();
  await page.getByRole('table', { name: 'People' }).getByRole('link', { name: 'Nadia Petrova' }).click();
  const access = page.getByRole('table', { name: 'What Nadia Petrova may do' });
  await expect(access.getByRole('row', { name: /^GPTs: share/ })).toContainText('Lost');
  await expect(access.getByRole('row', { name: /^Allow members to use Codex Local/ })).toContainText(
    'Group Codex Users, role Codex Users.',
  );
});

test('the governance owner accepts the loss, and every task of the step is done', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { users, admins } = await suggestedGroups(db, workspace.id);
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [users] });
  await addPerson(db, workspace.id, { name: 'Ola Brandt', groupIds: [admins] });
  await addExpectation(db, workspace.id, { kind: 'atMost', permission: 'codex.administer', people: 12 });
  await signIn({ appRole: 'governance_owner', name: 'Priya Nair' });
  await page.goto(step(workspace.slug));
  await expect(page.getByText('6 of 7 done').first()).toBeVisible();

  const loss = box(page, '2 people left the workspace defaults and lose something');
  await loss.getByText('Accept the loss as governance owner').click();
  await loss.getByLabel('Why this is intended').fill('Sharing GPTs is not for the pilot.');
  await loss.getByLabel('Last day it holds').fill('2099-12-31');
  await loss.getByRole('button', { name: 'Accept the loss' }).click();

  await expect(loss).toContainText('Priya Nair accepted this: “Sharing GPTs is not for the pilot.”');
  await expect(page.getByText('7 of 7 done').first()).toBeVisible();
  const accepted = await db.acceptance.findFirst({ where: { workspaceId: workspace.id } });
  expect(accepted).toMatchObject({ subject: 'access.lost_defaults', kind: 'given', by: 'Priya Nair' });
});

test('the loss can be mended where it is shown: the role grants again what its people lost', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await setDefaults(db, workspace.id, ['gpts.share', 'record.use']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  await signIn();
  await page.goto(step(workspace.slug));

  await page.getByRole('link', { name: 'Grant them in Pilot…' }).click();
  await expect(effect(page)).toContainText('1 person would gain GPTs: share and Record: use');
  await page.getByRole('button', { name: 'Change Pilot' }).click();
  await expect(effect(page)).toHaveCount(0);
  await page.goto(step(workspace.slug));

  await expect(box(page, /left the workspace defaults/)).toHaveCount(0);
  await expect(task(page, 'Nobody loses workspace defaults unnoticed')).toContainText('Done');
  const stored = await db.customRole.findFirst({ where: { id: role } });
  expect(stored).toMatchObject({
    permissions: { 'codex.local': true, 'gpts.share': true, 'record.use': true },
    version: 2,
  });
});

test('a name that is taken is said, what was typed stays, and nothing is stored', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await addRole(db, workspace.id, { name: 'Pilot', permissions: [] });
  await signIn();
  await page.goto(path(workspace.slug, 'roles'));

  await page.getByLabel('Name of the role').fill('PILOT');
  await page.getByRole('button', { name: 'Add role' }).click();

  await expect(page.getByText('There is a role called PILOT already.')).toBeVisible();
  await expect(page.getByLabel('Name of the role')).toHaveValue('PILOT');
  expect(await db.customRole.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test('a synced group offers no change of its people, and the API refuses one', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  const group = await addGroup(db, workspace.id, { name: 'Platform', source: 'scim' });
  const person = await addPerson(db, workspace.id, { name: 'Nadia Petrova' });
  await signIn();
  await page.goto(path(workspace.slug, `groups/${group}`));

  await expect(page.getByText('Platform is synced over SCIM.')).toBeVisible();
  await expect(page.getByLabel('Put people into the group')).toHaveCount(0);
  const refused = await api.put(`/access/groups/${group}/members`, { people: [person], version: 1 });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'group_is_synced' });
});

test('IT adds people and may not change roles; an auditor reads and changes nothing', async ({
  page,
  context,
  db,
  apiAs,
  workspace,
  signIn,
}) => {
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await signIn({ appRole: 'it_owner' });
  await page.goto(path(workspace.slug, 'roles'));
  await expect(page.getByText('The workspace owner changes roles and workspace defaults.')).toBeVisible();
  await expect(page.getByLabel('Name of the role')).toHaveCount(0);
  await page.goto(path(workspace.slug, 'people'));
  await expect(page.getByRole('button', { name: 'Add person' })).toBeVisible();
  const it = await apiAs('it_owner');
  const change = { name: 'Pilot', permissions: {}, version: 1 };
  expect((await it.put(`/access/roles/${role}`, change)).status()).toBe(403);

  await context.clearCookies();
  await signIn({ appRole: 'auditor' });
  for (const place of ['roles', 'groups', `roles/${role}`, 'defaults', 'suggested-groups']) {
    await page.goto(path(workspace.slug, place));
    await expect(page.getByRole('main')).toContainText('The workspace owner');
    await expect(page.getByRole('main').getByRole('button', { name: /Add|Save|Make|Set|See/ })).toHaveCount(
      0,
    );
  }
  expect(await db.customRole.findFirst({ where: { id: role } })).toMatchObject({ version: 1 });
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a role is given to a group, with who loses shown before', async ({ page, db, workspace, signIn }) => {
    await setDefaults(db, workspace.id, ['gpts.share']);
    const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
    const group = await addGroup(db, workspace.id, { name: 'Platform' });
    await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
    await signIn();
    await page.goto(path(workspace.slug, `groups/${group}`));

    await page.getByRole('checkbox', { name: 'Pilot' }).check();
    await page.getByRole('button', { name: 'See what it does…' }).click();
    await expect(effect(page)).toContainText('1 person would lose GPTs: share');
    expect(await db.groupRole.count({ where: { group: { id: group } } })).toBe(0);
    await page.getByRole('button', { name: 'Set the roles of Platform' }).click();
    await expect(page.getByText('Roles set.')).toBeVisible();
    await page.goto(step(workspace.slug));

    await expect(box(page, '1 person left the workspace defaults and loses something')).toBeVisible();
    expect(await db.groupRole.count({ where: { group: { id: group }, role: { id: role } } })).toBe(1);
  });
});

test('axe finds nothing while a change of a group is shown, before it is saved', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const { users } = await suggestedGroups(db, workspace.id);
  const person = await addPerson(db, workspace.id, { name: 'Nadia Petrova' });
  await signIn();
  await page.goto(path(workspace.slug, `groups/${users}?add=${person}&find=Nadia`));
  await expect(effect(page)).toBeVisible();
  await axe();
});
