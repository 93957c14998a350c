import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import { arrange, auditLog } from '#test/arrange';
import { setChannel } from './set-channel';

const exported = {
  key: 'compliance_api',
  state: 'set_up',
  setUpBy: 'Devi Raman',
  lastExportOn: '2026-01-05',
  version: 0,
};
const stored = (workspaceId: string) => db.governanceChannel.findMany({ where: { workspaceId } });

describe('setChannel', () => {
  test('the record is stored, stands in the audit log whole, and reaches the facts', async () => {
    const { ctx } = await arrange();

    const result = await setChannel(ctx, exported);

    const after = { ...exported, link: null, note: null, by: ctx.actor.name, at: ctx.now, version: 1 };
    expect(result).toEqual({ ok: true, value: after });
    expect(await stored(ctx.workspaceId)).toMatchObject([
      { key: 'compliance_api', lastExportOn: new Date('2026-01-05'), changedBy: ctx.actor.name, version: 1 },
    ]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      {
        action: 'channel.recorded',
        subject: 'channel:compliance_api',
        before: { state: 'not_set_up', version: 0 },
        after: { ...after, at: ctx.now.toISOString() },
      },
    ]);
    expect((await loadFacts(ctx, db)).channels.get('compliance_api')).toEqual(after);
  });

  test.each(['it_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not record, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await setChannel(await as(appRole), exported);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test('an export of today counts, which is tomorrow already in the zone of the workspace', async () => {
    const { ctx } = await arrange();
    const late = { ...ctx, now: new Date('2026-11-18T23:30:00Z') };

    expect(await setChannel(late, { ...exported, lastExportOn: '2026-11-20' })).toMatchObject({
      error: { code: 'day_in_future' },
    });
    expect(await setChannel(late, { ...exported, lastExportOn: '2026-11-19' })).toMatchObject({ ok: true });
  });

  test.each([
    ['set_up_by_missing', { setUpBy: null }],
    ['note_missing', { state: 'left_out' }],
    ['day_in_future', { lastExportOn: '2099-01-01' }],
    ['invalid_input', { link: 'javascript:alert(1)' }],
    ['invalid_input', { lastExportOn: '2026-02-30' }],
    ['conflict', { version: 3 }],
  ])('%s is refused for %j', async (code, change) => {
    const { ctx } = await arrange();

    expect(await setChannel(ctx, { ...exported, ...change })).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('of two who record one channel at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('governance_owner');

    const results = await Promise.all([setChannel(ctx, exported), setChannel(other, exported)]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
  });
});
