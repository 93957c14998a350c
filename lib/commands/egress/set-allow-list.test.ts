import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { findStoredRollout } from '#lib/data/rollout-facts';
import { readAllowListNow, readDrift } from '#lib/queries/egress';
import { arrange, auditLog } from '#test/arrange';
import { recordPublication } from './record-publication';
import { setAllowList } from './set-allow-list';

const stored = (workspaceId: string) => db.egressAllowList.findMany({ where: { workspaceId } });
const file = (...cidrs: string[]) =>
  JSON.stringify({
    creationTime: '2026-11-20T08:00:00Z',
    prefixes: cidrs.map((cidr) => (cidr.includes(':') ? { ipv6Prefix: cidr } : { ipv4Prefix: cidr })),
  });
const list = { cidrs: ['20.1.2.0/24', '2A01:111::/32'], version: 0 };

describe('setAllowList', () => {
  test('the list is stored in its one spelling, and stands in the audit log by counts and digest', async () => {
    const { ctx } = await arrange();

    const result = await setAllowList(ctx, list);

    const cidrs = ['20.1.2.0/24', '2a01:111::/32'];
    const view = { cidrs, version: 1, changedAt: ctx.now, changedBy: ctx.actor.name };
    expect(result).toEqual({ ok: true, value: view });
    expect(await readAllowListNow(ctx)).toEqual(view);
    const { egress } = await findStoredRollout(db, ctx);
    expect(egress).toEqual({
      allowList: { version: 1, list: { count: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      publication: null,
      drift: null,
    });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'egress.allow_list_set',
        subject: 'egress:allow_list',
        before: { allowList: { version: 0, list: null } },
        after: { ...egress, added: { count: 2, blocks: cidrs }, removed: { count: 0, blocks: [] } },
      },
    ]);
  });

  test('the drift follows from the file that was read before, and split ranges are none', async () => {
    const { ctx } = await arrange();
    await recordPublication(ctx, { text: file('20.1.2.0/24', '2a01:111::/32') });

    await setAllowList(ctx, { cidrs: ['20.1.2.128/25', '20.1.2.0/25', '2a01:111::/32'], version: 0 });
    expect(await readDrift(ctx)).toMatchObject({ missing: [], surplus: [] });

    await setAllowList(ctx, { cidrs: '20.1.2.0/25, 20.9.0.0/24, 20.9.1.0/24', version: 1 });
    expect(await readDrift(ctx)).toEqual({
      missing: ['20.1.2.128/25', '2a01:111::/32'],
      surplus: ['20.9.0.0/23'],
      publishedAt: new Date('2026-11-20T08:00:00Z'),
      readAt: ctx.now,
    });
    expect((await findStoredRollout(db, ctx)).egress.drift).toEqual({ missing: 2, surplus: 1 });
  });

  test('the same addresses written otherwise have the same digest', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, { cidrs: ['20.1.2.0/24'], version: 0 });
    await setAllowList(ctx, { cidrs: ['20.1.2.128/25', '20.1.2.0/25'], version: 1 });

    const [before, after] = (await auditLog(ctx.workspaceId)).map((event) => event.after);
    expect(after).toMatchObject({ added: { count: 0 }, removed: { count: 0 } });
    const digestOf = (value: unknown) => JSON.stringify(value).match(/"digest":"(\w+)"/)?.[1];
    expect(digestOf(after)).toBe(digestOf(before));
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not write it, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setAllowList(await as(appRole), list);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'egress.write' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('an IT management owner may', async () => {
    const { as } = await arrange();

    expect(await setAllowList(await as('it_owner'), list)).toMatchObject({ ok: true });
  });

  test('one bad entry refuses the whole list, named by its line, and the list before stays', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, list);

    const result = await setAllowList(ctx, { cidrs: '20.1.2.0/24\n10.0.0.0/8', version: 1 });

    expect(result).toMatchObject({
      ok: false,
      error: { code: 'allow_list_unusable', findings: [{ line: 2 }] },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ version: 1, cidrs: { length: 2 } }]);
  });

  test('what is no list is refused beside its field', async () => {
    const { ctx } = await arrange();

    const result = await setAllowList(ctx, { cidrs: 7, version: 0 });

    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['cidrs']);
  });

  test('a version that has moved on is a conflict that carries the list as stored', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, list);

    expect(await setAllowList(ctx, { cidrs: ['20.9.0.0/24'], version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 1, cidrs: ['20.1.2.0/24', '2a01:111::/32'] } },
    });
  });

  test('the same list again leaves no audit event', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, list);

    expect(await setAllowList(ctx, { ...list, version: 1 })).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who write it at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      setAllowList(ctx, list),
      setAllowList(other, { cidrs: ['20.9.0.0/24'], version: 0 }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('lists that differ by more blocks than are compared', () => {
  const addresses = Array.from({ length: 1_000 }, (_, index) => `2a00:${index.toString(16)}::/128`);
  const refused = { ok: false, error: { code: 'difference_too_large' } };

  test('an allow list is refused at its field, and the list before stays', async () => {
    const { ctx } = await arrange();
    await recordPublication(ctx, { text: file('2a00::/16') });
    await setAllowList(ctx, list);

    const result = await setAllowList(ctx, { cidrs: addresses, version: 1 });

    expect(result).toMatchObject(refused);
    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual(['cidrs']);
    expect(await stored(ctx.workspaceId)).toMatchObject([{ version: 1, cidrs: { length: 2 } }]);
  });

  test('a published file is refused, and the one before stays', async () => {
    const { ctx } = await arrange();
    await recordPublication(ctx, { text: file('2a00::/128') });
    await setAllowList(ctx, { cidrs: addresses, version: 0 });

    expect(await recordPublication(ctx, { text: file('2a00::/16') })).toMatchObject(refused);
    expect(await readDrift(ctx)).toMatchObject({ missing: [], surplus: { length: 999 } });
  });

  test('a change of the list is recorded by its number and its first blocks', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, { cidrs: addresses, version: 0 });

    expect(await setAllowList(ctx, { cidrs: ['2a00::/16'], version: 1 })).toMatchObject({ ok: true });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      after: { added: { count: expect.any(Number), blocks: { length: 500 } }, removed: { count: 0 } },
    });
  });
});
