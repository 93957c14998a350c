import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { presets } from '#lib/domain/config/presets';
import { askClient, clientRequired, whyNot } from '#test/oracle/client';
import { everything, expectedOf, userConfigOf } from '#test/oracle/expected';
import { expect, test } from './fixtures';
import { tabTo } from './keyboard';
import { labels, row, wanted } from './toggles';

// A server of its own, passwords at full cost, and the real client.
test.setTimeout(240_000);
const arriving = { timeout: 20_000 };

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

async function goToStep(page: Page, name: string) {
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function setUp(page: Page, setupLink: string) {
  await page.goto(setupLink);
  await type(page, 'Your name', 'Mara Lindqvist');
  await type(page, 'Work e-mail', 'mara@acme.example');
  await type(page, 'Password', 'correct horse battery');
  await type(page, 'Workspace name', 'Acme');
  await press(page, page.getByRole('button', { name: 'Create account and start' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Codex rollout', arriving);
}

async function decideAndNameOwners(page: Page) {
  await goToStep(page, 'Owners and decision');
  const duties = page.getByRole('region', { name: 'Three owners named' }).getByRole('listitem');
  for (const label of ['Workspace owner', 'IT management owner', 'Governance owner']) {
    const duty = duties.filter({ has: page.getByRole('heading', { name: label }) });
    await press(page, duty.getByRole('button', { name: 'I hold this duty' }));
    await expect(duty.getByRole('status')).toHaveText('Saved. Mara Lindqvist holds this duty.');
  }
  const decision = page.getByRole('region', { name: 'Local, cloud or both decided' });
  await press(page, decision.getByRole('radio', { name: /Local only/ }), 'Space');
  await press(page, decision.getByRole('button', { name: 'Decide' }));
  await expect(decision.getByRole('status')).toContainText('Local only');
}

async function wantAndConfirmLocal(page: Page) {
  await goToStep(page, 'Workspace toggles');
  await press(page, wanted(page, labels.local), 'Space');
  await expect(wanted(page, labels.local)).toBeChecked();
  await press(page, row(page, labels.local).getByRole('link', { name: 'Confirm…' }));
  await press(page, page.getByRole('radio', { name: 'It is on' }), 'Space');
  await press(page, page.getByRole('button', { name: 'Confirm what I saw' }));
  await expect(row(page, labels.local)).toContainText('Done');
}

async function download(page: Page, name: string): Promise<string> {
  await press(page, page.getByRole('navigation', { name: 'Files' }).getByRole('link', { name }));
  const link = page.getByRole('link', { name: `Download ${name}` });
  await tabTo(page, link);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe(name);
  return readFile(await file.path(), 'utf8');
}

test('from an empty database to two files the real client enforces, by keyboard alone', async ({
  page,
  emptyInstallation,
}) => {
  await setUp(page, emptyInstallation.setupLink);
  await decideAndNameOwners(page);
  await wantAndConfirmLocal(page);

  await goToStep(page, 'Local managed settings');
  await press(page, page.getByRole('button', { name: 'Take the standard preset' }));
  await expect(page.getByText(/^Version 1/)).toBeVisible();
  const files = {
    requirements: await download(page, 'requirements.toml'),
    managedConfig: await download(page, 'managed_config.toml'),
  };
  expect(files.requirements).toContain('# Workspace: Acme (acme)');

  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Codex rollout');
  await expect(page.getByText(/^6 of \d+ tasks done$/)).toBeVisible();

  const excuse = await whyNot();
  if (clientRequired) expect(excuse, excuse ?? '').toBeNull();
  test.skip(excuse !== null, `The real client cannot be asked here: ${excuse}`);
  const answer = await askClient({ ...files, userConfig: userConfigOf(everything) });
  expect(answer).toMatchObject({ ok: true, error: null, ignored: [] });
  expect(answer.enforced).toEqual(expectedOf(presets.standard, everything));
});
