import type { Page } from '@playwright/test';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { expect, test } from './fixtures';

const path = (slug: string, place: string) => `/${slug}/access/${place}`;
const box = (page: Page, name: string) => page.getByRole('region', { name });

test('a new name that is kept in a conflict leaves what somebody else granted meanwhile', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const id = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  await signIn();
  await page.goto(path(workspace.slug, `roles/${id}`));
  await db.customRole.updateMany({
    where: { id },
    data: { permissions: { 'gpts.share': true }, version: 2 },
  });

  await page.getByLabel('Name of the role').fill('First pilot');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByText('save it to keep yours')).toBeVisible();
  await page.getByRole('button', { name: 'Rename' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First pilot');
  const stored = await db.customRole.findFirst({ where: { id } });
  expect(stored).toMatchObject({ name: 'First pilot', permissions: { 'gpts.share': true }, version: 3 });
});

test('ways to get a permission are told to every reader, and linked for whoever may go them', async ({
  page,
  context,
  db,
  workspace,
  signIn,
}) => {
  await setDefaults(db, workspace.id, ['gpts.share']);
  const role = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const admin = await addRole(db, workspace.id, { name: 'Admin', permissions: ['codex.administer'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
  await addGroup(db, workspace.id, { name: 'Synced', source: 'scim', roleIds: [admin] });
  await addGroup(db, workspace.id, { name: 'Manual', roleIds: [admin] });
  const person = await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  const ways = async () => {
    await page.goto(path(workspace.slug, `people/${person}`));
    const row = page.getByRole('row', { name: /^Allow members to administer Codex/ });
    await row.getByText('Nearest ways to get it').click();
    await expect(row.getByRole('listitem')).toHaveText([
      /^Join Manual/,
      /^Join Synced/,
      /^Grant it in Pilot/,
    ]);
    return row.getByRole('link').allInnerTexts();
  };
  const loss = box(page, '1 person left the workspace defaults and loses something');

  await signIn();
  expect(await ways()).toEqual(['Join Manual…', 'Grant it in Pilot…']);
  await page.goto(`/${workspace.slug}/rollout/roles`);
  await expect(loss.getByRole('link', { name: 'Grant it in Pilot…' })).toBeVisible();

  await context.clearCookies();
  await signIn({ appRole: 'auditor' });
  expect(await ways()).toEqual([]);
  await page.goto(`/${workspace.slug}/rollout/roles`);
  await expect(loss.getByRole('link', { name: /^Grant/ })).toHaveCount(0);
});

test('what somebody else granted meanwhile is looked at again, and never taken away by a second press', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const id = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [id] });
  await addPerson(db, workspace.id, { name: 'Nadia Petrova', groupIds: [group] });
  const stored = () => db.customRole.findFirst({ where: { id } });
  await signIn();
  await page.goto(path(workspace.slug, `roles/${id}`));
  await page.getByRole('checkbox', { name: 'Projects: create' }).check();
  await page.getByRole('button', { name: 'See what it does…' }).click();
  const effect = page.getByRole('group', { name: 'What the change does' });
  await expect(effect).toContainText('1 person would gain Projects: create');
  await db.customRole.updateMany({
    where: { id },
    data: { permissions: { 'codex.local': true, 'gpts.share': true }, version: 2 },
  });

  for (let press = 0; press < 2; press += 1) {
    await page.getByRole('button', { name: 'Change Pilot' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'may be something else now' })).toBeVisible();
  }
  expect(await stored()).toMatchObject({ permissions: { 'gpts.share': true }, version: 2 });
  await page.getByRole('button', { name: 'Look again' }).click();

  await expect(effect).toContainText('1 person would lose GPTs: share');
  await page.getByRole('button', { name: 'Change Pilot' }).click();
  await expect(effect).toHaveCount(0);
  expect(await stored()).toMatchObject({
    permissions: { 'codex.local': true, 'projects.create': true },
    version: 3,
  });
});
