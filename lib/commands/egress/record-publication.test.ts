import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { findStoredRollout } from '#lib/data/rollout-facts';
import { readDrift, readPublished, readWantedAllowList } from '#lib/queries/egress';
import { arrange, auditLog } from '#test/arrange';
import { recordPublication } from './record-publication';
import { setAllowList } from './set-allow-list';

const stored = (workspaceId: string) =>
  db.egressPublication.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
const text = JSON.stringify({
  creationTime: '2026-11-20T08:00:00Z',
  prefixes: [{ ipv4Prefix: '20.1.2.0/25' }, { ipv4Prefix: '20.1.2.128/25' }, { ipv6Prefix: '2a01:111::/32' }],
});

describe('recordPublication', () => {
  test('the file is stored with who read it, when, and its hash, and stands in the audit log', async () => {
    const { ctx } = await arrange();

    const result = await recordPublication(ctx, { text });

    const view = {
      count: 3,
      publishedAt: new Date('2026-11-20T08:00:00Z'),
      readAt: ctx.now,
      source: 'upload',
      sha256: createHash('sha256').update(text).digest('hex'),
      by: ctx.actor.name,
    };
    expect(result).toEqual({ ok: true, value: view });
    expect(await readPublished(ctx)).toEqual({
      ...view,
      cidrs: ['20.1.2.0/25', '20.1.2.128/25', '2a01:111::/32'],
    });
    const { egress } = await findStoredRollout(db, ctx);
    expect(egress).toMatchObject({ publication: { count: 3, readAt: ctx.now }, drift: null });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'egress.publication_recorded',
        after: {
          ...JSON.parse(JSON.stringify(egress)),
          source: 'upload',
          added: { count: 2, blocks: ['20.1.2.0/24', '2a01:111::/32'] },
          removed: { count: 0 },
        },
      },
    ]);
  });

  test('the drift of the allow list follows the newer file', async () => {
    const { ctx } = await arrange();
    await setAllowList(ctx, { cidrs: ['20.1.2.0/24'], version: 0 });

    await recordPublication(ctx, { text });

    expect(await readDrift(ctx)).toMatchObject({ missing: ['2a01:111::/32'], surplus: [] });
    expect((await findStoredRollout(db, ctx)).egress.drift).toEqual({ missing: 1, surplus: 0 });
  });

  test('the list to allow is the published ranges as the fewest blocks, one a line', async () => {
    const { ctx } = await arrange();
    expect(await readWantedAllowList(ctx)).toBeNull();
    await recordPublication(ctx, { text });

    expect(await readWantedAllowList(ctx)).toMatchObject({
      name: 'codex-egress-ranges.txt',
      text: '20.1.2.0/24\n2a01:111::/32\n',
    });
  });

  test('without an allow list all that is published is missing; without a file nothing is', async () => {
    const { ctx } = await arrange();
    expect(await readDrift(ctx)).toEqual({ missing: [], surplus: [], publishedAt: null, readAt: null });
    await recordPublication(ctx, { text });

    expect(await readDrift(ctx)).toMatchObject({ missing: ['20.1.2.0/24', '2a01:111::/32'], surplus: [] });
  });

  test.each([
    ['empty', ''],
    ['half a file', text.slice(0, -20)],
    ['without ranges', '{"prefixes":[]}'],
    ['with all of IPv4', '{"prefixes":[{"ipv4Prefix":"0.0.0.0/0"}]}'],
    ['with one bad entry', text.replace('20.1.2.0/25', '20.1.2.1/25')],
  ])('a file that is %s is refused whole, and nothing is taken away', async (_, broken) => {
    const { ctx } = await arrange();
    await setAllowList(ctx, { cidrs: ['20.1.2.0/24', '2a01:111::/32'], version: 0 });
    await recordPublication(ctx, { text });
    const before = await findStoredRollout(db, ctx);

    const result = await recordPublication(ctx, { text: broken });

    expect(result).toMatchObject({ ok: false, error: { code: 'published_file_unusable' } });
    expect(await stored(ctx.workspaceId)).toHaveLength(1);
    expect((await findStoredRollout(db, ctx)).egress).toEqual(before.egress);
    expect(await readDrift(ctx)).toMatchObject({ missing: [], surplus: [] });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(2);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may hand none in, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await recordPublication(await as(appRole), { text });

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test('two files at once are both kept, and the drift is that of the last', async () => {
    const { ctx, as } = await arrange();
    await setAllowList(ctx, { cidrs: ['20.1.2.0/24'], version: 0 });
    const other = await as('it_owner');

    await Promise.all([
      recordPublication(ctx, { text }),
      recordPublication(other, { text: '{"prefixes":[{"ipv4Prefix":"20.1.2.0/24"}]}' }),
    ]);

    const rows = await stored(ctx.workspaceId);
    expect(rows).toHaveLength(2);
    const missing = rows.at(-1)?.count === 3 ? ['2a01:111::/32'] : [];
    expect(await readDrift(ctx)).toMatchObject({ missing, surplus: [] });
  });
});
