import { describe, expect, test } from 'vitest';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { recordFetch } from '#lib/commands/receipts/record-fetch';
import { deactivateMember } from '#lib/commands/members/deactivate-member';
import { db } from '#lib/data/db';
import { findCaller } from '#lib/queries/callers';
import { readDeliveryTokens } from '#lib/queries/delivery-tokens';
import { readOwnTokens } from '#lib/queries/api-tokens';
import { readReleaseFile } from '#lib/queries/releases';
import { readVersions } from '#lib/queries/config-versions';
import { arrange, auditLog } from '#test/arrange';
import { shipped } from '#test/shipped';
import { createDeliveryToken } from './create-delivery-token';
import { revokeDeliveryToken } from './revoke-delivery-token';

const made = async (ctx: Parameters<typeof createDeliveryToken>[0], endsOn: string | null = null) => {
  const result = await createDeliveryToken(ctx, { name: 'Linux fleet', endsOn });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('a delivery token', () => {
  test('is shown once, kept as its hash, and made in the record without it', async () => {
    const { ctx, as, workspace } = await arrange();
    const it = await as('it_owner');

    const { token, id } = await made(it, '2098-06-30');

    const caller = await findCaller({ kind: 'token', secret: token, slug: workspace.slug, now: new Date() });
    expect(caller).toMatchObject({ token: { id, scope: 'delivery' }, membership: { memberId: it.actor.id } });
    const { tokens } = (await readDeliveryTokens(ctx)) ?? {};
    expect(tokens).toMatchObject([
      { id, name: 'Linux fleet', by: it.actor.name, endsOn: '2098-06-30', fetches: [] },
    ]);
    expect(await readOwnTokens(it)).toEqual({ tokens: [] });
    const [event] = await auditLog(ctx.workspaceId);
    expect(event).toMatchObject({ action: 'delivery_token.created', subject: `api_token:${id}` });
    expect(JSON.stringify(event)).not.toContain(token);
  });

  test('fetches releases, and may do nothing else', async () => {
    const { ctx } = await shipped();
    const by = { ...ctx, actor: { ...ctx.actor, scope: 'delivery' as const } };

    expect(await readReleaseFile(by, { number: 'latest', file: 'linux.zip' })).toMatchObject({ release: 1 });
    await expect(readVersions(by)).rejects.toThrow('You may not see this.');
    expect(await setConfiguration(by, { preset: 'strict', version: 1 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await createDeliveryToken(by, { name: 'Another' })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  test('is noted by file and release: how often it fetched, and when last', async () => {
    const { ctx } = await shipped();
    const { id: tokenId } = await made(ctx);
    const later = new Date(ctx.now.getTime() + 60_000);

    await recordFetch({ ...ctx, tokenId }, { release: 1, file: 'linux.zip' });
    await recordFetch({ ...ctx, tokenId, now: later }, { release: 1, file: 'linux.zip' });
    await recordFetch(ctx, { release: 1, file: 'bundle.zip' });

    expect((await readDeliveryTokens(ctx))?.tokens[0]?.fetches).toEqual([
      { release: 1, file: 'linux.zip', times: 2, lastAt: later },
    ]);
    const actions = (await auditLog(ctx.workspaceId)).map(({ action }) => action);
    expect(actions.at(-1)).toBe('delivery_token.created');
  });

  test('is revoked by any IT owner, whoever made it, and ends with its maker', async () => {
    const { ctx, as, workspace } = await arrange();
    const [it, other] = [await as('it_owner'), await as('it_owner')];
    const [first, second] = [await made(it), await made(it)];
    const works = async (token: string) =>
      (await findCaller({ kind: 'token', secret: token, slug: workspace.slug, now: new Date() })) !== null;

    expect(await revokeDeliveryToken(await as('auditor'), { id: first.id })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await works(first.token)).toBe(true);
    expect(await revokeDeliveryToken(other, { id: first.id })).toMatchObject({ ok: true });
    expect([await works(first.token), await works(second.token)]).toEqual([false, true]);
    expect(await revokeDeliveryToken(other, { id: first.id })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'delivery_token.revoked' });

    const version = (await db.member.findUniqueOrThrow({ where: { id: it.actor.id } })).version;
    await deactivateMember(ctx, { id: it.actor.id, version });
    expect(await works(second.token)).toBe(false);
    expect((await readDeliveryTokens(ctx))?.tokens).toEqual([]);
  });

  test('of another workspace is not found, and a governance owner makes none', async () => {
    const { ctx, as } = await arrange();
    const { id } = await made((await arrange()).ctx);

    expect(await revokeDeliveryToken(ctx, { id })).toMatchObject({ error: { code: 'not_found' } });
    expect(await createDeliveryToken(await as('governance_owner'), { name: 'Mine' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await db.apiToken.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });
});
