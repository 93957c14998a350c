import type { Page } from '@playwright/test';
import { addGroup, addPerson, addRole, setDefaults } from '#test/directory';
import { lines } from '#test/import-lines';
import { expect, test } from './fixtures';
import { tabTo } from './keyboard';

const figure = (page: Page, term: string) =>
  page.getByRole('region', { name: 'What the draft would do' }).locator('dl > div').filter({ hasText: term });
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const people = 10_000;
const inPlatform = 500;

/** Ten thousand people, five hundred of them in Platform, three in Admins. */
const files = {
  People: lines(
    'id,email,name,active',
    ...Array.from({ length: people }, (_, at) => `p${at},p${at}@acme.example,Person ${at},true`),
  ),
  Groups: lines('id,name', 'platform,Platform', 'admins,Admins'),
  Memberships: lines(
    'group_id,person_id',
    ...Array.from({ length: inPlatform }, (_, at) => `platform,p${at}`),
    ...Array.from({ length: 3 }, (_, at) => `admins,p${at + 9000}`),
  ),
};

test('from an import to a Step 2 that is done because its expectations hold', async ({
  page,
  db,
  workspace,
  signIn,
  api,
}) => {
  test.setTimeout(120_000);
  const { id: workspaceId, slug } = workspace;
  await api.put('/access/default-role', { permissions: { 'gpts.share': true }, version: 0 });
  const role = (id: string, name: string, permissions: Record<string, boolean>) =>
    api.put(`/access/roles/${id}`, { name, permissions, version: 0 });
  await role('users', 'Codex Users', { 'codex.local': true });
  await role('admin', 'Codex Admin', { 'codex.administer': true, 'gpts.share': true });
  await signIn({ name: 'Aiko Mori' });

  await page.goto(`/${slug}/access/import`);
  for (const [label, text] of Object.entries(files)) {
    await page.getByLabel(label, { exact: true }).setInputFiles(csv(`${label.toLowerCase()}.csv`, text));
  }
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Apply the import' }).click();
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible({ timeout: 30_000 });
  await api.put('/access/groups/admins/roles', { roles: ['admin'], version: 0 });
  const expectations = [{ atMost: { people: 12, may: 'codex.administer' } }];
  expect((await api.put('/access/expectations', { expectations, version: 0 })).status()).toBe(200);

  await page.goto(`/${slug}/access/what-if`);
  await page.getByLabel('Name of the draft').fill('Wave 2, Platform');
  await page.getByRole('button', { name: 'Begin a draft' }).click();
  await page.getByRole('link', { name: 'Add a change' }).click();
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByLabel('Group', { exact: true }).selectOption({ label: 'Platform' });
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Codex Users' });
  await page.getByRole('button', { name: 'Add to the draft' }).click();
  await expect(figure(page, 'Lose something')).toContainText('500');
  await expect(page.getByText('Any custom role switches the workspace default off.')).toBeVisible();
  await page.getByRole('button', { name: 'Grant it in Codex Users' }).click();
  await expect(figure(page, 'Lose something')).toContainText('nobody loses anything');
  await expect(figure(page, 'Gain')).toContainText('500');
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(1);

  await page.getByRole('link', { name: 'Apply draft…' }).click();
  const apply = page.getByRole('button', { name: 'Apply 2 changes' });
  await expect(apply).toBeVisible();
  const [{ number: groupNumber }, { number: personNumber }] = await Promise.all([
    db.group.findFirstOrThrow({ where: { workspaceId, id: 'platform' } }),
    db.person.findFirstOrThrow({ where: { workspaceId, id: 'p9500' } }),
  ]);
  await db.groupMember.create({ data: { workspaceId, groupNumber, personNumber, isImported: true } });
  await apply.click();
  const moved = page.getByRole('table', { name: 'Whom the draft meets, then and now' });
  await expect(moved.getByRole('row', { name: 'gain something' })).toContainText('500501');
  await page.getByRole('link', { name: 'Look again' }).click();
  await expect(page.getByText('Below is whom it would meet now.')).toBeVisible();
  await expect(moved.getByRole('row', { name: 'gain something' })).toContainText('500501');
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(1);
  await apply.click();
  await expect(page.getByText('This draft has been applied.')).toBeVisible();
  await expect(page.getByText('When it was applied: 501 people gained, nobody lost')).toBeVisible();
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(2);

  await page.goto(`/${slug}/access/worklist`);
  const done = page.getByRole('button', { name: /^Done for/ });
  const steps = await done.count();
  await tabTo(page, done.first());
  for (let left = steps; left > 0; left -= 1) {
    await expect(done).toHaveCount(left);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Everything that is wanted is confirmed in the console.')).toBeVisible();

  await page.goto(`/${slug}/rollout/roles`);
  await expect(page.getByText('7 of 7 done').first()).toBeVisible();
  await api.put('/access/expectations', {
    expectations: [{ atMost: { people: 2, may: 'codex.administer' } }],
    version: 1,
  });
  await page.reload();
  await expect(page.getByText('6 of 7 done').first()).toBeVisible();
});

test('losses come first, one person is proven, and what has moved under a draft keeps it from being applied', async ({
  page,
  db,
  workspace,
  signIn,
  api,
  axe,
}) => {
  const { id: workspaceId, slug } = workspace;
  await setDefaults(db, workspaceId, ['gpts.share']);
  const role = await addRole(db, workspaceId, { name: 'Codex Users', permissions: ['codex.local'] });
  const group = await addGroup(db, workspaceId, { name: 'Platform' });
  const nadia = await addPerson(db, workspaceId, { name: 'Nadia Petrova', groupIds: [group] });
  const changes = [{ kind: 'group-role-added', group, role }];
  const made = await api.post('/access/drafts', { name: 'Wave 2', changes });
  const { id } = (await made.json()) as { id: string };
  await signIn();
  await page.goto(`/${slug}/access/what-if/${id}`);

  await page.getByRole('link', { name: 'Nadia Petrova' }).click();
  const proof = page.getByRole('complementary').filter({ hasText: 'Proof for one person' });
  await expect(proof).toContainText('Loses GPTs: share');
  await axe();
  expect(nadia).not.toBe('');

  await db.customRole.updateMany({
    where: { workspaceId, id: role },
    data: { permissions: { 'codex.cloud': true }, version: 2 },
  });
  await page.goto(`/${slug}/access/what-if/${id}`);
  await expect(page.getByRole('button', { name: 'Apply draft…' })).toBeDisabled();
  expect(await db.groupRole.count({ where: { workspaceId } })).toBe(0);
});

test('a draft of many changes is read a page at a time, and each can be taken out', async ({
  page,
  db,
  workspace: { id: workspaceId, slug },
  signIn,
  api,
}) => {
  const role = await addRole(db, workspaceId, { name: 'Pilot', permissions: ['codex.local'] });
  const made = {
    workspaceId,
    source: 'manual',
    version: 1,
    changedAt: new Date(),
    changedBy: 'Mara Lindqvist',
  };
  const ids = Array.from({ length: 3000 }, (_, at) => `g${at}`);
  await db.group.createMany({ data: ids.map((id) => ({ ...made, id, name: `Team ${id}` })) });
  const changes = ids.map((group) => ({ kind: 'group-role-added', group, role }));
  const sent = await api.post('/access/drafts', { name: 'Everywhere', changes });
  expect(sent.status()).toBe(200);
  const { id } = await sent.json();
  await signIn();
  await page.goto(`/${slug}/access/what-if/${id}`);

  const box = page.getByRole('region', { name: 'Changes' });
  await expect(box).toContainText('1 to 100 of 3,000');
  await box.getByRole('link', { name: 'Next' }).click();
  await expect(box).toContainText('101 to 200 of 3,000');
  await expect(box.getByRole('listitem').first()).toContainText('Team g100 gets role Pilot');
  await box.getByRole('button', { name: 'Remove this change: Team g100 gets role Pilot' }).click();
  await expect(box).toContainText('101 to 200 of 2,999');
  const { drafts } = await (await api.get('/access/drafts')).json();
  expect(drafts).toMatchObject([{ name: 'Everywhere', changes: 2999 }]);
});

test('an auditor looks at a draft and cannot change it', async ({ page, workspace, signIn, api }) => {
  const made = await api.post('/access/drafts', { name: 'Wave 2', changes: [] });
  const { id } = (await made.json()) as { id: string };
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/access/what-if/${id}`);

  await expect(page.getByRole('heading', { name: 'Wave 2' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add a change' })).toHaveCount(0);
});
