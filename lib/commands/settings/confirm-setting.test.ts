import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { arrange, auditLog } from '#test/arrange';
import { confirmSetting } from './confirm-setting';
import { setSetting } from './set-setting';

const stored = (workspaceId: string) =>
  db.settingConfirmation.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });

describe('confirmSetting', () => {
  test('what was seen is stored with who, when, note and link, and stands in the audit log', async () => {
    const { ctx } = await arrange();
    await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });
    const seen = { state: 'on', note: 'Seen in the console', link: 'https://acme.example/ticket/7' };

    const result = await confirmSetting(ctx, { key: 'codex.local', ...seen });

    const confirmation = { ...seen, restsOn: true, at: ctx.now, by: ctx.actor.name };
    expect(result).toEqual({
      ok: true,
      value: { key: 'codex.local', wanted: true, confirmed: 'on', version: 1, confirmation },
    });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ key: 'codex.local', ...confirmation }]);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'setting.confirmed',
      subject: 'setting:codex.local',
      before: { confirmed: null, confirmation: null },
      after: { confirmed: 'on', confirmation: { ...confirmation, at: ctx.now.toISOString() } },
    });
  });

  test('a toggle may be confirmed before anything is wanted of it', async () => {
    const { ctx } = await arrange();

    const result = await confirmSetting(ctx, { key: 'codex.administer', state: 'off' });

    expect(result).toMatchObject({ ok: true, value: { confirmed: 'off', version: 0, wanted: false } });
  });

  test('a later confirmation stands in front of the earlier one, which stays', async () => {
    const { ctx } = await arrange();
    await confirmSetting(ctx, { key: 'codex.local', state: 'off', note: 'first' });

    const result = await confirmSetting(ctx, { key: 'codex.local', state: 'on', note: 'second' });

    expect(result).toMatchObject({ ok: true, value: { confirmation: { note: 'second' } } });
    expect((await stored(ctx.workspaceId)).map((row) => row.note)).toEqual(['first', 'second']);
  });

  test('the IT management owner may confirm', async () => {
    const { as } = await arrange();

    const result = await confirmSetting(await as('it_owner'), { key: 'codex.local', state: 'on' });

    expect(result.ok).toBe(true);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not confirm, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await confirmSetting(await as(appRole), { key: 'codex.local', state: 'on' });

      expect(result).toMatchObject({
        ok: false,
        error: { code: 'forbidden', capability: 'setting.confirm' },
      });
      expect(await stored(ctx.workspaceId)).toEqual([]);
      expect(await auditLog(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['an unknown toggle', { key: 'codex.everything', state: 'on' }, 'key'],
    ['a state between on and off', { key: 'codex.local', state: 'maybe' }, 'state'],
    ['a note of 10,000 characters', { key: 'codex.local', state: 'on', note: 'x'.repeat(10_000) }, 'note'],
    ['a script for a link', { key: 'codex.local', state: 'on', link: 'javascript:alert(1)' }, 'link'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await confirmSetting(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('two confirmations at once are both kept, one after the other', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    await Promise.all([
      confirmSetting(ctx, { key: 'codex.local', state: 'on' }),
      confirmSetting(other, { key: 'codex.local', state: 'off' }),
    ]);

    const [first, second] = await auditLog(ctx.workspaceId);
    expect(second).toMatchObject({ sequence: 2, before: first?.after });
    expect(await stored(ctx.workspaceId)).toHaveLength(2);
  });
});
