import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

const path = (slug: string) => `/${slug}/rollout/owners-and-decision`;
const owners = (page: Page) => page.getByRole('region', { name: 'Three owners named' });
const duty = (page: Page, label: string) =>
  owners(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: label }) });

async function fill(row: Locator, name: string, email: string): Promise<void> {
  await row.getByLabel('Name', { exact: true }).fill(name);
  await row.getByLabel('E-mail', { exact: true }).fill(email);
}

test('an owner names who holds a duty; the form says where a mail for them goes, the page and the row say who', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const row = duty(page, 'IT management owner');
  await expect(row.getByText('A mail for this address is put in the server’s outbox.')).toBeVisible();

  await fill(row, 'Aiko Mori', 'aiko@acme.example');
  await row.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(row.getByRole('status')).toHaveText('Saved. Aiko Mori holds this duty.');
  await expect(page.getByText('1 of 3 named')).toBeVisible();
  await expect(owners(page).getByText('In progress')).toBeVisible();
  const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id, duty: 'it' } });
  expect(stored).toMatchObject({ name: 'Aiko Mori', email: 'aiko@acme.example', version: 1 });
});

test('one press puts down oneself for a duty, another leaves it to nobody', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { name, email } = await signIn({ name: 'Devi Rao' });
  await page.goto(path(workspace.slug));
  const row = duty(page, 'Workspace owner');

  await row.getByRole('button', { name: 'I hold this duty' }).click();
  await expect(row.getByLabel('Name', { exact: true })).toHaveValue(name);
  await expect(row.getByLabel('E-mail', { exact: true })).toHaveValue(email);

  await row.getByRole('button', { name: 'I don’t know yet' }).click();
  await expect(row.getByRole('status')).toHaveText('Saved. Nobody holds this duty yet.');
  await expect(row.getByLabel('Name', { exact: true })).toHaveValue('');
  const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id, duty: 'workspace' } });
  expect(stored).toMatchObject({ name: null, email: null, version: 2 });
});

test('three named owners complete the task', async ({ page, workspace, signIn }) => {
  await signIn();
  await page.goto(path(workspace.slug));
  for (const label of ['Workspace owner', 'IT management owner', 'Governance owner']) {
    await duty(page, label).getByRole('button', { name: 'I hold this duty' }).click();
    await expect(duty(page, label).getByRole('status')).toContainText('Saved.');
  }

  await expect(owners(page).getByText('Done')).toBeVisible();
  await expect(page.getByText('1 of 5 done').first()).toBeVisible();
});

test('what is wrong stands beside its field, what was typed stays, and nothing is stored', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const row = duty(page, 'Governance owner');

  await fill(row, '', 'jonas@acme.example');
  await row.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(row.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Write the owner’s name/);
  await expect(row.getByLabel('E-mail', { exact: true })).toHaveValue('jonas@acme.example');
  expect(await db.owner.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('markup in a name is only text', async ({ page, workspace, signIn }) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const row = duty(page, 'Workspace owner');

  await fill(row, '<script>alert(1)</script> 🦊', '');
  await row.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(row.getByRole('status')).toHaveText('Saved. <script>alert(1)</script> 🦊 holds this duty.');
});

test('two people name somebody for one duty: the second sees both and keeps either', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const row = duty(page, 'IT management owner');
  await fill(row, 'Aiko Mori', 'aiko@acme.example');
  await api.put('/owners/it', { name: 'Sam Weber', email: null, version: 0 });

  await row.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row.getByRole('alert')).toContainText('Somebody saved this duty since you opened it.');
  await expect(row.getByText('Sam Weber')).toBeVisible();
  await expect(row.getByLabel('Name', { exact: true })).toHaveValue('Aiko Mori');
  await row.getByRole('button', { name: 'Keep mine' }).click();

  await expect(row.getByRole('status')).toHaveText('Saved. Aiko Mori holds this duty.');
  await expect(row.getByRole('alert')).toHaveCount(0);
  const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id, duty: 'it' } });
  expect(stored).toMatchObject({ name: 'Aiko Mori', version: 2 });
});

test('keeping theirs writes nothing and shows theirs', async ({ page, db, api, workspace, signIn }) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const row = duty(page, 'IT management owner');
  await fill(row, 'Aiko Mori', 'aiko@acme.example');
  await api.put('/owners/it', { name: 'Sam Weber', email: null, version: 0 });
  await row.getByRole('button', { name: 'Save', exact: true }).click();

  await row.getByRole('button', { name: 'Keep theirs' }).click();

  await expect(row.getByLabel('Name', { exact: true })).toHaveValue('Sam Weber');
  await expect(row.getByLabel('E-mail', { exact: true })).toHaveValue('');
  const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id, duty: 'it' } });
  expect(stored).toMatchObject({ name: 'Sam Weber', version: 1 });
});

test('another’s write that reaches the page while one types is not overwritten unseen', async ({
  page,
  db,
  api,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  const it = duty(page, 'IT management owner');
  await fill(it, 'Aiko Mori', '');
  await api.put('/owners/it', { name: 'Sam Weber', email: null, version: 0 });
  await duty(page, 'Workspace owner').getByRole('button', { name: 'I hold this duty' }).click();
  await expect(page.getByText('2 of 3 named')).toBeVisible();

  await expect(it.getByLabel('Name', { exact: true })).toHaveValue('Aiko Mori');
  await it.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(it.getByRole('alert')).toContainText('Somebody saved this duty since you opened it.');
  const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id, duty: 'it' } });
  expect(stored?.name).toBe('Sam Weber');
});

test('who is no workspace owner reads the owners and cannot change them', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'governance_owner' });
  await page.goto(path(workspace.slug));

  await expect(duty(page, 'Governance owner')).toContainText('Nobody yet');
  await expect(owners(page)).toContainText('The workspace owner names them.');
  await expect(owners(page).getByRole('textbox')).toHaveCount(0);
  await expect(owners(page).getByRole('button')).toHaveCount(0);
});

test('axe finds nothing while two names stand side by side', async ({
  page,
  api,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  await page.goto(path(workspace.slug));
  await api.put('/owners/it', { name: 'Sam Weber', email: null, version: 0 });
  const row = duty(page, 'IT management owner');
  await fill(row, 'Aiko Mori', 'aiko@acme.example');
  await row.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row.getByRole('alert')).toBeVisible();

  await axe();
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('an owner is named, and a refused address stays typed', async ({ page, db, workspace, signIn }) => {
    await signIn();
    await page.goto(path(workspace.slug));
    const row = duty(page, 'IT management owner');
    await fill(row, 'Aiko Mori', 'aiko@acme');
    await row.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(row.getByText('Write an e-mail address')).toBeVisible();
    await expect(row.getByLabel('Name', { exact: true })).toHaveValue('Aiko Mori');

    await row.getByLabel('E-mail', { exact: true }).fill('aiko@acme.example');
    await row.getByRole('button', { name: 'Save', exact: true }).click();

    await expect(row.getByRole('status')).toHaveText('Saved. Aiko Mori holds this duty.');
    expect(await db.owner.count({ where: { workspaceId: workspace.id, name: 'Aiko Mori' } })).toBe(1);
  });
});
