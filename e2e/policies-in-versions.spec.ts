import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { addGroup, addPerson, addRole } from '#test/directory';
import { clientRequired, whyNot } from '#test/oracle/client';
import { clientVersion } from '#test/oracle/install';
import { packClient } from './client-package';
import { expect, test } from './fixtures';

const excuse = await whyNot();
const path = 'policies/01-platform.toml';

test.describe('a policy for a group', () => {
  if (clientRequired && excuse !== null) throw new Error(excuse);
  test.skip(excuse !== null, excuse ?? '');
  test.setTimeout(240_000);
  let folder: string;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-policies-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is kept in a version, certified by the client, approved by another owner and shipped', async ({
    page,
    context,
    api,
    db,
    workspace,
    signIn,
    axe,
  }) => {
    const role = await addRole(db, workspace.id, { name: 'Local', permissions: ['codex.local'] });
    const group = await addGroup(db, workspace.id, { name: 'Platform', roleIds: [role] });
    for (const name of ['Ann', 'Ben']) await addPerson(db, workspace.id, { name, groupIds: [group] });
    await api.put('/configuration', { preset: 'standard', version: 0 });
    await api.post('/configuration/versions', { from: 'draft', note: 'The first.', version: 0 });
    await signIn({ appRole: 'it_owner' });
    await page.goto(`/${workspace.slug}/settings`);
    await page.getByText('Add one from its npm package…').click();
    await page.getByLabel('Package').setInputFiles(await packClient(folder));
    await page.getByRole('button', { name: 'Add the client' }).click();
    await expect(page.getByText(`Codex ${clientVersion}: at hand`)).toBeVisible({ timeout: 60_000 });

    await page.goto(`/${workspace.slug}/configuration/layers?policy=new`);
    const added = page.getByRole('region', { name: 'Add a policy' });
    await added.getByLabel('Name').fill('Platform');
    await added.getByLabel('Groups').fill('Platform');
    await added.getByRole('button', { name: 'Add the policy' }).click();
    await page.getByRole('link', { name: 'Edit “Platform”' }).click();
    await page.locator('[contenteditable=true]').fill('allowed_sandbox_modes = ["read-only"]\n');
    await page.getByRole('button', { name: 'Save the text' }).click();
    await expect(page.getByText('The text of the policy is saved').first()).toBeVisible();

    await page.goto(`/${workspace.slug}/configuration/versions`);
    await expect(page.getByText(`Differs from version 1 in ${path}.`)).toBeVisible();
    await expect(page.getByRole('region', { name: path, exact: true })).toContainText(
      'It reaches 2 people who may use Codex locally.',
    );
    await page.getByLabel('Note').first().fill('Platform is held to reading.');
    await page.getByRole('button', { name: 'Keep as version 2' }).click();
    await page.getByRole('link', { name: 'Version 2', exact: true }).click();
    const box = page.getByRole('region', { name: 'Certificate' });
    await expect(box.getByText('Certified by the real client')).toBeVisible({ timeout: 90_000 });
    const certified = box.getByRole('region', { name: 'Policy “Platform”' });
    await expect(certified.getByText('Policy 1, “Platform”: as intended')).toBeVisible();
    await certified.getByText('1 as intended, 0 not observable').click();
    await expect(certified.getByText(`${path}, line 11. The client shows ["read-only"].`)).toBeVisible();
    await axe();

    await context.clearCookies();
    await signIn({ appRole: 'governance_owner' });
    await page.goto(`/${workspace.slug}/configuration/versions/2`);
    await page.getByRole('button', { name: 'Approve version 2' }).click();
    await expect(page.getByText('Release freezes the bytes')).toBeVisible();

    await context.clearCookies();
    await signIn({ appRole: 'it_owner' });
    await page.goto(`/${workspace.slug}/configuration/versions/2`);
    await page.getByRole('button', { name: 'Release version 2' }).click();
    const ship = page.getByRole('region', { name: 'Ship' });
    await expect(ship.getByRole('link', { name: 'Platform' })).toBeVisible();
    await expect(certified.getByText('Policy 1, “Platform”: as intended')).toBeVisible();
    await axe();

    const zip = await api.get('/releases/2/bundle.zip');
    const files = unzipSync(new Uint8Array(await zip.body()));
    const text = new TextDecoder().decode(files[path]);
    expect(text).toContain(`# For the group: "${group}"\n`);
    expect(text.endsWith('\n\nallowed_sandbox_modes = ["read-only"]\n')).toBe(true);
    expect(new TextDecoder().decode(files['README.md'])).toContain(`1. \`${path}\`: Platform`);
    expect(await (await api.get(`/releases/latest/${path}`)).text()).toBe(text);
    const release = await db.configRelease.findFirst({ where: { workspaceId: workspace.id } });
    expect(release?.certificates).toMatchObject([
      { verdict: 'as_intended', results: expect.arrayContaining([expect.objectContaining({ file: path })]) },
    ]);
  });
});
