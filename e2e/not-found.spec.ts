import { randomUUID } from 'node:crypto';
import { addGroup } from '#test/directory';
import { addMember, addWorkspace } from '#test/rows';
import { expect, test } from './fixtures';
import { acme } from './installation';

const slow = { timeout: 20_000 };

test('a workspace of others looks like one that does not exist', async ({ page, db, signIn, axe }) => {
  const foreign = await addWorkspace(db);
  await addMember(db, foreign.id);
  await signIn();

  const seen: string[] = [];
  for (const slug of [foreign.slug, 'no-such-workspace']) {
    const answer = await page.goto(`/${slug}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
    seen.push(`${await page.title()}\n${await page.locator('body').innerText()}`);
  }
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).not.toContain(foreign.name);
  await axe();
});

test('an unknown address and an unknown step of a workspace keep the frame around them', async ({
  page,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  for (const path of [
    'nothing/here',
    'rollout/nothing',
    'settings/nothing',
    'access/roles/none',
    'access/groups/none',
  ]) {
    const answer = await page.goto(`/${workspace.slug}/${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
    await expect(page.getByRole('link', { name: 'Overview', exact: true })).toBeVisible();
  }
  await axe();
});

test('an address whose query makes no sense is answered without an error', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  const group = await addGroup(db, workspace.id, { name: 'Platform' });
  await signIn();
  for (const [path, status] of [
    ['members?member=x', 404],
    ['members?q=a%00b', 404],
    ['rollout/cloud?repository=foo', 200],
    ['rollout/cloud?find=a%00b', 200],
    ['rollout/cloud?after=a%00b', 200],
    ['access/people?search=a%00b', 200],
    [`access/people?cursor=${randomUUID()}a%00b`, 200],
    ['access/groups?search=a%00b&from=-1&source=none', 200],
    [`access/groups/${group}?find=a%00b`, 200],
  ] as const) {
    const answer = await page.goto(`/${workspace.slug}/${path}`);
    expect(answer?.status(), path).toBe(status);
    await expect(page.getByRole('heading', { level: 1 }), path).not.toHaveText(
      'This page could not be shown',
    );
  }
});

test('the icon is served to anybody, also by its old name', async ({ request }) => {
  for (const path of ['/favicon.ico', '/icon.svg']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type'], path).toContain('image/svg+xml');
  }
});

test('while the database is away a page says so, and it is well again by itself', async ({
  page,
  installation,
  axe,
}) => {
  test.setTimeout(120_000);
  const { url, takeDatabaseAway, bringDatabaseBack } = installation;
  await page.goto(`${url}/sign-in?to=/${acme.slug}`);
  await page.getByLabel('E-mail').fill(acme.email);
  await page.getByLabel('Password').fill(acme.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Codex rollout' })).toBeVisible(slow);
  await takeDatabaseAway();

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown', slow);
  await expect(page.getByText(/logged under \d+/)).toBeVisible();
  await axe();
  const answer = await page.goto(`${url}/${acme.slug}/settings`);
  expect(answer?.status()).toBe(500);
  expect(await answer?.text()).not.toMatch(/\bat \S+ \(|node_modules|ECONNREFUSED|[Pp]risma/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown');
  await axe();

  await bringDatabaseBack();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible(slow);
});
