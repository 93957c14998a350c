import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test, type Api } from './fixtures';
import { problemOf } from './problem';

/** Keeps what is wanted as a version, has it approved by somebody else, and releases it. */
async function releaseOne(api: Api, other: Api) {
  await api.put('/configuration', { preset: 'standard', version: 0 });
  const made = await api.post('/configuration/versions', { from: 'draft', note: 'The first.', version: 0 });
  const { sha256 } = (await made.json()) as { sha256: string };
  await other.post('/configuration/versions/1/approval', { sha256 });
  const reason = { withoutCertificate: 'No client is at hand.' };
  expect((await api.post('/configuration/versions/1/release', reason)).ok()).toBe(true);
}

/** A folder of the test's own, with the files of an archive in it. */
function unpack(zip: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-ship-'));
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

test('a release is downloaded, laid down by its own script, and its receipt decides whether it is applied', async ({
  page,
  api,
  apiAs,
  workspace,
  signIn,
  request,
  axe,
}) => {
  await releaseOne(api, await apiAs('governance_owner'));
  await signIn({ appRole: 'it_owner' });
  await page.goto(`/${workspace.slug}/configuration/versions/1`);
  const ship = page.getByRole('region', { name: 'Ship' });
  await expect(ship.getByText(/\/releases\/latest\/linux\/install\.sh$/).first()).toBeVisible();
  await axe();
  const saved = page.waitForEvent('download');
  await ship.getByRole('link', { name: 'Linux' }).click();
  const folder = unpack(readFileSync(await (await saved).path()));
  const root = join(folder, 'root');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(join(root, 'etc/machine-id'), `${workspace.id.replaceAll('-', '')}\n`);
  execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'SHA256SUMS'], { cwd: folder });
  execFileSync('sh', [join(folder, 'linux/install.sh'), '--root', root]);
  const receipt = execFileSync('sh', [join(folder, 'linux/verify.sh'), '--root', root], { encoding: 'utf8' });

  await ship.getByRole('link', { name: 'Who has it…' }).click();
  await expect(page.getByText('No machine has sent a receipt yet.')).toBeVisible();
  await axe();
  const delivery = page.getByRole('region', { name: 'Delivery tokens' });
  await delivery.getByLabel('Name').fill('Linux fleet');
  await delivery.getByRole('button', { name: 'Make delivery token' }).click();
  const token = await delivery.getByText(/^slipway_[\w-]{43}$/).innerText();
  const at = (path: string) => `/api/v1/workspaces/${workspace.slug}${path}`;
  const headers = { authorization: `Bearer ${token}` };
  const post = ['--root', root, '--post', new URL(at('/receipts'), page.url()).href];
  const env = { ...process.env, SLIPWAY_TOKEN: token };
  const printed = execFileSync('sh', [join(folder, 'linux/verify.sh'), ...post], { encoding: 'utf8', env });
  expect(printed).toBe(receipt);
  for (const path of ['/configuration/versions', '/coverage', '/tokens', '/delivery-tokens']) {
    expect((await request.get(at(path), { headers })).status()).toBe(403);
  }
  expect((await request.put(at('/coverage/fleet'), { headers, data: {} })).status()).toBe(403);

  const current = await request.get(at('/releases/latest'), { headers });
  const { release, files } = (await current.json()) as { release: number; files: { path: string }[] };
  expect(release).toBe(1);
  expect(files.map(({ path }) => path)).toContain('requirements.toml');
  const pulled = await request.get(at('/releases/latest/linux/install.sh'), { headers });
  expect(await pulled.text()).toBe(readFileSync(join(folder, 'linux/install.sh'), 'utf8'));
  const { etag = '' } = pulled.headers();
  const again = { ...headers, 'if-none-match': etag };
  expect((await request.get(at('/releases/latest/linux/install.sh'), { headers: again })).status()).toBe(304);

  const fleet = page.getByRole('region', { name: 'How many there are' });
  await fleet.getByLabel('Linux machines').fill('9,800');
  await fleet.getByRole('button', { name: 'Save the numbers' }).click();
  await expect(fleet.getByRole('status')).toHaveText('Numbers saved');
  await page.reload();
  const linux = page.getByRole('region', { name: 'Machines by system' }).getByRole('row', { name: /^Linux/ });
  await expect(linux).toContainText('1 of 9,800');
  await expect(page.getByText('No machine stands so.')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await page.getByText('What was fetched').click();
    await expect(page.getByText('of version 1, 2 times')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await axe();

  await page.goto(`/${workspace.slug}/rollout/validate`);
  const check = page.getByRole('region', { name: 'Managed configuration applied for users' });
  await expect(check).toContainText('Machines have release 1: Linux.');
  await expect(check.getByRole('link', { name: 'Coverage…' })).toBeVisible();

  writeFileSync(join(root, 'etc/codex/requirements.toml'), '');
  const changed = spawnSync('sh', [join(folder, 'linux/verify.sh'), '--root', root], { encoding: 'utf8' });
  expect(changed.status).toBe(1);
  await check.getByRole('link', { name: 'Coverage…' }).click();
  const bring = page.getByRole('region', { name: 'Bring receipts' });
  await bring.getByLabel('Receipts').fill('{"receipt":1}');
  await bring.getByRole('button', { name: 'Take receipts' }).click();
  await expect(bring.getByText(/The receipt: release: /).first()).toBeVisible();
  await bring.getByLabel('Receipts').fill(changed.stdout);
  await bring.getByRole('button', { name: 'Take receipts' }).click();
  await expect(bring.getByRole('status')).toHaveText('1 machine taken');
  const machines = page.getByRole('region', { name: 'Machines', exact: true });
  await expect(machines.getByRole('row', { name: /requirements\.toml/ })).toBeVisible();
  await axe();
  await page.goto(`/${workspace.slug}/rollout/validate`);
  await expect(check).toContainText('Machines differ from release 1: Linux.');

  await page.goto(`/${workspace.slug}/configuration/coverage`);
  await delivery.getByRole('button', { name: 'Revoke for Linux fleet' }).click();
  await expect(delivery.getByRole('listitem')).toHaveCount(0);
  expect((await request.get(at('/releases/latest/bundle.zip'), { headers })).status()).toBe(401);
  rmSync(folder, { recursive: true, force: true });
});

test('before a release there is nothing to cover, and an auditor can change nothing', async ({
  page,
  workspace,
  signIn,
  api,
  axe,
}) => {
  await signIn({ appRole: 'auditor' });
  await page.goto(`/${workspace.slug}/configuration/coverage`);
  await expect(page.getByText('Nothing is released yet.')).toBeVisible();
  await axe();
  for (const path of ['/releases/latest', '/releases/latest/bundle.zip']) {
    const found = await problemOf(await api.get(path), 404, 'not_found');
    expect(found).toMatchObject({ title: 'Nothing is released yet.' });
  }

  await expect(page.getByRole('button', { name: /Make|Take|Save|Revoke/ })).toHaveCount(0);
});
