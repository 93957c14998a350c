import type { Browser, Page } from '@playwright/test';
import { addMember, addSession, addWorkspace } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';

const password = 'a sentence to remember';
const members = (page: Page) => page.getByRole('table', { name: 'Members' });
const row = (page: Page, name: string) => members(page).getByRole('row', { name: new RegExp(name) });
const invitations = (page: Page) => page.getByRole('region', { name: 'Open invitations' });
const invite = (page: Page) => page.getByRole('region', { name: 'Invite a member' });

/** The path of the link that a note shows. */
async function shownPath(page: Page): Promise<string> {
  const text = await page.getByText(/\/invite\/[\w-]{43}$/).innerText();
  return new URL(text).pathname;
}

async function another(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
}

async function join(page: Page, path: string, email: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Your name').fill('Devi Rao');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account and join' }).click();
}

/** Two passwords are hashed on the way in, which takes its time where others compute as well. */
const slow = { timeout: 20_000 };

test('an owner invites by a link; it makes one member, with the app role, and then no other', async ({
  page,
  db,
  workspace,
  signIn,
  browser,
  baseURL,
}) => {
  const owner = await signIn({ name: 'Mara Lindqvist' });
  const email = `devi-${workspace.slug}@acme.example`;
  await page.goto(`/${workspace.slug}/members`);
  await invite(page)
    .getByRole('radio', { name: /^IT management owner/ })
    .check();
  await invite(page).getByLabel('Name').fill('Devi Rao');
  await invite(page).getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Make invitation link' }).click();
  await expect(invitations(page).getByRole('listitem')).toContainText('IT management owner, invited by Mara');
  const path = await shownPath(page);

  const other = await another(browser, baseURL);
  const answer = await other.goto(path);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(await other.locator('meta[name="referrer"]').getAttribute('content')).toBe('same-origin');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(`Join ${workspace.name}`);
  await expect(other.getByText(owner.name)).toBeVisible();
  await expect(other.getByLabel('Work e-mail')).toHaveValue(email);
  await join(other, path, email);

  await expect(other).toHaveURL(`/${workspace.slug}`, slow);
  await expect(other.getByRole('heading', { level: 1, name: 'Codex rollout' })).toBeVisible();
  const stored = await db.member.findFirstOrThrow({
    where: { workspaceId: workspace.id, account: { email } },
  });
  expect(stored).toMatchObject({ appRole: 'it_owner', endsAt: null });
  await page.reload();
  await expect(row(page, 'Devi Rao')).toContainText('Here now');
  await expect(invitations(page)).toContainText('No invitation is open.');

  const third = await another(browser, baseURL);
  await third.goto(path);
  await expect(third.getByRole('heading', { level: 1 })).toHaveText('This invitation was used');
  await expect(third.getByRole('textbox')).toHaveCount(0);
});

test('a revoked, a replaced and a made-up link say so, and nothing of the workspace', async ({
  page,
  api,
  workspace,
  signIn,
  browser,
  baseURL,
}) => {
  const made = await (await api.post('/invitations', { appRole: 'auditor', name: 'Sam Okoro' })).json();
  await signIn();
  await page.goto(`/${workspace.slug}/members`);
  await page.getByRole('button', { name: 'Make a new link for Sam Okoro' }).click();
  const renewed = await shownPath(page);
  const other = await another(browser, baseURL);
  const titleOf = async (path: string) => {
    await other.goto(path);
    await expect(other.locator('body')).not.toContainText(workspace.name);
    return other.getByRole('heading', { level: 1 }).innerText();
  };

  expect(await titleOf(made.path)).toBe('This is no invitation');
  await page.getByRole('button', { name: 'Revoke for Sam Okoro' }).click();
  await expect(invitations(page)).toContainText('No invitation is open.');
  expect(await titleOf(renewed)).toBe('This invitation was revoked');
  expect(await titleOf('/invite/made-up')).toBe('This is no invitation');
});

test('an address that has an account signs in first, and then joins in one press', async ({
  page,
  db,
  api,
  workspace,
  axe,
}) => {
  const elsewhere = await addWorkspace(db);
  const { email, accountId } = await addMember(db, elsewhere.id, { name: 'Aiko Mori', password });
  const { path } = await (await api.post('/invitations', { appRole: 'contributor' })).json();
  await join(page, path, email);
  const refusal = page.getByRole('alert').filter({ hasText: 'There is an account with this address' });
  await expect(refusal).toBeVisible(slow);
  await axe();
  expect(await db.member.count({ where: { workspaceId: workspace.id, accountId } })).toBe(0);

  await refusal.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Slipway');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Join as Aiko Mori' }).click();

  await expect(page).toHaveURL(`/${workspace.slug}`, slow);
  await page.getByRole('button', { name: `${workspace.name}, other workspaces` }).click();
  await page.getByRole('link', { name: elsewhere.name }).click();
  await expect(page).toHaveURL(`/${elsewhere.slug}`);
});

