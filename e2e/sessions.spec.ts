import type { PrismaClient } from '#prisma-client';
import { addMember, addSession, hashOf } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';

const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0';

/** A session of the account in another browser. */
async function addElsewhere(db: PrismaClient, accountId: string) {
  const secret = await addSession(db, accountId);
  const { id } = await db.session.update({
    where: { tokenHash: hashOf(secret) },
    data: { userAgent: firefox },
  });
  return { id, cookie: await sessionCookie(accountId, secret) };
}

const isRevoked = async (db: PrismaClient, id: string) =>
  (await db.session.findUniqueOrThrow({ where: { id } })).revokedAt !== null;

test('another browser’s session is ended, and that browser has to sign in again', async ({
  page,
  db,
  workspace,
  signIn,
  browser,
  baseURL,
  axe,
}) => {
  const { accountId } = await signIn();
  const elsewhere = await addElsewhere(db, accountId);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  await other.addCookies([{ name: 'slipway.session', value: elsewhere.cookie, url: baseURL ?? '' }]);
  const otherPage = await other.newPage();
  await otherPage.goto(`/${workspace.slug}`);
  await expect(otherPage.getByRole('heading', { level: 1, name: 'Codex rollout' })).toBeVisible();

  await page.goto(`/${workspace.slug}/settings`);
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await axe();
  await sessions.getByRole('button', { name: 'End Firefox on macOS' }).click();

  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  expect(await isRevoked(db, elsewhere.id)).toBe(true);
  await otherPage.reload();
  await expect(otherPage).toHaveURL(/\/sign-in\?to=/);
  await other.close();
});

test('this browser is marked, and signing out here ends its session', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const { accountId } = await signIn();
  await page.goto(`/${workspace.slug}/settings`);
  const here = page.getByRole('listitem').filter({ hasText: 'This browser' });
  await expect(here).toHaveCount(1);
  await here.getByRole('button', { name: 'Sign out here' }).click();

  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(0);
});

test('nobody can end the session of somebody else', async ({ page, db, workspace, signIn }) => {
  const { accountId } = await signIn();
  await addElsewhere(db, accountId);
  const stranger = await addElsewhere(db, (await addMember(db, workspace.id)).accountId);
  await page.goto(`/${workspace.slug}/settings`);
  await page
    .locator('input[name="id"]')
    .evaluate((input, id) => input.setAttribute('value', id), stranger.id);
  await page.getByRole('button', { name: 'End Firefox on macOS' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'This session has already ended.' })).toBeVisible();
  expect(await isRevoked(db, stranger.id)).toBe(false);
});

test('settings say what the workspace is and how its record is protected', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/settings`);

  const facts = page.getByRole('region', { name: 'Workspace', exact: true });
  for (const fact of [workspace.name, `/${workspace.slug}`, 'Europe/Berlin']) {
    await expect(facts.getByText(fact, { exact: true })).toBeVisible();
  }
  await expect(page.getByText('Append-only by privilege and trigger')).toBeVisible();
});

test('the form signs in and leads on to the page that was asked for', async ({ page, db, workspace }) => {
  const password = 'a sentence to remember';
  const { email, accountId } = await addMember(db, workspace.id, { password });
  await page.goto(`/${workspace.slug}/activity`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);

  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('another sentence');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'This e-mail address and password do not go together.' }),
  ).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  expect(await db.session.count({ where: { accountId } })).toBe(0);

  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`/${workspace.slug}/activity`);
  expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(1);
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('one can sign in and end a session', async ({ page, db, workspace }) => {
    const password = 'a sentence to remember';
    const { email, accountId } = await addMember(db, workspace.id, { password });
    const elsewhere = await addElsewhere(db, accountId);
    await page.goto(`/sign-in?to=/${workspace.slug}/settings`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('another sentence');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('do not go together');
    await expect(page.getByLabel('E-mail')).toHaveValue(email);

    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`/${workspace.slug}/settings`);
    await page.getByRole('button', { name: 'End Firefox on macOS' }).click();

    await expect(page.getByRole('button', { name: 'End Firefox on macOS' })).toHaveCount(0);
    expect(await isRevoked(db, elsewhere.id)).toBe(true);
  });
});
