import { expect, test } from './fixtures';
import { tabTo } from './keyboard';
import { addWish, ago, auditActions, labels, panel, registerOf, row, settingRow, wanted } from './toggles';

/** Whether nothing of the row is painted over the end of the element. */
function isOnTopToItsEnd(element: Element): boolean {
  const { right, top, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(right - 4, top + height / 2));
}

test.describe('wanted', () => {
  test('an owner wants a toggle at once and takes it back from the toast', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn({ name: 'Sam Whitlock' });
    await registerOf(page, workspace.slug);

    await wanted(page, labels.local).click();

    await expect(wanted(page, labels.local)).toBeChecked();
    await expect(row(page, labels.local)).toContainText('In progress');
    await expect(row(page, labels.local)).toContainText('to confirm');
    const first = { wanted: true, version: 1, wantedBy: 'Sam Whitlock' };
    expect(await settingRow(db, workspace.id, 'codex.local')).toMatchObject(first);

    await page.getByRole('button', { name: 'Undo' }).click();

    await expect(wanted(page, labels.local)).not.toBeChecked();
    await expect
      .poll(() => settingRow(db, workspace.id, 'codex.local'))
      .toMatchObject({ wanted: false, version: 2 });
    expect(await auditActions(db, workspace.id)).toEqual([
      'Sam Whitlock: setting.wanted setting:codex.local',
      'Sam Whitlock: setting.unwanted setting:codex.local',
    ]);
  });

  test('a toggle nobody has chosen is kept off by choice', async ({ page, workspace, signIn, db }) => {
    await signIn();
    await registerOf(page, workspace.slug);
    await expect(row(page, labels.slack)).toContainText('To do');

    await page.getByRole('button', { name: `Keep off: ${labels.slack}` }).click();

    await expect(row(page, labels.slack)).toContainText('In progress');
    await expect(page.getByRole('button', { name: `Keep off: ${labels.slack}` })).toHaveCount(0);
    const key = 'codex.slack_answers';
    expect(await settingRow(db, workspace.id, key)).toMatchObject({ wanted: false, version: 1 });
  });

  test('a toggle does not move before what it needs is wanted, and says what that is', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await registerOf(page, workspace.slug);

    await wanted(page, labels.cloud).click();

    const reason = row(page, labels.cloud).getByRole('alert');
    await expect(reason).toHaveText(`First turn on what it needs: ${labels.connector}.`);
    await row(page, labels.cloud).hover();
    expect(await reason.evaluate(isOnTopToItsEnd)).toBe(true);
    await expect(wanted(page, labels.cloud)).not.toBeChecked();
    expect(await settingRow(db, workspace.id, 'codex.cloud')).toBeNull();
    expect(await auditActions(db, workspace.id)).toEqual([]);

    await wanted(page, labels.connector).click();
    await expect(wanted(page, labels.connector)).toBeChecked();
    await expect(reason).toHaveCount(0);
    await wanted(page, labels.cloud).click();
    await expect(wanted(page, labels.cloud)).toBeChecked();

    await wanted(page, labels.connector).click();
    await expect(row(page, labels.connector).getByRole('alert')).toHaveText(
      `First turn off what needs it: ${labels.cloud}.`,
    );
    await expect(wanted(page, labels.connector)).toBeChecked();
  });

  test('a change somebody else made first stands beside mine, and one more press saves mine', async ({
    page,
    workspace,
    signIn,
    db,
  }) => {
    await signIn();
    await addWish(db, workspace.id, { key: 'codex.local', wanted: false, version: 3 });
    await registerOf(page, workspace.slug);
    await db.workspaceSetting.updateMany({
      where: { workspaceId: workspace.id, key: 'codex.local' },
      data: { version: 5, wantedBy: 'Aiko Mori' },
    });

    await wanted(page, labels.local).click();

    const told = row(page, labels.local).getByRole('alert');
    await expect(told).toContainText('Changed since you opened it: now off is wanted (Aiko Mori');
    await expect(told).toContainText('Press again for on.');
    expect(await settingRow(db, workspace.id, 'codex.local')).toMatchObject({ wanted: false, version: 5 });

    await wanted(page, labels.local).click();

    await expect(wanted(page, labels.local)).toBeChecked();
    await expect(told).toHaveCount(0);
    await expect
      .poll(() => settingRow(db, workspace.id, 'codex.local'))
      .toMatchObject({ wanted: true, version: 6 });
  });
});

test.describe('who may', () => {
  test('a contributor sees everything and changes nothing', async ({ page, workspace, signIn, db }) => {
    await signIn({ appRole: 'contributor' });
    await addWish(db, workspace.id, { key: 'codex.local', wanted: true });
    await page.goto(`/${workspace.slug}/rollout/toggles?toggle=codex.local&confirm=yes`);

    await expect(wanted(page, labels.local)).toBeChecked();
    await expect(wanted(page, labels.local)).toHaveAttribute('aria-disabled', 'true');
    await expect(wanted(page, labels.local)).toHaveAccessibleDescription(
      'A workspace owner says what is wanted.',
    );
    await wanted(page, labels.local).click({ force: true });
    await expect(page.getByRole('button', { name: 'Confirm what I saw' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Confirm/ })).toHaveCount(0);
    await expect(panel(page, labels.local)).toContainText('A workspace owner or an IT management owner');
    await page.reload();
    await expect(wanted(page, labels.local)).toBeChecked();
    expect(await settingRow(db, workspace.id, 'codex.local')).toMatchObject({ wanted: true, version: 1 });
    expect(await auditActions(db, workspace.id)).toEqual([]);
  });

  test('a toggle no guide knows is not found', async ({ page, workspace, signIn }) => {
    await signIn();
    const answer = await page.goto(`/${workspace.slug}/rollout/toggles?toggle=codex.unheard_of`);
    expect(answer?.status()).toBe(404);
  });
});

test('a rollout of local alone leaves the cloud rows quiet, with the reason', async ({
  page,
  workspace,
  signIn,
  db,
}) => {
  await signIn();
  await db.rolloutDecision.create({
    data: {
      workspaceId: workspace.id,
      surfaces: 'local',
      version: 1,
      decidedAt: ago(60),
      decidedBy: 'Devi Raman',
    },
  });

  await registerOf(page, workspace.slug);

  await expect(row(page, labels.cloud)).toContainText('The rollout decision is local only.');
  await expect(wanted(page, labels.cloud)).toHaveCount(0);
  await expect(wanted(page, labels.administer)).toBeVisible();
});

test('a toggle is wanted and confirmed by keyboard alone', async ({ page, workspace, signIn, db }) => {
  await signIn();
  await registerOf(page, workspace.slug);

  await tabTo(page, wanted(page, labels.local));
  await page.keyboard.press('Space');
  await expect(wanted(page, labels.local)).toBeChecked();
  await tabTo(page, row(page, labels.local).getByRole('link', { name: 'Confirm…' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'It is on' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Seen by keyboard');
  await tabTo(page, page.getByRole('button', { name: 'Confirm what I saw' }));
  await page.keyboard.press('Enter');

  await expect(row(page, labels.local)).toContainText('Done');
  await page.keyboard.press('Escape');
  await expect(panel(page, labels.local)).toHaveCount(0);
  const stored = await db.settingConfirmation.findFirst({ where: { workspaceId: workspace.id } });
  expect(stored).toMatchObject({ key: 'codex.local', state: 'on', note: 'Seen by keyboard' });
});
