import { expect, test } from './fixtures';
import {
  addCloudWish,
  addConfirmation,
  addWish,
  ago,
  auditActions,
  labels,
  minuteMs,
  panel,
  registerOf,
  row,
  wanted,
} from './toggles';

test.describe('confirmed', () => {
  test('what was seen is confirmed with a note and a link', async ({ page, workspace, signIn, db }) => {
    await signIn({ appRole: 'it_owner', name: 'Sam Whitlock' });
    await addWish(db, workspace.id, { key: 'codex.local', wanted: true });
    await registerOf(page, workspace.slug);

    await row(page, labels.local).getByRole('link', { name: 'Confirm…' }).click();
    await expect(page.getByRole('radio', { name: 'It is on' })).toBeFocused();
    await page.getByRole('radio', { name: 'It is on' }).check();
    await page.getByLabel('Note').fill('Looked at it with Aiko.');
    await page.getByLabel('Link to proof').fill('https://tickets.acme.example/42');
    await page.getByRole('button', { name: 'Confirm what I saw' }).click();

    await expect(row(page, labels.local)).toContainText('Done');
    await expect(row(page, labels.local)).toContainText('Sam Whitlock,');
    await expect(row(page, labels.local).getByRole('link', { name: 'Link' })).toHaveAttribute(
      'href',
      'https://tickets.acme.example/42',
    );
    await expect(panel(page, labels.local)).toContainText('Looked at it with Aiko.');
    await expect(page.getByRole('button', { name: 'Confirm what I saw' })).toHaveCount(0);
    const stored = await db.settingConfirmation.findMany({ where: { workspaceId: workspace.id } });
    expect(stored).toMatchObject([
      {
        key: 'codex.local',
        state: 'on',
        restsOn: true,
        by: 'Sam Whitlock',
        note: 'Looked at it with Aiko.',
        link: 'https://tickets.acme.example/42',
      },
    ]);
    expect(await auditActions(db, workspace.id)).toEqual([
      'Sam Whitlock: setting.confirmed setting:codex.local',
    ]);
  });

  test('a link that is none is refused beside its field, and all that was typed stays', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await page.goto(`/${workspace.slug}/rollout/toggles?toggle=codex.local&confirm=yes`);

    await page.getByRole('radio', { name: 'It is off' }).check();
    await page.getByLabel('Note').fill('<script>alert(1)</script> \u{1f600}');
    await page.getByLabel('Link to proof').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Confirm what I saw' }).click();

    await expect(page.getByLabel('Link to proof')).toHaveAccessibleDescription(
      'Write a web address that begins with https:// or http://.',
    );
    await expect(page.getByLabel('Link to proof')).toHaveValue('javascript:alert(1)');
    await expect(page.getByLabel('Note')).toHaveValue('<script>alert(1)</script> \u{1f600}');
    await expect(page.getByRole('radio', { name: 'It is off' })).toBeChecked();
    expect(await db.settingConfirmation.count({ where: { workspaceId: workspace.id } })).toBe(0);
  });

  test('a confirmation that differs from what is wanted stands out', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await addWish(db, workspace.id, { key: 'codex.local', wanted: true });
    await addConfirmation(db, workspace.id, { key: 'codex.local', state: 'off', restsOn: true });

    await registerOf(page, workspace.slug);

    await expect(row(page, labels.local)).toContainText('not as wanted');
    await expect(row(page, labels.local)).toContainText('Off, differs from wanted');
    await expect(row(page, labels.local)).toContainText('Devi Raman');
  });

  test('a confirmation of another wish is stale until the wish is changed back', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await addWish(db, workspace.id, { key: 'codex.local', wanted: false, version: 2 });
    await addConfirmation(db, workspace.id, { key: 'codex.local', state: 'on', restsOn: true });
    await registerOf(page, workspace.slug);
    await expect(row(page, labels.local)).toContainText('Stale');
    await expect(row(page, labels.local)).toContainText('wish changed');

    await wanted(page, labels.local).click();

    await expect(row(page, labels.local)).toContainText('Done');
    await expect(row(page, labels.local)).not.toContainText('differs');
  });
});

