import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readOwnTokens } from '#lib/queries/api-tokens';
import { findCaller } from '#lib/queries/callers';
import { arrange, auditLog } from '#test/arrange';
import { hashOf } from '#test/rows';
import { createApiToken } from './create-api-token';
import { revokeApiToken } from './revoke-api-token';

async function made(appRole: 'workspace_owner' | 'auditor' = 'workspace_owner', fields = {}) {
  const scene = await arrange();
  const ctx = await scene.as(appRole);
  const result = await createApiToken(ctx, { name: 'Nightly export', ...fields });
  if (!result.ok) throw new Error(result.error.code);
  const ask = (now = new Date()) =>
    findCaller({ kind: 'token', secret: result.value.token, slug: scene.workspace.slug, now });
  return { ...scene, ctx, token: result.value, ask };
}

describe('createApiToken', () => {
  test.each(['workspace_owner', 'auditor'] as const)(
    'makes a secret that acts as the %s who made it, of which only the hash is kept',
    async (appRole) => {
      const { ctx, token, ask } = await made(appRole);

      expect((await ask())?.membership).toMatchObject({ memberId: ctx.actor.id, appRole });
      const row = await db.apiToken.findUniqueOrThrow({ where: { id: token.id } });
      expect(row).toMatchObject({ memberId: ctx.actor.id, tokenHash: hashOf(token.token), expiresAt: null });
      expect(await readOwnTokens(ctx)).toEqual({
        tokens: [
          { id: token.id, name: 'Nightly export', createdAt: ctx.now, lastUsedAt: null, endsOn: null },
        ],
      });
    },
  );

  test('stands in the audit log, without the secret', async () => {
    const { ctx, token } = await made();

    const log = await auditLog(ctx.workspaceId);
    expect(log).toMatchObject([
      { action: 'api_token.created', subject: `api_token:${token.id}`, after: { name: 'Nightly export' } },
    ]);
    for (const hidden of [token.token, hashOf(token.token)])
      expect(JSON.stringify(log)).not.toContain(hidden);
  });

  test('ends with its last day, in the workspace’s zone', async () => {
    const { token, ask } = await made('workspace_owner', { endsOn: '2098-06-30' });

    expect(token.endsOn).toBe('2098-06-30');
    expect(await ask(new Date('2098-06-30T21:59:59Z'))).not.toBeNull();
    expect(await ask(new Date('2098-06-30T22:00:00Z'))).toBeNull();
  });

  test('a token that ends makes none that works longer than itself, neither for ever', async () => {
    const { ctx, ask } = await made('workspace_owner', { endsOn: '2098-06-30' });
    const asToken = { ...ctx, tokenEndsAt: (await ask())?.tokenEndsAt ?? null };
    const fieldsOf = async (endsOn: string | null) => {
      const result = await createApiToken(asToken, { name: 'Another', endsOn });
      return !result.ok && 'fields' in result.error ? result.error.fields : result.ok;
    };

    const tooLate = { endsOn: ['This API token ends on 2098-06-30, and makes none that works longer.'] };
    expect(await fieldsOf('2098-07-01')).toEqual(tooLate);
    expect(await fieldsOf(null)).toEqual(tooLate);
    expect(await fieldsOf('2098-06-30')).toBe(true);
  });

  test.each([
    ['no name', { name: '' }, 'name'],
    ['a day that is over', { name: 'x', endsOn: '2020-01-01' }, 'endsOn'],
    ['a secret of one’s own', { name: 'x', token: 'mine' }, 'token'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await createApiToken(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await db.apiToken.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });
});

describe('revokeApiToken', () => {
  test('ends one’s own token at its next request, once', async () => {
    const { ctx, token, ask } = await made();

    const results = await Promise.all([
      revokeApiToken(ctx, { id: token.id }),
      revokeApiToken(ctx, { id: token.id }),
    ]);

    expect(results.map((result) => (result.ok ? 'done' : result.error.code)).sort()).toEqual([
      'done',
      'not_found',
    ]);
    expect(await ask()).toBeNull();
    expect(await readOwnTokens(ctx)).toEqual({ tokens: [] });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'api_token.revoked',
      after: null,
    });
  });

  test('nobody sees or revokes the token of another member', async () => {
    const { as, token, ask } = await made();
    const other = await as('workspace_owner');

    expect(await readOwnTokens(other)).toEqual({ tokens: [] });
    expect(await revokeApiToken(other, { id: token.id })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await ask()).not.toBeNull();
  });
});
