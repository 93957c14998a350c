import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '#lib/data/db';
import { hashOf } from '#test/rows';

await vi.hoisted(async () => (await import('#test/own-database')).useOwnDatabase());

const bootstrap = {
  SLIPWAY_BOOTSTRAP_EMAIL: 'mara@acme.example',
  SLIPWAY_BOOTSTRAP_PASSWORD: 'correct horse battery',
  SLIPWAY_BOOTSTRAP_WORKSPACE: 'acme',
  SLIPWAY_BOOTSTRAP_TOKEN: 'acme-token-acme-token-acme-token-1234',
};

/** What a start with these variables prints. */
async function start(variables: Partial<typeof bootstrap> = {}): Promise<string> {
  for (const name of Object.keys(bootstrap)) vi.stubEnv(name, '');
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const said: unknown[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(text) > 0);
  try {
    const { prepareInstallation } = await import('./start-up');
    await prepareInstallation();
  } finally {
    write.mockRestore();
  }
  return said.join('');
}

const livingLinks = () => db.oneTimeLink.count({ where: { usedAt: null } });

beforeEach(async () => {
  await db.apiToken.deleteMany();
  await db.member.deleteMany();
  await db.account.deleteMany();
  await db.workspace.deleteMany();
  await db.oneTimeLink.deleteMany();
});

describe('an empty installation', () => {
  test('prints a set-up link of which only the hash is kept', async () => {
    const said = await start();

    const [, secret = ''] = /^ {2}http:\/\/localhost:3000\/setup\/(\S+)$/m.exec(said) ?? [];
    expect(await db.oneTimeLink.findMany()).toMatchObject([{ kind: 'setup', tokenHash: hashOf(secret) }]);
  });

  test('is set up from the environment, with neither owners nor settings', async () => {
    const said = await start(bootstrap);

    expect(said).toBe('Workspace acme is there, with mara@acme.example as its first member.\n');
    expect(
      await db.member.findMany({ include: { account: true, workspace: true, tokens: true } }),
    ).toMatchObject([
      {
        appRole: 'workspace_owner',
        account: { email: 'mara@acme.example' },
        workspace: { slug: 'acme' },
        tokens: [{ tokenHash: hashOf(bootstrap.SLIPWAY_BOOTSTRAP_TOKEN), expiresAt: null }],
      },
    ]);
    expect(await db.owner.count()).toBe(0);
    expect(await db.workspaceSetting.count()).toBe(0);
    expect(await livingLinks()).toBe(0);
  });

  test('needs no token', async () => {
    const { SLIPWAY_BOOTSTRAP_TOKEN: _, ...without } = bootstrap;

    await start(without);

    expect(await db.workspace.count()).toBe(1);
    expect(await db.apiToken.count()).toBe(0);
  });

  test('does not start on values that are refused, and says which without repeating them', async () => {
    const wrong = { SLIPWAY_BOOTSTRAP_PASSWORD: 'short', SLIPWAY_BOOTSTRAP_TOKEN: 'also-short' };

    const failure = await start({ ...bootstrap, ...wrong }).catch((thrown: unknown) => String(thrown));

    expect(failure).toContain('SLIPWAY_BOOTSTRAP_PASSWORD: Use at least 12 characters.');
    expect(failure).toContain('SLIPWAY_BOOTSTRAP_TOKEN: Use at least 32 characters.');
    expect(failure).not.toContain('also-short');
    expect(await db.workspace.count()).toBe(0);
  });
});

describe('an installation with a workspace', () => {
  test('is left as it is by the next start, whatever the environment says', async () => {
    await start(bootstrap);

    const said = await start({ ...bootstrap, SLIPWAY_BOOTSTRAP_WORKSPACE: 'other' });

    expect(said).toBe('');
    expect(await db.workspace.findMany()).toMatchObject([{ slug: 'acme' }]);
    expect(await livingLinks()).toBe(0);
  });
});
