import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { maxEvidenceBytes } from '#lib/domain/attestations/evidence-refusals';
import { taskAnchor } from '#lib/domain/rollout/task';
import { expect, test, type Api } from './fixtures';
import { problemOf } from './problem';

const id = 'configuration.deployment';
const title = 'Files deployed where Codex reads them';
const page3 = (slug: string) => `/${slug}/rollout/configuration`;
/** Where the task stands on its step's page. */
const place = (page: Page) => page.locator(`[id="${taskAnchor(id)}"]`);
const panel = (page: Page) => page.getByRole('complementary', { name: title });
const hosts = { name: 'hosts.csv', mimeType: 'text/html', buffer: Buffer.from('host,version\nalpha,1.2\n') };
const sha256 = createHash('sha256').update(hosts.buffer).digest('hex');

/** Step 1 with all done: local only, every toggle that applies wanted and seen on. */
async function finishToggles(api: Api): Promise<void> {
  await api.put('/decision', { surfaces: 'local', version: 0 });
  for (const key of ['codex.local', 'codex.device_code', 'codex.administer']) {
    await api.put(`/settings/${key}`, { wanted: true, version: 0 });
    await api.post(`/settings/${key}/confirmation`, { state: 'on' });
  }
}

test('a task is confirmed with note, link and file; page, rows and bytes say so; then it is taken back', async ({
  page,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ appRole: 'it_owner', name: 'Devi Rao' });
  await page.goto(page3(workspace.slug));
  await place(page).getByRole('link', { name: 'Confirm…' }).click();

  await expect(panel(page).getByLabel('Note')).toBeFocused();
  await panel(page).getByLabel('Note').fill('Seen on three machines');
  await panel(page).getByLabel('Link to proof').fill('https://acme.example/ticket/7');
  await panel(page).getByRole('button', { name: 'Confirm in my name' }).click();

  await expect(panel(page).getByText('Done', { exact: true })).toBeVisible();
  await expect(panel(page)).toContainText('Seen on three machines');
  await panel(page).getByLabel('Add a file').setInputFiles(hosts);
  await panel(page).getByRole('button', { name: 'Add as proof' }).click();
  await expect(panel(page).getByText(sha256)).toBeVisible();
  await expect(place(page)).toContainText('Done');
  const download = page.waitForEvent('download');
  await panel(page).getByRole('link', { name: 'hosts.csv' }).click();
  expect(await readFile(await (await download).path())).toEqual(hosts.buffer);

  const word = await db.attestation.findFirst({ where: { workspaceId: workspace.id, taskId: id } });
  expect(word).toMatchObject({ kind: 'given', by: 'Devi Rao', note: 'Seen on three machines' });
  const file = await db.evidenceFile.findFirst({ where: { workspaceId: workspace.id, taskId: id } });
  expect(file).toMatchObject({ name: 'hosts.csv', type: 'text/csv', sha256, version: 1 });

  await panel(page).getByRole('button', { name: 'Take back' }).click();
  await expect(panel(page).getByText('To do', { exact: true })).toBeVisible();
  expect(await db.attestation.count({ where: { workspaceId: workspace.id, taskId: id } })).toBe(2);
});

test('a word turns stale when what it rests on changes, and says what', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await api.put(`/tasks/${id}/attestation`, { note: 'Seen', version: 0 });
  await api.put('/configuration', { preset: 'strict', version: 0 });
  await signIn();
  await page.goto(`${page3(workspace.slug)}?task=${id}`);

  await expect(place(page)).toContainText('Stale');
  await expect(panel(page)).toContainText('Changed since: The configuration has changed since.');
  await panel(page).getByRole('link', { name: 'Confirm again…' }).click();
  await panel(page).getByRole('button', { name: 'Confirm again in my name' }).click();

  await expect(panel(page).getByText('Done', { exact: true })).toBeVisible();
});

test('what is wrong with a word stands at its field, and stays typed', async ({
  page,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`${page3(workspace.slug)}?task=${id}&confirm=yes`);
  await panel(page).getByLabel('Link to proof').fill('javascript:alert(1)');
  await panel(page).getByRole('button', { name: 'Confirm in my name' }).click();

  await expect(panel(page).getByLabel('Link to proof')).toHaveAccessibleDescription(/begins with https/);
  await expect(panel(page).getByLabel('Link to proof')).toHaveValue('javascript:alert(1)');
});

