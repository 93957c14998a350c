import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '#lib/domain/audit/chain';
import { clientRequired, whyNot } from '#test/oracle/client';
import { clientVersion } from '#test/oracle/install';
import { packClient } from './client-package';
import { expect, test } from './fixtures';

const excuse = await whyNot();
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.describe('certificates', () => {
  if (clientRequired && excuse !== null) throw new Error(excuse);
  test.skip(excuse !== null, excuse ?? '');
  test.setTimeout(180_000);

  let folder: string;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipway-package-'));
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the IT owner brings a client, the draft is certified by itself, and so is its version; a broken one is not', async ({
    page,
    api,
    db,
    workspace,
    signIn,
    axe,
  }) => {
    const owner = await signIn({ appRole: 'it_owner' });
    await api.put('/configuration', { preset: 'standard', version: 0 });
    await page.goto(`/${workspace.slug}/configuration/versions`);
    await expect(page.getByText('Not certified')).toBeVisible();
    await expect(page.getByText('No client is at hand to be asked. Get one in Settings.')).toBeVisible();

    await page.goto(`/${workspace.slug}/settings`);
    await page.getByText('Add one from its npm package…').click();
    await page.getByLabel('Package').setInputFiles({
      name: 'other.tgz',
      mimeType: 'application/gzip',
      buffer: Buffer.from('no package'),
    });
    await page.getByRole('button', { name: 'Add the client' }).click();
    await expect(page.getByText('This is no package of the client for this server.')).toBeVisible();
    await page.getByLabel('Package').setInputFiles(await packClient(folder));
    await page.getByRole('button', { name: 'Add the client' }).click();
    await expect(page.getByText(`Codex ${clientVersion}: at hand`)).toBeVisible({ timeout: 60_000 });
    await axe();

    await page.goto(`/${workspace.slug}/configuration/versions`);
    await expect(page.getByText('Certified by the real client')).toBeVisible({ timeout: 60_000 });
    await page.goto(`/${workspace.slug}/rollout/configuration`);
    await expect(page.getByText('Certified by the real client')).toBeVisible();

    await api.post('/configuration/versions', { from: 'draft', note: 'The first.', version: 0 });
    await page.goto(`/${workspace.slug}/configuration/versions/1`);
    const box = page.getByRole('region', { name: 'Certificate' });
    await expect(box.getByText('Certified by the real client')).toBeVisible();
    await expect(box.getByText(`Codex ${clientVersion}: As intended`)).toBeVisible();
    await box.getByText(/as intended, \d+ not observable/).click();
    await expect(
      box.getByRole('listitem').filter({ hasText: /^allowed_sandbox_modes.*As intended/ }),
    ).toBeVisible();
    await expect(page.getByText('Release waits for the approval')).toBeVisible();
    await axe();

    const files = [{ path: 'requirements.toml', text: 'allowed_sandbox_mode = ["read-only"]\n' }];
    await db.configVersion.create({
      data: {
        ...{ workspaceId: workspace.id, number: 2, origin: 'draft', note: 'Broken.', at: new Date(), files },
        sha256: sha256(canonicalJson(files)),
        authors: [{ id: owner.id, name: owner.name }],
      },
    });
    await page.goto(`/${workspace.slug}/configuration/versions/2`);
    await expect(box.getByText(`Codex ${clientVersion}: Not asked`)).toBeVisible();
    await page.getByRole('button', { name: 'Ask every client at hand' }).click();
    await expect(box.getByText(`Codex ${clientVersion}: Not as intended`)).toBeVisible({ timeout: 60_000 });
    await expect(box.getByText('The client says: `allowed_sandbox_mode` is ignored.')).toBeVisible();
    await expect(box.getByText('Not taken as intended by a client')).toBeVisible();
    await axe();

    await page.goto(`/${workspace.slug}/settings`);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await expect(page.getByText('No client is at hand.')).toBeVisible();
  });

  test('without the right role there is nothing to add, and the door takes no package', async ({
    page,
    apiAs,
    workspace,
    signIn,
  }) => {
    await signIn({ appRole: 'auditor' });
    await page.goto(`/${workspace.slug}/settings`);

    await expect(page.getByText('The IT management owner gets clients.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Fetch from npm' })).toHaveCount(0);
    const auditor = await apiAs('auditor');
    expect((await auditor.post('/clients', { version: clientVersion })).status()).toBe(403);
    expect((await auditor.post('/clients/package', {})).status()).toBe(403);
  });
});
