import type { Page } from '@playwright/test';
import { addGroup, addPerson, addRole, giveDirectly, setDefaults, setModel } from '#test/directory';
import type { PrismaClient } from '#prisma-client';
import { expect, test } from './fixtures';
import { tabTo } from './keyboard';

const path = (slug: string) => `/${slug}/access/worklist`;
const done = (page: Page, words: string) => page.getByRole('button', { name: `Done for “${words}”` });

const steps = [
  'Create the group Platform',
  'For everybody without a custom role, set GPTs: share to on',
  'Create the custom role Pilot',
  'Assign the custom role Pilot to the group Platform',
  'Add 2 people to the group Platform',
] as const;

/** A role that grants again what the defaults give, for two people in a group made by hand. */
async function company(db: PrismaClient, workspaceId: string) {
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['gpts.share', 'codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform', roleIds: [role] });
  await addPerson(db, workspaceId, { name: 'Ada', email: 'ada@acme.example', groupIds: [group] });
  await addPerson(db, workspaceId, { name: 'Bob', email: 'bob@acme.example', groupIds: [group] });
  return { role, group };
}

test('an owner works through all steps by keyboard alone, and takes the last one back', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  const { role, group } = await company(db, workspace.id);
  const { name } = await signIn();
  await page.goto(path(workspace.slug));
  await expect(page.getByText('0 of 5 steps done')).toBeVisible();
  await expect(page.getByText('Gives 2 people Allow members to use Codex Local.')).toBeVisible();
  await axe();

  await tabTo(page, done(page, steps[0]));
  await page.keyboard.press('ArrowDown');
  await expect(done(page, steps[1])).toBeFocused();
  await page.keyboard.press('ArrowUp');
  for (const words of steps) {
    await expect(done(page, words)).toBeFocused();
    await page.keyboard.press('Enter');
  }
  const rest = page.getByText('Everything that is wanted is confirmed in the console.');
  await expect(rest).toBeVisible();
  await expect(page.getByRole('status').filter({ has: rest })).toBeFocused();

  const stored = await db.consoleState.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({
    version: 5,
    changedBy: name,
    state: { roles: [{ id: role, name: 'Pilot' }], groups: [{ id: group, roleIds: [role] }] },
  });
  const members = { workspaceId: workspace.id, groupId: group };
  expect(await db.confirmedMember.count({ where: members })).toBe(2);

  const undo = page.getByRole('button', { name: `Undo for “${steps[4]}”` });
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 of 5 steps done')).toBeVisible();
  await expect(done(page, steps[4])).toBeVisible();
  expect(await db.confirmedMember.count({ where: members })).toBe(0);
});

test('a step that has moved is a conflict and stands there as it is now', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { group } = await company(db, workspace.id);
  await signIn();
  await page.goto(path(workspace.slug));
  await addPerson(db, workspace.id, { name: 'Cleo', groupIds: [group] });

  await done(page, steps[4]).click();

  await expect(page.getByText('The worklist has moved since this page was opened.')).toBeVisible();
  await expect(done(page, 'Add 3 people to the group Platform')).toBeVisible();
  expect(await db.consoleState.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('a role that somebody has directly is given in the console, and taken from them once they lose it here', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setModel(db, workspace.id, 'tri-state');
  const roleId = await addRole(db, workspace.id, { name: 'Pilot', permissions: ['codex.local'] });
  const personId = await addPerson(db, workspace.id, { name: 'Ada', email: 'ada@acme.example' });
  await giveDirectly(db, workspace.id, { personId, roleId });
  await signIn();
  await page.goto(path(workspace.slug));
  await done(page, 'Create the custom role Pilot').click();

  const given = 'Give the custom role Pilot directly to 1 person';
  await expect(page.getByText('1 of 2 steps done')).toBeVisible();
  await expect(page.getByText('Gives 1 person Allow members to use Codex Local.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy e-mail addresses of 1 person' })).toBeVisible();
  await axe();
  await done(page, given).click();
  await expect(page.getByText('Everything that is wanted is confirmed in the console.')).toBeVisible();
  const confirmed = { workspaceId: workspace.id, roleId, person: { id: personId } };
  expect(await db.confirmedDirectRole.count({ where: confirmed })).toBe(1);

  await db.directRole.deleteMany({ where: { workspaceId: workspace.id } });
  await page.reload();
  await done(page, 'Take the custom role Pilot from 1 person who has it directly').click();
  await expect(page.getByText('Everything that is wanted is confirmed in the console.')).toBeVisible();
  expect(await db.confirmedDirectRole.count({ where: confirmed })).toBe(0);
});

test('everything is confirmed at once by its number, and a step before scripts have loaded', async ({
  browser,
  baseURL,
  page,
  context,
  db,
  workspace,
  signIn,
}) => {
  await company(db, workspace.id);
  await signIn({ appRole: 'it_owner' });
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const early = await bare.newPage();
  await early.goto(new URL(path(workspace.slug), baseURL).href);
  await done(early, steps[0]).click();
  await expect(early.getByText('1 of 5 steps done')).toBeVisible();
  await bare.close();

  await page.goto(path(workspace.slug));
  await page.getByText('All of this is in the console already').click();
  await page.getByLabel('Number of steps').fill('3');
  await page.getByRole('button', { name: 'Confirm everything at once' }).click();
  await expect(page.getByText('There are 4 steps: type that number.').first()).toBeVisible();
  await page.getByLabel('Number of steps').fill('4');
  await page.getByRole('button', { name: 'Confirm everything at once' }).click();
  await expect(page.getByText('Everything that is wanted is confirmed in the console.')).toBeVisible();
  const stored = await db.consoleState.findUnique({ where: { workspaceId: workspace.id } });
  expect(stored?.version).toBe(2);
});

test('who goes without something for a while is told, and an auditor reads without a button', async ({
  page,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await setDefaults(db, workspace.id, ['gpts.share', 'gpts.use']);
  const share = await addRole(db, workspace.id, { name: 'Share', permissions: ['gpts.share'] });
  const use = await addRole(db, workspace.id, { name: 'Use', permissions: ['gpts.use'] });
  const group = await addGroup(db, workspace.id, { name: 'Synced', source: 'scim', roleIds: [share, use] });
  await addPerson(db, workspace.id, { name: 'Ada', groupIds: [group] });
  await db.consoleState.create({
    data: {
      workspaceId: workspace.id,
      state: { defaults: { 'gpts.share': true, 'gpts.use': true }, roles: [], groups: [] },
      version: 1,
      changedAt: new Date(),
      changedBy: 'Mara Lindqvist',
    },
  });
  await signIn({ appRole: 'auditor' });

  await page.goto(path(workspace.slug));

  await expect(
    page.getByText(/^Between this step and “Assign the custom role .* 1 person goes without GPTs: /),
  ).toBeVisible();
  await expect(page.getByText('No order of the steps avoids it')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Done/ })).toHaveCount(0);
  await expect(page.getByText('All of this is in the console already')).toHaveCount(0);
  await axe();
});
