import { addMember, addSession, addToken } from '#test/rows';
import { expect, test } from './fixtures';

test('a member makes an API token that works until it is revoked', async ({
  page,
  workspace,
  signIn,
  request,
  axe,
}) => {
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/settings`);
  const box = page.getByRole('region', { name: 'Your API tokens' });
  await box.getByLabel('Name').fill('Nightly export');
  await box.getByRole('button', { name: 'Make API token' }).click();
  const token = await box.getByText(/^slipway_[\w-]{43}$/).innerText();
  const ask = async () =>
    (
      await request.get(`/api/v1/workspaces/${workspace.slug}/tokens`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status();
  expect(await ask()).toBe(200);
  await axe();

  await box.getByRole('button', { name: 'Revoke for Nightly export' }).click();
  await expect(box.getByRole('listitem')).toHaveCount(0);
  expect(await ask()).toBe(401);
});

test('a token that ends makes none that works longer', async ({ db, workspace, request }) => {
  const { id } = await addMember(db, workspace.id);
  const ends = { expiresAt: new Date('2098-06-30T22:00:00Z') };
  const token = await addToken(db, { id, workspaceId: workspace.id }, ends);
  const make = (endsOn: string | null) =>
    request.post(`/api/v1/workspaces/${workspace.slug}/tokens`, {
      headers: { authorization: `Bearer ${token}` },
      data: { name: 'Another', endsOn },
    });

  for (const endsOn of [null, '2098-07-01']) {
    const refused = await make(endsOn);
    expect(refused.status()).toBe(400);
    const told = [expect.stringContaining('ends on 2098-06-30')];
    expect(await refused.json()).toMatchObject({ code: 'invalid_input', fields: { endsOn: told } });
  }
  expect((await make('2098-06-30')).ok()).toBe(true);
});

test('all other sessions end at once, and this browser goes on', async ({ page, db, workspace, signIn }) => {
  const { accountId } = await signIn();
  await addSession(db, accountId);
  await addSession(db, accountId);
  await page.goto(`/${workspace.slug}/settings`);
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('listitem')).toHaveCount(3);

  await sessions.getByRole('button', { name: 'End all other sessions' }).click();

  await expect(sessions.getByRole('listitem')).toHaveText([/This browser/]);
  expect(await db.session.count({ where: { accountId, revokedAt: null } })).toBe(1);
});