test('another app role holds at the member’s next request, and deactivation ends the session there', async ({
  page,
  db,
  workspace,
  signIn,
  browser,
  baseURL,
}) => {
  const devi = await addMember(db, workspace.id, { name: 'Devi Rao', appRole: 'auditor' });
  const value = await sessionCookie(devi.accountId, await addSession(db, devi.accountId));
  const other = await another(browser, baseURL);
  await other.context().addCookies([{ name: 'slipway.session', value, url: baseURL ?? '' }]);
  await other.goto(`/${workspace.slug}/members`);
  await expect(other.getByRole('button', { name: 'Make invitation link' })).toHaveCount(0);
  await signIn();
  await page.goto(`/${workspace.slug}/members`);

  await page.getByRole('link', { name: /^Change\s+Devi Rao/ }).click();
  const panel = page.getByRole('complementary', { name: 'Devi Rao' });
  await panel.getByLabel('App role').selectOption({ label: 'Workspace owner' });
  await panel.getByRole('button', { name: 'Save app role' }).click();
  await expect(row(page, 'Devi Rao')).toContainText('Workspace owner');
  await other.reload();
  await expect(other.getByRole('button', { name: 'Make invitation link' })).toBeVisible();

  await page.getByRole('link', { name: /^Change\s+Devi Rao/ }).click();
  await panel.getByRole('button', { name: 'Deactivate' }).click();
  await expect(row(page, 'Devi Rao')).toContainText('Deactivated');
  await other.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(other).toHaveURL(/\/sign-in\?to=/);

  await page.getByRole('link', { name: /^Change\s+Devi Rao/ }).click();
  await panel.getByRole('button', { name: 'Give access back' }).click();
  await expect(row(page, 'Devi Rao')).toContainText('No end');
  expect(await db.member.findUnique({ where: { id: devi.id } })).toMatchObject({
    appRole: 'workspace_owner',
    deactivatedAt: null,
    version: 4,
  });
});

test('the last workspace owner cannot go, and a last day is for auditors only', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const me = await signIn({ name: 'Mara Owner' });
  await db.member.update({ where: { id: workspace.owner.id }, data: { appRole: 'auditor' } });
  await page.goto(`/${workspace.slug}/members?member=${me.id}`);
  const panel = page.getByRole('complementary', { name: 'Mara Owner' });
  await expect(panel.getByRole('button', { name: 'Deactivate' })).toHaveAccessibleDescription(
    'Another workspace owner can deactivate you.',
  );

  await panel.getByLabel('App role').selectOption({ label: 'Contributor' });
  await panel.getByRole('button', { name: 'Save app role' }).click();
  await expect(panel.getByRole('alert')).toContainText('This is the last workspace owner.');
  await panel.getByLabel('Last day of access').fill('2098-06-30');
  await panel.getByRole('button', { name: 'Save app role' }).click();
  await expect(panel.getByLabel('Last day of access')).toHaveAccessibleDescription(/Only an auditor/);

  expect(await db.member.findUnique({ where: { id: me.id } })).toMatchObject({ version: 1 });
});

test('an auditor sees who is here, and no way to change it', async ({
  page,
  db,
  workspace,
  api,
  signIn,
  axe,
}) => {
  await api.post('/invitations', { appRole: 'auditor', name: 'Sam Okoro', endsOn: '2098-06-30' });
  const devi = await addMember(db, workspace.id, { name: 'Devi Rao' });
  await db.owner.create({
    data: {
      workspaceId: workspace.id,
      duty: 'governance',
      name: 'Devi',
      email: devi.email,
      version: 1,
      changedAt: new Date(),
    },
  });
  await signIn({ appRole: 'auditor', name: 'Zoe Auditor' });
  await page.goto(`/${workspace.slug}/members?member=${devi.id}`);

  await expect(row(page, 'Devi Rao')).toContainText('Governance owner');
  await expect(row(page, 'Zoe Auditor')).toContainText('Here now');
  await expect(invitations(page)).toContainText('Auditor until 30 Jun 2098');
  await expect(page.locator('main').getByRole('button')).toHaveText(['Search']);
  await expect(page.getByRole('complementary', { name: 'Devi Rao' })).toHaveCount(0);
  await axe();

  await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill('DEVI');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\?q=DEVI$/);
  await expect(members(page).getByRole('row')).toHaveCount(2);
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('an owner invites, and the link makes a member; what is wrong stands at its field', async ({
    page,
    db,
    workspace,
    signIn,
    context,
  }) => {
    await signIn();
    await page.goto(`/${workspace.slug}/members`);
    await invite(page)
      .getByRole('radio', { name: /^Contributor/ })
      .check();
    await page.getByRole('button', { name: 'Make invitation link' }).click();
    const path = await shownPath(page);
    await context.clearCookies();
    await page.goto(path);
    await page.getByLabel('Your name').fill('Sam Okoro');
    await page.getByLabel('Work e-mail').fill(`sam-${workspace.slug}@acme.example`);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('Sam Okoro');

    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create account and join' }).click();

    await expect(page).toHaveURL(`/${workspace.slug}`, slow);
    expect(await db.member.count({ where: { workspaceId: workspace.id, appRole: 'contributor' } })).toBe(1);
  });
});
