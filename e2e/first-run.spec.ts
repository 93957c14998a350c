import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const account = {
  'Your name': 'Mara Lindqvist',
  'Work e-mail': 'mara@acme.example',
  Password: 'correct horse battery',
  'Workspace name': 'Acme Europe',
};

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
}

const start = (page: Page) => page.getByRole('button', { name: 'Create account and start' }).click();

// Passwords are stored at full cost here, and each test starts a server.
test.setTimeout(120_000);
const arriving = { timeout: 20_000 };

// A zone that the server’s own list leaves out.
test.use({ timezoneId: 'Etc/GMT+5' });

test('an empty installation is set up through its link, once', async ({ page, emptyInstallation, axe }) => {
  const { url, setupLink } = emptyInstallation;
  await page.goto(`${url}/acme`);
  await expect(page).toHaveURL(`${url}/setup`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Slipway is waiting for its first account',
  );
  await axe();

  await page.goto(setupLink);
  await expect(page.getByText(/The set-up link ends in 23 h \d+ min/)).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Nothing leaves it');
  await expect(page.getByLabel('Time zone')).toHaveValue('Etc/GMT+5');
  await axe();
  await fill(page, { ...account, Password: 'too short', Address: 'API' });
  await start(page);

  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/at least 12 characters/i);
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Work e-mail')).toHaveValue(account['Work e-mail']);
  await axe();
  await fill(page, { Password: account.Password, Address: '' });
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await start(page);

  await expect(page).toHaveURL(`${url}/acme-europe`, arriving);
  await expect(page.getByRole('heading', { level: 2, name: 'Decide local, cloud or both' })).toBeVisible();
  await expect(page.getByText('Times in Europe/Berlin')).toBeVisible();
  await page.goto(`${url}/acme-europe/activity`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Details of entry 1' })).toContainText(
    'created the workspace Acme Europe, with Mara Lindqvist as first member',
  );

  await page.goto(setupLink);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This set-up link was used or has ended');
  await page.goto(`${url}/setup`);
  await expect(page).toHaveURL(`${url}/sign-in`);
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  // Passwords are stored at full cost here, and each test starts a server.
  test.setTimeout(120_000);
  const arriving = { timeout: 20_000 };

  test('an empty installation can be set up as well', async ({ page, emptyInstallation }) => {
    await page.goto(emptyInstallation.setupLink);
    await fill(page, { ...account, Password: 'too short' });
    await start(page);
    await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Workspace name')).toHaveValue(account['Workspace name']);

    await fill(page, { Password: account.Password });
    await start(page);
    await expect(page).toHaveURL(`${emptyInstallation.url}/acme-europe`, arriving);
  });
});