test('two who confirm at once: the second sees whose word stands, and may still give theirs', async ({
  page,
  api,
  db,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`${page3(workspace.slug)}?task=${id}&confirm=yes`);
  await panel(page).getByLabel('Note').fill('Mine');
  await api.put(`/tasks/${id}/attestation`, { note: 'Theirs', version: 0 });
  await panel(page).getByRole('button', { name: 'Confirm in my name' }).click();

  await expect(panel(page).getByRole('alert').first()).toContainText('Theirs: confirmed by');
  await expect(panel(page).getByLabel('Note')).toHaveValue('Mine');
  await panel(page).getByRole('button', { name: 'Confirm in my name' }).click();
  await expect(panel(page).getByLabel('Note')).toHaveCount(0);
  await expect(panel(page).getByText('Mine')).toBeVisible();
  expect(await db.attestation.count({ where: { workspaceId: workspace.id, taskId: id } })).toBe(2);
});

test('the panel opens and closes by keyboard, and focus goes back; a task that data decides has no form', async ({
  page,
  api,
  workspace,
  signIn,
}) => {
  await signIn();
  await page.goto(`/${workspace.slug}/rollout/toggles`);
  const opener = page
    .getByRole('row', { name: 'An admin with access to these repositories' })
    .getByRole('link', { name: 'Confirm…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByLabel('Note')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await api.post('/tasks/prerequisite.github_admin/evidence?name=a.txt', Buffer.from('a'));
  await api.put('/tasks/prerequisite.github_admin/attestation', { note: null, version: 0 });
  await page.reload();
  const row = page.getByRole('row', { name: 'An admin with access to these repositories' });
  await expect(row).toContainText('Mara Lindqvist');
  await expect(row.getByRole('link', { name: '1 file' })).toBeVisible();

  await page.goto(`/${workspace.slug}/rollout/owners-and-decision?task=decision`);
  const decided = page.getByRole('complementary', { name: 'Local, cloud or both decided' });
  await expect(decided).toContainText('nobody confirms it by hand');
  await expect(decided.getByRole('link', { name: /Confirm/ })).toHaveCount(0);
  await page.goto(`/${workspace.slug}/rollout/toggles?task=nothing`);
  await expect(page.getByText('There is nothing at this address')).toBeVisible();
});

test('a file that is refused says why, and the page stays', async ({ page, db, workspace, signIn }) => {
  await signIn({ appRole: 'contributor' });
  await page.goto(`/${workspace.slug}/rollout/toggles?toggle=codex.local`);
  const toggle = page.getByRole('complementary', { name: 'Allow members to use Codex Local' });
  const files = [
    [{ ...hosts, name: 'x.png', buffer: Buffer.from('MZ\x90\0\x03\0', 'latin1') }, /not taken as proof/],
    [{ ...hosts, name: 'hosts.png' }, /does not fit what the file is/],
    [{ ...hosts, buffer: Buffer.alloc(0) }, /The file is empty/],
    [{ ...hosts, name: 'big.txt', buffer: Buffer.alloc(maxEvidenceBytes + 1, 'a') }, /too large/],
  ] as const;
  for (const [file, why] of files) {
    await toggle.getByLabel('Add a file').setInputFiles(file);
    await toggle.getByRole('button', { name: 'Add as proof' }).click();
    await expect(toggle.getByLabel('Add a file')).toHaveAccessibleDescription(why);
  }
  expect(await db.evidenceFile.count({ where: { workspaceId: workspace.id } })).toBe(0);

  await toggle.getByLabel('Add a file').setInputFiles(hosts);
  await toggle.getByRole('button', { name: 'Add as proof' }).click();
  await expect(toggle.getByRole('link', { name: 'hosts.csv' })).toBeVisible();
});

test('a step cannot be signed while a task is open; then it can, is void when something changes and says why, and is taken back', async ({
  page,
  api,
  db,
  workspace,
  signIn,
}) => {
  await signIn({ name: 'Mara Lindqvist' });
  const signOff = page.getByRole('region', { name: 'Sign-off' });
  const button = signOff.getByRole('button', { name: 'Sign off step 1' });
  await page.goto(`/${workspace.slug}/rollout/toggles`);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/tasks are still open/);
  await problemOf(await api.post('/steps/toggles/sign-off', { version: 0 }), 422, 'tasks_open');

  await finishToggles(api);
  await page.reload();
  await signOff.getByLabel('Note').fill('Looked at together');
  await button.click();
  await expect(signOff.getByText('Signed by')).toBeVisible();
  const row1 = await db.stepSignOff.findFirst({ where: { workspaceId: workspace.id } });
  expect(row1).toMatchObject({ step: 1, kind: 'signed', note: 'Looked at together' });
  await expect(signOff.getByText(row1?.hash ?? '')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Signed off by Mara Lindqvist' })).toBeVisible();

  await api.put('/settings/codex.local', { wanted: false, version: 1 });
  await page.reload();
  await expect(signOff.getByText('The signature no longer counts.')).toBeVisible();
  await expect(signOff.getByText('“Allow members to use Codex Local” is stale now.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Signature void' })).toBeVisible();

  await signOff.getByRole('button', { name: 'Take the signature back' }).click();
  await expect(signOff.getByText('Signed by')).toHaveCount(0);
  expect(await db.stepSignOff.count({ where: { workspaceId: workspace.id } })).toBe(2);
});

test('an auditor sees word, proof and signature and can write nothing', async ({
  page,
  api,
  apiAs,
  workspace,
  signIn,
  axe,
}) => {
  await api.put(`/tasks/${id}/attestation`, { note: 'Seen on three machines', version: 0 });
  await finishToggles(api);
  await api.post('/steps/toggles/sign-off', { version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(`${page3(workspace.slug)}?task=${id}`);

  await expect(panel(page)).toContainText('Seen on three machines');
  await expect(panel(page)).toContainText('One of the three owners confirms it');
  await expect(panel(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Confirm…' })).toHaveCount(0);
  await page.goto(`/${workspace.slug}/rollout/toggles`);
  const signOff = page.getByRole('region', { name: 'Sign-off' });
  await expect(signOff.getByText('Signed by')).toBeVisible();
  await expect(signOff.getByRole('button')).toHaveCount(0);
  await axe();

  const auditor = await apiAs('auditor');
  const file = await auditor.post(`/tasks/${id}/evidence?name=a.txt`, Buffer.from('a'));
  await problemOf(file, 403, 'forbidden');
  await problemOf(await auditor.put(`/tasks/${id}/attestation`, { version: 1 }), 403, 'forbidden');
});

test('axe finds nothing while the form is open and a file was refused', async ({
  page,
  workspace,
  signIn,
  axe,
}) => {
  await signIn();
  const opened = 'task=prerequisite.github_admin&confirm=yes&evidence=name_does_not_fit';
  await page.goto(`/${workspace.slug}/rollout/toggles?${opened}`);
  const file = page.getByRole('complementary').getByLabel('Add a file');
  await expect(file).toHaveAccessibleDescription(/does not fit/);

  await axe();
});

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a word is given, a file is added, and a refused one says why on the same page', async ({
    page,
    db,
    workspace,
    signIn,
  }) => {
    await signIn();
    await page.goto(page3(workspace.slug));
    await place(page).getByRole('link', { name: 'Confirm…' }).click();
    await panel(page).getByLabel('Note').fill('Seen');
    await panel(page).getByRole('button', { name: 'Confirm in my name' }).click();
    await expect(panel(page).getByText('Done', { exact: true })).toBeVisible();

    await panel(page)
      .getByLabel('Add a file')
      .setInputFiles({ ...hosts, name: 'hosts.png' });
    await panel(page).getByRole('button', { name: 'Add as proof' }).click();
    await expect(panel(page).getByLabel('Add a file')).toHaveAccessibleDescription(/does not fit/);
    const big = { ...hosts, name: 'big.txt', buffer: Buffer.alloc(maxEvidenceBytes + 200_000, 'a') };
    await panel(page).getByLabel('Add a file').setInputFiles(big);
    await panel(page).getByRole('button', { name: 'Add as proof' }).click();
    await expect(panel(page).getByLabel('Add a file')).toHaveAccessibleDescription(/too large/);

    await panel(page).getByLabel('Add a file').setInputFiles(hosts);
    await panel(page).getByRole('button', { name: 'Add as proof' }).click();
    await expect(panel(page).getByRole('link', { name: 'hosts.csv' })).toBeVisible();
    expect(page.url()).not.toContain('evidence=');
    expect(await db.evidenceFile.count({ where: { workspaceId: workspace.id, sha256 } })).toBe(1);
  });
});
