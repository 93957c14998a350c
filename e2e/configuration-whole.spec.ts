import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { askClient, clientRequired, whyNot, whyNotOlder } from '#test/oracle/client';
import { clientVersion, olderVersion } from '#test/oracle/install';
import { packClient } from './client-package';
import { expect, test } from './fixtures';

const excuse = (await whyNot()) ?? (await whyNotOlder());

const taken = `# Taken over from the old laptops.
allowed_approval_policies = ["on-request"]  # somebody has to answer
allowed_sandbox_modes = ["workspace-write"]
allowed_web_search_mode = ["cached"]
`;
const mended = `# Taken over from the old laptops.
allowed_approval_policies = ["on-request"]  # somebody has to answer
allowed_sandbox_modes = ["read-only", "workspace-write"]
allowed_web_search_modes = ["cached"]
`;

/** The files below a folder, by their paths in it. */
const filesBelow = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );

test.describe('a configuration from a broken file to the machines', () => {
  if (clientRequired && excuse !== null) throw new Error(excuse);
  test.skip(excuse !== null, excuse ?? '');
  test.setTimeout(240_000);
  let folder: string;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-whole-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is imported, mended by its findings, certified by two clients, approved, released, laid down and seen', async ({
    page,
    context,
    db,
    workspace,
    signIn,
  }) => {
    await signIn({ appRole: 'it_owner' });
    await page.goto(`/${workspace.slug}/settings`);
    for (const version of [olderVersion, clientVersion] as const) {
      const add = page.getByText('Add one from its npm package…');
      if (!(await page.getByLabel('Package').isVisible())) await add.click();
      await page.getByLabel('Package').setInputFiles(await packClient(folder, version));
      await page.getByRole('button', { name: 'Add the client' }).click();
      await expect(page.getByText(`Codex ${version}: at hand`)).toBeVisible({ timeout: 60_000 });
    }
    const fleet = `/api/v1/workspaces/${workspace.slug}/fleet`;
    const said = await page.request.put(fleet, {
      data: { oldest: olderVersion, newest: clientVersion, version: 0 },
    });
    expect(said.ok()).toBe(true);

    await page.goto(`/${workspace.slug}/configuration/requirements?view=import`);
    await page.getByLabel('Or its text').fill(taken);
    await page.getByRole('button', { name: 'Import the file' }).click();
    const findings = page.getByRole('region', { name: 'Findings' });
    await expect(findings.getByText('2 errors')).toBeVisible();
    await findings.getByRole('button', { name: /read-only/ }).click();
    await expect(findings.getByText('1 error', { exact: true })).toBeVisible();
    await findings.getByRole('button', { name: /allowed_web_search_modes/ }).click();
    await expect(findings.getByText('Nothing found', { exact: true })).toBeVisible();

    await page.goto(`/${workspace.slug}/configuration/versions`);
    await page.getByLabel('Note').first().fill('As the old laptops had it, mended.');
    await page.getByRole('button', { name: 'Keep as version 1' }).click();
    await expect(page.getByRole('link', { name: 'Version 1', exact: true })).toBeVisible();

    await context.clearCookies();
    await signIn({ appRole: 'governance_owner' });
    await page.goto(`/${workspace.slug}/configuration/versions/1`);
    await page.getByRole('button', { name: 'Approve version 1' }).click();
    await expect(page.getByText('Release freezes the bytes')).toBeVisible();

    await context.clearCookies();
    await signIn({ appRole: 'it_owner' });
    await page.goto(`/${workspace.slug}/configuration/versions/1`);
    const certificate = page.getByRole('region', { name: 'Certificate' });
    for (const version of [olderVersion, clientVersion]) {
      await expect(certificate.getByText(`Codex ${version}: As intended`)).toBeVisible({ timeout: 60_000 });
    }
    await page.getByRole('button', { name: 'Release version 1' }).click();
    await expect(page.getByText(/^Released by/)).toBeVisible();
    expect(await db.configRelease.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
      { number: 1, exceptions: [] },
    ]);

    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download bundle.zip' }).click();
    const bundle = unzipSync(readFileSync(await (await saved).path()));
    for (const [path, bytes] of Object.entries(bundle)) {
      mkdirSync(dirname(join(folder, 'bundle', path)), { recursive: true });
      writeFileSync(join(folder, 'bundle', path), bytes);
    }
    const root = join(folder, 'root');
    mkdirSync(join(root, 'etc'), { recursive: true });
    writeFileSync(join(root, 'etc/machine-id'), `${workspace.id.replaceAll('-', '')}\n`);
    execFileSync('sh', [join(folder, 'bundle/linux/install.sh'), '--root', root]);
    const laid = filesBelow(join(root, 'etc/codex'));
    expect(laid['requirements.toml']?.toString('utf8').endsWith(`\n\n${mended}`)).toBe(true);

    const everything =
      'approval_policy = "never"\nsandbox_mode = "danger-full-access"\nweb_search = "live"\n';
    expect(await askClient({ codexFolder: laid, userConfig: everything })).toMatchObject({
      ok: true,
      ignored: [],
      enforced: { approval: 'on-request', sandbox: 'read-only', webSearch: 'cached' },
      requirements: {
        allowedApprovalPolicies: ['on-request'],
        allowedSandboxModes: ['read-only', 'workspace-write'],
      },
    });

    const verify = join(folder, 'bundle/linux/verify.sh');
    const receipt = execFileSync('sh', [verify, '--root', root], { encoding: 'utf8' });
    await page.goto(`/${workspace.slug}/configuration/coverage`);
    const bring = page.getByRole('region', { name: 'Bring receipts' });
    await bring.getByLabel('Receipts').fill(receipt);
    await bring.getByRole('button', { name: 'Take receipts' }).click();
    await expect(bring.getByRole('status')).toHaveText('1 machine taken');
    const machines = page.getByRole('region', { name: 'Machines by system' });
    await expect(machines.getByRole('row', { name: /^Linux/ })).toContainText('1');
    expect(await db.machine.findMany({ where: { workspaceId: workspace.id } })).toMatchObject([
      { os: 'linux', differing: [] },
    ]);
  });
});
