import { beforeEach, describe, expect, test, vi } from 'vitest';
import { issueSetupLink } from '#lib/commands/sign-in/issue-link';
import { signIn } from '#lib/commands/sign-in/sign-in';
import { db } from '#lib/data/db';
import { findCaller } from '#lib/queries/callers';
import { findSetupLink } from '#lib/queries/one-time-links';
import { auditLog, contextOf, visitor } from '#test/arrange';
import { hashOf } from '#test/rows';
import { createWorkspace } from './create-workspace';

await vi.hoisted(async () => (await import('#test/own-database')).useOwnDatabase());

const fields = {
  name: 'Mara Lindqvist',
  email: 'Mara@acme.example',
  password: 'correct horse battery',
  workspaceName: 'Acme Europe',
  timeZone: 'Europe/Berlin',
};

async function newLink(): Promise<string> {
  const link = await issueSetupLink(visitor(), {});
  if (!link.ok) throw new Error(link.error.code);
  return link.value.secret;
}

async function count() {
  const [workspaces, accounts, members] = await Promise.all([
    db.workspace.count(),
    db.account.count(),
    db.member.count(),
  ]);
  return { workspaces, accounts, members };
}
const nothing = { workspaces: 0, accounts: 0, members: 0 };

beforeEach(async () => {
  await db.apiToken.deleteMany();
  await db.session.deleteMany();
  await db.member.deleteMany();
  await db.account.deleteMany();
  await db.workspace.deleteMany();
});

describe('createWorkspace', () => {
  test('creates the workspace and its first owner, who names no Step 0 owner and sets nothing', async () => {
    const ctx = visitor();

    const result = await createWorkspace(ctx, { ...fields, secret: await newLink() });

    const { workspaceId } = ctx;
    expect(result).toEqual({
      ok: true,
      value: { slug: 'acme-europe', name: 'Acme Europe', email: 'mara@acme.example' },
    });
    expect(await db.workspace.findMany()).toMatchObject([
      { id: workspaceId, slug: 'acme-europe', name: 'Acme Europe', timeZone: 'Europe/Berlin' },
    ]);
    expect(await db.member.findMany({ include: { account: true } })).toMatchObject([
      {
        workspaceId,
        appRole: 'workspace_owner',
        endsAt: null,
        account: { name: fields.name, email: 'mara@acme.example' },
      },
    ]);
    expect(await db.owner.count()).toBe(0);
    expect(await db.workspaceSetting.count()).toBe(0);
    expect(await db.apiToken.count()).toBe(0);
    const { email, password } = fields;
    expect((await signIn(visitor(), { email, password, userAgent: '' })).ok).toBe(true);
  });

  test('the audit log says what was created, without a secret', async () => {
    const ctx = visitor();
    const [secret, token] = [await newLink(), 'acme-token-acme-token-acme-token-1234'];

    await createWorkspace(ctx, { ...fields, secret, token });

    const log = await auditLog(ctx.workspaceId);
    expect(log).toMatchObject([
      {
        action: 'workspace.created',
        subject: 'workspace:acme-europe',
        before: null,
        after: { slug: 'acme-europe', firstMember: fields.name, apiToken: true },
      },
    ]);
    for (const hidden of [secret, token, fields.password, 'scrypt$']) {
      expect(JSON.stringify(log)).not.toContain(hidden);
    }
  });

  test('a token given with it acts as the first member, without end, and is stored hashed', async () => {
    const token = 'acme-token-acme-token-acme-token-1234';

    await createWorkspace(visitor(), { ...fields, slug: 'acme', token, secret: await newLink() });

    expect(await db.apiToken.findMany()).toMatchObject([
      { tokenHash: hashOf(token), expiresAt: null, revokedAt: null },
    ]);
    const caller = await findCaller({ kind: 'token', secret: token, slug: 'acme', now: new Date() });
    expect(caller?.membership).toMatchObject({ appRole: 'workspace_owner', email: 'mara@acme.example' });
  });

  test('of two who use the link at once, one succeeds', async () => {
    const secret = await newLink();

    const results = await Promise.all([
      createWorkspace(visitor(), { ...fields, secret, slug: 'one' }),
      createWorkspace(visitor(), { ...fields, secret, slug: 'two', email: 'devi@acme.example' }),
    ]);

    const codes = results.map((result) => (result.ok ? 'created' : result.error.code));
    expect(codes.sort()).toEqual(['already_set_up', 'created']);
    expect(await count()).toEqual({ workspaces: 1, accounts: 1, members: 1 });
  });

  test('of two with links of their own at once, one succeeds', async () => {
    const secrets = [await newLink(), await newLink()];

    const results = await Promise.all(
      secrets.map((secret, index) =>
        createWorkspace(visitor(), { ...fields, secret, slug: `acme-${index}` }),
      ),
    );

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await count()).workspaces).toBe(1);
  });

  test('the link works for 24 hours', async () => {
    const secret = await newLink();
    const link = await findSetupLink(secret, new Date());
    const end = link?.expiresAt ?? new Date(0);

    const result = await createWorkspace(visitor(undefined, end), { ...fields, secret });

    expect(Math.round((end.getTime() - Date.now()) / 60_000)).toBe(24 * 60);
    expect(result).toMatchObject({ ok: false, error: { code: 'link_used' } });
    expect(await count()).toEqual(nothing);
  });

  test('a made-up link is refused', async () => {
    const result = await createWorkspace(visitor(), { ...fields, secret: 'made-up' });

    expect(result).toMatchObject({ ok: false, error: { code: 'link_used' } });
    expect(await count()).toEqual(nothing);
  });

  test.each([
    ['a reserved word for the address', { slug: 'api' }, 'slug'],
    ['a name that makes no address', { workspaceName: '株式会社' }, 'slug'],
    ['a short password', { password: 'short' }, 'password'],
    ['an unknown time zone', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    ['a short token', { token: 'short' }, 'token'],
    ['no name', { name: ' ' }, 'name'],
    ['no e-mail address', { email: 'mara' }, 'email'],
  ])('%s is refused beside its field, and the link stays', async (_, wrong, field) => {
    const secret = await newLink();

    const result = await createWorkspace(visitor(), { ...fields, ...wrong, secret });

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await count()).toEqual(nothing);
    expect(await findSetupLink(secret, new Date())).not.toBeNull();
  });

  test('a member may not create another workspace', async () => {
    await createWorkspace(visitor(), { ...fields, secret: await newLink() });
    const member = await db.member.findFirstOrThrow({ include: { account: true } });
    const { name, email } = member.account;
    const owner = { id: member.id, accountId: member.accountId, name, email };

    const result = await createWorkspace(
      contextOf(visitor().workspaceId, { ...owner, appRole: 'workspace_owner' }),
      {
        ...fields,
        slug: 'second',
        secret: 'any',
      },
    );

    expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await count()).workspaces).toBe(1);
  });
});
