import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { setReportingOwner } from './set-reporting-owner';

const sam = { area: 'audit', name: 'Sam Whitlock', email: 'sam@acme.example', version: 0 };
const stored = (workspaceId: string) => db.reportingOwner.findMany({ where: { workspaceId } });

describe('setReportingOwner', () => {
  test('somebody without an account is named by name and e-mail, and leaving it to nobody is a write', async () => {
    const { ctx } = await arrange();

    expect(await setReportingOwner(ctx, sam)).toEqual({ ok: true, value: { ...sam, version: 1 } });
    expect(await setReportingOwner(ctx, { area: 'audit', version: 1 })).toMatchObject({
      ok: true,
      value: { name: null, version: 2 },
    });
    expect((await auditLog(ctx.workspaceId)).map(({ action, subject }) => [action, subject])).toEqual([
      ['reporting_owner.named', 'reporting_owner:audit'],
      ['reporting_owner.removed', 'reporting_owner:audit'],
    ]);
  });

  test('a member is named with the member’s own name and address', async () => {
    const { ctx } = await arrange();
    const result = await setReportingOwner(ctx, { area: 'adoption', memberId: ctx.actor.id, version: 0 });

    expect(result).toMatchObject({
      ok: true,
      value: { name: ctx.actor.name, email: expect.stringMatching(/@acme\.example$/) as string },
    });
  });

  test('nobody of another workspace can be chosen', async () => {
    const [{ ctx }, { ctx: stranger }] = await Promise.all([arrange(), arrange()]);

    const result = await setReportingOwner(ctx, { area: 'audit', memberId: stranger.actor.id, version: 0 });

    expect(result).toMatchObject({ ok: false, error: { code: 'member_unknown' } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each([{ name: 'Sam Whitlock' }, { email: 'sam@acme.example' }])(
    'a member and somebody typed, %j, are refused together, and nobody is passed over',
    async (typed) => {
      const { ctx } = await arrange();

      const result = await setReportingOwner(ctx, {
        area: 'audit',
        memberId: ctx.actor.id,
        ...typed,
        version: 0,
      });

      const message = 'Choose a member, or write name and e-mail; not both.';
      expect(result).toMatchObject({ error: { code: 'member_and_name', fields: { memberId: [message] } } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['owner_name_missing', { name: null }],
    ['invalid_input', { email: 'sam' }],
    ['conflict', { version: 2 }],
  ])('%s is refused for %j', async (code, change) => {
    const { ctx } = await arrange();

    expect(await setReportingOwner(ctx, { ...sam, ...change })).toMatchObject({ ok: false, error: { code } });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test.each(['it_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not name',
    async (appRole) => {
      const { ctx, as } = await arrange();

      expect(await setReportingOwner(await as(appRole), sam)).toMatchObject({ error: { code: 'forbidden' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test('of two who name at once, one meets a conflict', async () => {
    const { ctx } = await arrange();

    const results = await Promise.all([
      setReportingOwner(ctx, sam),
      setReportingOwner(ctx, { ...sam, name: 'Aiko Mori' }),
    ]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['conflict', 'stored']);
  });
});
