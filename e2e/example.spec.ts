import type { Page } from '@playwright/test';
import pg from 'pg';
import { expect, test } from './fixtures';

// Passwords are stored at full cost here, and each test starts a server and tells a long story.
test.setTimeout(180_000);
const arriving = { timeout: 60_000 };

const strip = (page: Page) => page.getByText('This is the example: people and decisions are invented.');
const remove = (page: Page) => page.getByRole('button', { name: 'Remove the example' });

async function explore(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Your name').fill('Mara Lindqvist');
  await page.getByLabel('Work e-mail').fill('mara@acme.example');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Explore with an example' }).click();
  await expect(strip(page)).toBeVisible(arriving);
}

test('the first run leads into the example, and removing it leads on to a workspace of one’s own', async ({
  page,
  emptyInstallation: { url, setupLink },
  axe,
}) => {
  await explore(page, setupLink);
  await axe();

  await remove(page).click();
  await expect(page).toHaveURL(/\/setup\/[\w-]+$/, arriving);
  await page.getByLabel('Your name').fill('Mara Lindqvist');
  await page.getByLabel('Work e-mail').fill('mara@acme.example');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByLabel('Workspace name').fill('Acme Europe');
  await page.getByRole('button', { name: 'Create account and start' }).click();

  await expect(page).toHaveURL(`${url}/acme-europe`, arriving);
  await expect(strip(page)).toHaveCount(0);
});

test('a removal that is refused is told where it was asked for, and the example stays', async ({
  page,
  emptyInstallation: { setupLink, ownerUrl },
}) => {
  await explore(page, setupLink);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`update "Member" set "appRole" = 'contributor'`);
  await client.end();

  await remove(page).click();

  const refusal = page.getByRole('alert').filter({ hasText: 'Your app role may not do this.' });
  await expect(refusal).toBeVisible();
  await expect(strip(page)).toBeVisible();
});
