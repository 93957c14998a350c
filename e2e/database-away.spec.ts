import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, test } from './fixtures';
import { acme } from './installation';
import { holdsStackTrace } from './stack-trace';

test.describe.configure({ timeout: 120_000 });

const stepPath = `/${acme.slug}/rollout/owners-and-decision`;
const dutyRow = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'IT management owner' }) })
    .filter({ has: page.getByRole('button', { name: 'Save' }) });
const bearer = { authorization: `Bearer ${acme.token}` };

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(acme.email);
  await page.getByLabel('Password').fill(acme.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/${acme.slug}`);
}

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** Lets no audit event be written, so that a write stands still in its middle. Ends with the database. */
async function holdAuditLog(ownerUrl: string): Promise<{ untilSomebodyWaits: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin; lock table "AuditEvent" in exclusive mode');
  return {
    untilSomebodyWaits: () =>
      expect
        .poll(async () => {
          const found = await client.query('select from pg_locks where not granted');
          return found.rowCount;
        })
        .toBeGreaterThan(0),
  };
}

const stored = async (url: string) => {
  const owners = await query(url, 'select "name" from "Owner"');
  const events = await query(url, `select "action" from "AuditEvent" where "action" like 'owner.%'`);
  return { owners: owners.rowCount, events: events.rowCount };
};

test('the database goes in the middle of a write: nothing half-written, what was typed stays, and all is well again by itself', async ({
  page,
  installation,
}) => {
  const { url, ownerUrl } = installation;
  await signIn(page, url);
  await page.goto(`${url}${stepPath}`);
  await dutyRow(page).getByLabel('Name').fill('Devi Rao');
  await dutyRow(page).getByLabel('E-mail').fill('devi@acme.example');
  const { untilSomebodyWaits } = await holdAuditLog(ownerUrl);

  await dutyRow(page).getByRole('button', { name: 'Save' }).click();
  await untilSomebodyWaits();
  await installation.takeDatabaseAway();

  await expect(dutyRow(page).getByRole('alert')).toContainText('The database cannot be reached.');
  await expect(dutyRow(page).getByLabel('Name')).toHaveValue('Devi Rao');
  await expect(dutyRow(page).getByLabel('E-mail')).toHaveValue('devi@acme.example');
  expect(holdsStackTrace(await page.content())).toBe(false);

  await installation.bringDatabaseBack();
  expect(await stored(ownerUrl)).toEqual({ owners: 0, events: 0 });
  await expect.poll(async () => (await page.request.get(`${url}/api/health`)).status()).toBe(200);
  await dutyRow(page).getByRole('button', { name: 'Save' }).click();

  await expect(dutyRow(page).getByRole('status')).toHaveText('Saved. Devi Rao holds this duty.');
  expect(await stored(ownerUrl)).toEqual({ owners: 1, events: 1 });
});

test('while the database is away every door says so, and none shows a stack trace', async ({
  page,
  installation,
}) => {
  const { url } = installation;
  const api = `${url}/api/v1/workspaces/${acme.slug}`;
  await signIn(page, url);
  await installation.takeDatabaseAway();

  const health = await page.request.get(`${url}/api/health`);
  expect([health.status(), await health.json()]).toEqual([
    503,
    { app: 'up', database: 'down', version: expect.any(String) },
  ]);

  const write = await page.request.put(`${api}/decision`, {
    headers: bearer,
    data: { surfaces: 'both', version: 0 },
  });
  expect([write.status(), (await write.json()).code]).toEqual([503, 'unavailable']);
  expect(write.headers()['retry-after']).toBe('5');

  for (const path of [`/${acme.slug}`, stepPath, '/', '/sign-in', '/setup']) {
    await page.goto(`${url}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(holdsStackTrace(await page.content()), path).toBe(false);
  }
  await page.goto(`${url}${stepPath}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown');

  await installation.bringDatabaseBack();
  await expect.poll(async () => (await page.request.get(`${url}/api/health`)).status()).toBe(200);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Owners and decision');
  expect((await page.request.get(`${api}/rollout`, { headers: bearer })).status()).toBe(200);
});

test('signing in while the database is away says so and keeps the address', async ({
  page,
  installation,
}) => {
  const { url } = installation;
  await page.goto(`${url}/sign-in`);
  await installation.takeDatabaseAway();

  await page.getByLabel('E-mail').fill(acme.email);
  await page.getByLabel('Password').fill(acme.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert').first()).toContainText('The database cannot be reached.');
  await expect(page.getByLabel('E-mail')).toHaveValue(acme.email);
  expect(holdsStackTrace(await page.content())).toBe(false);
});

test('jobs left behind before the database went are done after it is back', async ({
  page,
  installation,
}) => {
  const { url, ownerUrl } = installation;
  await installation.takeDatabaseAway();
  await installation.bringDatabaseBack();
  await expect.poll(async () => (await page.request.get(`${url}/api/health`)).status()).toBe(200);

  const named = await page.request.put(`${url}/api/v1/workspaces/${acme.slug}/owners/it`, {
    headers: bearer,
    data: { name: 'Devi Rao', email: 'devi@acme.example', version: 0 },
  });

  expect(named.status()).toBe(200);
  const jobs = async () => (await query(ownerUrl, 'select from graphile_worker._private_jobs')).rowCount;
  await expect.poll(jobs, { timeout: 60_000 }).toBe(0);
});
