import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';

const versions = (slug: string) => `/${slug}/configuration/versions`;

test('the IT owner keeps a version, another owner approves it, and its release freezes the bytes', async ({
  page,
  context,
  api,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/rollout/configuration`);
  await page.getByRole('link', { name: 'Versions and release…' }).click();
  await expect(page.getByText('No version was kept yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep as version 1' }).click();
  await expect(page.getByLabel('Note').first()).toHaveAccessibleDescription(/Write something here/);
  await page.getByLabel('Note').first().fill('The first baseline.');
  await page.getByRole('button', { name: 'Keep as version 1' }).click();
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await expect(page.getByText('You wrote a part of it, so another owner approves it.')).toBeVisible();
  await expect(page.getByText('Release waits for the approval')).toBeVisible();
  await axe();

  await context.clearCookies();
  await signIn({ appRole: 'governance_owner' });
  await page.goto(`${versions(workspace.slug)}/1`);
  await page.getByRole('button', { name: 'Approve version 1' }).click();
  await expect(page.getByText('Release freezes the bytes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release version 1' })).toHaveCount(0);

  await context.clearCookies();
  await signIn({ appRole: 'it_owner' });
  await page.goto(`${versions(workspace.slug)}/1`);
  await page.getByRole('button', { name: 'Release version 1' }).click();
  const why = page.getByLabel('Why without a certificate');
  await expect(why).toHaveAccessibleDescription(/say why it is released all the same/);
  await why.fill('No client is at hand.');
  await page.getByRole('button', { name: 'Release version 1' }).click();
  await expect(page.getByText('Without a certificate: No client is at hand.')).toBeVisible();
  await axe();
  expect(await db.configRelease.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
    { number: 1, exceptions: [{ kind: 'not_certified', reason: 'No client is at hand.' }] },
  ]);

  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download bundle.zip' }).click();
  expect((await saved).suggestedFilename()).toBe('bundle.zip');
  await api.put('/configuration', { preset: 'strict', version: 1 });
  const zip = await api.get('/releases/1/release.zip');
  const files = unzipSync(new Uint8Array(await zip.body()));
  const text = new TextDecoder().decode(files['requirements.toml']);
  expect(text).toContain('allowed_sandbox_modes = ["read-only", "workspace-write"]');
  expect(text).not.toContain('DRAFT');
  const file = await api.get('/releases/1/requirements.toml');
  expect(await file.text()).toBe(text);
  const { etag = '' } = file.headers();
  const address = `/api/v1/workspaces/${workspace.slug}/releases/1/requirements.toml`;
  const again = await page.request.get(address, { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});

test('what the draft changes is told by meaning and line, and an older version is brought back', async ({
  page,
  api,
  db,
  workspace,
  signIn,
  axe,
}) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await api.post('/configuration/versions', { from: 'draft', note: 'The first.', version: 0 });
  await api.put('/configuration', { preset: 'strict', version: 1 });
  await signIn();
  await page.goto(versions(workspace.slug));

  const file = page.getByRole('region', { name: 'requirements.toml', exact: true });
  await expect(file).toContainText('Now forbids the sandbox mode workspace-write.');
  await expect(file.getByText('removed: ').first()).toBeAttached();
  await axe();
  await page.getByLabel('Note').first().fill('Stricter.');
  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await expect(page.getByText('It holds exactly what version 2 holds.')).toBeVisible();

  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await page.getByText('Bring it back…').click();
  await page.getByLabel('Why').first().fill('Too strict.');
  await page.getByRole('button', { name: 'Bring version 1 back as version 3' }).click();
  await expect(page.getByText('Version 3 kept.').first()).toBeVisible();
  await page.goto(versions(workspace.slug));
  await expect(page.getByRole('row', { name: /Version 3 Not approved Version 1 again/ })).toBeVisible();
  const [third, , first] = await db.configVersion.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { number: 'desc' },
  });
  expect(third?.sha256).toBe(first?.sha256);
});

test('an auditor reads versions and can change none', async ({ page, api, workspace, signIn, axe }) => {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  await api.post('/configuration/versions', { from: 'draft', note: 'The first.', version: 0 });
  await signIn({ appRole: 'auditor' });
  await page.goto(`${versions(workspace.slug)}/1`);

  await expect(page.getByText('One of the three owners approves it.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Approve|Release|Bring/ })).toHaveCount(0);
  await page.goto(versions(workspace.slug));
  await expect(page.getByRole('button', { name: /Keep/ })).toHaveCount(0);
  await axe();
});