test.describe('the ten minutes of cloud', () => {
  test('the panel counts them down, and what needs cloud waits for it', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await addCloudWish(db, workspace.id);
    await addWish(db, workspace.id, { key: 'codex.slack_answers', wanted: true });
    await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true, at: ago(6) });

    await registerOf(page, workspace.slug);
    await expect(row(page, labels.cloud)).toContainText(/Waiting\s*3:\d\d left/);
    await expect(row(page, labels.slack)).toContainText('Blocked');
    await expect(row(page, labels.slack)).toContainText('by 1.5');
    await row(page, labels.cloud).getByRole('link', { name: labels.cloud }).click();

    await expect(page).toHaveURL(/\?toggle=codex\.cloud$/);
    const side = panel(page, labels.cloud);
    await expect(side.getByRole('timer')).toHaveText(/^3:\d\d$/);
    await expect(side).toContainText('It may take up to 10 minutes to appear in ChatGPT.');
    await expect(side).toContainText('Not looked at');
    await expect(side).toContainText('Also called “Use Codex in the cloud” since autumn 2026.');
  });

  test('the row is done by itself when they are over', async ({ page, workspace, signIn, db }) => {
    await signIn();
    await addCloudWish(db, workspace.id);
    const at = new Date(Date.now() - 10 * minuteMs + 6000);
    await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true, at });

    await registerOf(page, workspace.slug);
    await expect(row(page, labels.cloud)).toContainText('Waiting');

    await expect(row(page, labels.cloud)).toContainText('Done', { timeout: 15_000 });
  });

  test('on a narrow screen they run in a strip, and the panel is a page of its own', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await signIn();
    await addCloudWish(db, workspace.id);
    await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true, at: ago(6) });
    await registerOf(page, workspace.slug);

    const strip = page.getByRole('complementary', { name: 'Time left' });
    await expect(strip.getByRole('timer')).toHaveText(/^3:\d\d$/);
    await strip.getByRole('link', { name: labels.cloud }).click();

    await expect(panel(page, labels.cloud)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Toggles' })).toBeHidden();
    await page.getByRole('link', { name: 'Close panel' }).click();
    await expect(page.getByRole('table', { name: 'Toggles' })).toBeVisible();
  });
});

test('axe finds nothing on the register with a panel, its form and a refusal', async ({
  page,
  workspace,
  signIn,
  db,
  axe,
}) => {
  await signIn();
  await addCloudWish(db, workspace.id);
  await addConfirmation(db, workspace.id, { key: 'codex.cloud', state: 'on', restsOn: true, at: ago(6) });
  await page.goto(`/${workspace.slug}/rollout/toggles?toggle=codex.cloud&confirm=yes`);
  await wanted(page, labels.connector).click();
  await expect(row(page, labels.connector).getByRole('alert')).toBeVisible();

  await axe();
});

test.describe('before JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a toggle is wanted, refused and confirmed', async ({ page, workspace, signIn, db }) => {
    await signIn();
    await registerOf(page, workspace.slug);

    await wanted(page, labels.cloud).click();
    await expect(row(page, labels.cloud).getByRole('alert')).toContainText('First turn on what it needs');
    await wanted(page, labels.local).click();
    await expect(wanted(page, labels.local)).toBeChecked();

    await row(page, labels.local).getByRole('link', { name: 'Confirm…' }).click();
    await page.getByRole('radio', { name: 'It is on' }).check();
    await page.getByLabel('Link to proof').fill('not a link');
    await page.getByRole('button', { name: 'Confirm what I saw' }).click();
    await expect(page.getByLabel('Link to proof')).toHaveValue('not a link');
    await expect(page.getByRole('radio', { name: 'It is on' })).toBeChecked();
    await page.getByLabel('Link to proof').fill('https://tickets.acme.example/42');
    await page.getByRole('button', { name: 'Confirm what I saw' }).click();

    await expect(row(page, labels.local)).toContainText('Done');
    await expect(page.getByText('Recorded.')).toBeVisible();
    const stored = await db.settingConfirmation.findMany({ where: { workspaceId: workspace.id } });
    expect(stored).toMatchObject([{ state: 'on', link: 'https://tickets.acme.example/42' }]);
  });
});
