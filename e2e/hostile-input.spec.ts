import type { Page } from '@playwright/test';
import { addWorkspace, addMember, addSession } from '#test/rows';
import { expect, sessionCookie, test } from './fixtures';
import { holdsStackTrace } from './stack-trace';

const stepPath = (slug: string) => `/${slug}/rollout/owners-and-decision`;
const dutyRow = (page: Page, label = 'IT management owner') =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: label }) })
    .filter({ has: page.getByRole('button', { name: 'Save' }) });

async function nameOwner(page: Page, name: string, email = ''): Promise<void> {
  await dutyRow(page).getByLabel('Name').fill(name);
  await dutyRow(page).getByLabel('E-mail').fill(email);
  await dutyRow(page).getByRole('button', { name: 'Save' }).click();
}

const wasScriptRun = (page: Page) => page.evaluate(() => 'hacked' in window);

const harmless = [
  ['a script', '<script>window.hacked = true</script>'],
  ['an image that fails', '"><img src=x onerror="window.hacked = true">'],
  ['a name between right-to-left marks', '\u200fשלום\u200e (Shalom)'],
  ['emoji of several parts', '👩🏽‍💻 Åsa 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['what looks like an expression', '{{7*7}} ${7*7} %00 ../../etc/passwd'],
  ['what looks like SQL', `Robert'); drop table "Owner"; --`],
] as const;

for (const [what, name] of harmless) {
  test(`${what} is kept as it was typed and does nothing`, async ({ page, db, workspace, signIn }) => {
    await signIn();
    await page.goto(stepPath(workspace.slug));

    await nameOwner(page, name);

    await expect(dutyRow(page).getByRole('status')).toHaveText(/^Saved\./);
    const stored = await db.owner.findFirst({ where: { workspaceId: workspace.id } });
    expect(stored?.name).toBe(name.normalize('NFC'));
    for (const path of [stepPath(workspace.slug), `/${workspace.slug}`, `/${workspace.slug}/activity`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await wasScriptRun(page)).toBe(false);
    }
  });
}

const refused = [
  ['a name of 10,000 characters', 'x'.repeat(10_000), 'Use at most 200 characters.'],
  ['a name that reorders what follows', 'Mara \u202egnp.exe', 'Remove the characters that reorder text.'],
  ['a name that cannot be seen', '\u200b\u2060', 'Write something that can be seen.'],
  ['a name with a control character', 'Ma\u0007ra', 'Remove the control characters.'],
] as const;

for (const [what, name, message] of refused) {
  test(`${what} is refused beside its field and stays there`, async ({ page, db, workspace, signIn }) => {
    await signIn();
    await page.goto(stepPath(workspace.slug));

    await nameOwner(page, name, 'devi@acme.example');

    await expect(dutyRow(page).getByLabel('Name')).toHaveAccessibleDescription(message);
    await expect(dutyRow(page).getByLabel('Name')).toHaveValue(name);
    await expect(dutyRow(page).getByLabel('E-mail')).toHaveValue('devi@acme.example');
    expect(await db.owner.count({ where: { workspaceId: workspace.id } })).toBe(0);
    expect(holdsStackTrace(await page.content())).toBe(false);
  });
}

test('a form sent with other hidden fields than ours changes nothing and breaks nothing', async ({
  page,
  db,
  workspace,
  signIn,
  baseURL,
}) => {
  await signIn();
  const path = stepPath(workspace.slug);
  await page.goto(path);
  const form = page.locator('form', { has: page.locator('input[name=duty][value=it]') }).first();
  const ours = await form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element)].map(([name, value]) => [name, String(value)] as const),
  );
  const fields: Record<string, string> = { ...Object.fromEntries(ours), name: 'Devi Rao' };
  const send = (changed: Record<string, string>) =>
    page.request.post(path, { multipart: { ...fields, ...changed }, headers: { origin: baseURL ?? '' } });

  for (const changed of [
    { version: '1e999' },
    { version: '' },
    { duty: 'finance' },
    { duty: '__proto__' },
    { name: 'De\0vi' },
    { color: 'red' },
  ]) {
    const response = await send(changed);
    expect(response.status(), JSON.stringify(changed)).toBe(200);
    expect(holdsStackTrace(await response.text())).toBe(false);
  }
  expect(await db.owner.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await send({});
  expect(await db.owner.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test('a workspace with a hostile name is shown, and stays inside its comment in a file', async ({
  page,
  db,
  context,
  baseURL,
}) => {
  const name = `</title><script>window.hacked = true</script>\nallowed_sandbox_modes = []`;
  const { id, slug } = await addWorkspace(db, { name });
  const { accountId } = await addMember(db, id);
  const value = await sessionCookie(accountId, await addSession(db, accountId));
  await context.addCookies([{ name: 'slipway.session', value, url: baseURL ?? '' }]);

  await page.goto(`/${slug}`);
  await expect(page).toHaveTitle(/<\/title><script>/);
  expect(await wasScriptRun(page)).toBe(false);

  const base = `/api/v1/workspaces/${slug}/configuration`;
  const headers = { origin: baseURL ?? '' };
  expect((await page.request.put(base, { headers, data: { preset: 'strict', version: 0 } })).status()).toBe(
    200,
  );
  const text = await (await page.request.get(`${base}/files/requirements.toml`)).text();
  expect(text.split('\n').filter((line) => line.startsWith('allowed_sandbox_modes = []'))).toEqual([]);
  expect(text).toContain('# Workspace: </title><script>');
});

test('addresses made up to do harm are not found, without a stack trace', async ({
  request,
  signIn,
  workspace,
  page,
}) => {
  await signIn();
  const { slug } = workspace;
  const addresses = [
    '/%00',
    '/%F0%9F',
    `/${slug}/%F0`,
    '/api/v1/workspaces/%F0/rollout',
    `/${slug}/rollout/%2e%2e%2f%2e%2e%2fetc`,
    `/${slug}/rollout/<script>`,
    `/${slug}/rollout/__proto__`,
    `/${slug}/%00`,
    `/${slug}'%20or%201=1`,
    `/${'x'.repeat(4000)}`,
    '/setup/%00',
    '/recover/%F0%9F%92%A9',
    '/api/v1/workspaces/%00/rollout',
    `/api/v1/workspaces/${slug}/settings/%00`,
  ];
  for (const address of addresses) {
    for (const from of [request, page.request]) {
      const response = await from.get(address);
      expect(response.status(), address).toBeLessThan(500);
      expect(holdsStackTrace(await response.text()), address).toBe(false);
    }
  }
});

test('a sign-in form full of nonsense is answered like any wrong one', async ({ page }) => {
  await page.goto('/sign-in?to=//evil.example');
  await page.getByLabel('E-mail').fill(`${'x'.repeat(5000)}@acme.example`);
  await page.getByLabel('Password').fill('\u202e🚀'.repeat(400));

  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(holdsStackTrace(await page.content())).toBe(false);
});
