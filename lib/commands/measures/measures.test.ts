import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import type { Context } from '#lib/domain/context';
import { readMeasures } from '#lib/queries/measures';
import { arrange, auditLog } from '#test/arrange';
import { changeMeasure } from './change-measure';
import { createMeasure } from './create-measure';
import { recordMeasureValue } from './record-measure-value';
import { retireMeasure } from './retire-measure';

const weekly = {
  name: 'Signed in weekly',
  unit: '%',
  direction: 'at_least',
  target: 60,
  source: 'Dashboard',
};

async function measured() {
  const scene = await arrange();
  const result = await createMeasure(scene.ctx, weekly);
  if (!result.ok) throw new Error(result.error.code);
  return { ...scene, id: result.value.id };
}

const actions = async ({ workspaceId }: Context) => (await auditLog(workspaceId)).map(({ action }) => action);

describe('a measure', () => {
  test('is stored with its target, stands in the audit log, and reaches the facts', async () => {
    const { ctx, id } = await measured();

    const measure = { id, ...weekly, retiredAt: null, current: null, version: 1 };
    expect((await loadFacts(ctx, db)).measures).toEqual([measure]);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'measure.created', subject: `measure:${id}`, before: null, after: measure },
    ]);
  });

  test('takes values; a second one of a day corrects the first, which stays stored', async () => {
    const { ctx, id } = await measured();
    await recordMeasureValue(ctx, { id, value: 41.5, on: '2026-01-12' });
    await recordMeasureValue(ctx, { id, value: 30, on: '2026-01-05' });

    const result = await recordMeasureValue(ctx, { id, value: 42, on: '2026-01-12', note: 'Counted again' });

    expect(result).toMatchObject({ ok: true, value: { current: { value: 42, on: '2026-01-12' } } });
    const found = await readMeasures(ctx);
    expect(found?.measures[0]?.history.map(({ on, value }) => [on, value])).toEqual([
      ['2026-01-05', 30],
      ['2026-01-12', 42],
    ]);
    expect((await loadFacts(ctx, db)).measures[0]?.current).toEqual({ value: 42, on: '2026-01-12' });
    expect(await db.measureValue.count({ where: { measureId: id } })).toBe(3);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'measure.value_recorded',
      after: { current: { value: 42 }, recorded: { value: 42, on: '2026-01-12', note: 'Counted again' } },
    });
  });

  test('that is retired keeps its history and takes nothing more', async () => {
    const { ctx, id } = await measured();
    await recordMeasureValue(ctx, { id, value: 30, on: '2026-01-05' });

    expect(await retireMeasure(ctx, { id, version: 1 })).toMatchObject({ ok: true, value: { version: 2 } });

    const refused = { ok: false, error: { code: 'measure_retired' } };
    expect(await recordMeasureValue(ctx, { id, value: 1, on: '2026-01-06' })).toMatchObject(refused);
    expect(await changeMeasure(ctx, { id, ...weekly, version: 2 })).toMatchObject(refused);
    expect((await readMeasures(ctx))?.measures[0]).toMatchObject({
      retiredAt: ctx.now,
      history: [{ value: 30 }],
    });
  });

  test.each([
    ['measure_name_taken', weekly],
    ['invalid_input', { ...weekly, name: '' }],
    ['invalid_input', { ...weekly, target: Number.NaN }],
    ['invalid_input', { ...weekly, target: 1e13 }],
    ['invalid_input', { ...weekly, direction: 'about' }],
  ])('%s is refused', async (code, input) => {
    const { ctx } = await measured();

    expect(await createMeasure(ctx, input)).toMatchObject({ ok: false, error: { code } });
    expect(await actions(ctx)).toEqual(['measure.created']);
  });

  test('meets a conflict at another version, and a day to come is refused', async () => {
    const { ctx, id } = await measured();

    expect(await changeMeasure(ctx, { id, ...weekly, version: 2 })).toMatchObject({
      error: { code: 'conflict', current: { version: 1 } },
    });
    expect(await retireMeasure(ctx, { id, version: 2 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await recordMeasureValue(ctx, { id, value: 1, on: '2099-01-01' })).toMatchObject({
      error: { code: 'day_in_future' },
    });
  });

  test('takes a value of today, which is tomorrow already in the zone of the workspace', async () => {
    const { ctx, id } = await measured();
    const late = { ...ctx, now: new Date('2026-11-18T23:30:00Z') };

    expect(await recordMeasureValue(late, { id, value: 1, on: '2026-11-20' })).toMatchObject({
      error: { code: 'day_in_future' },
    });
    expect(await recordMeasureValue(late, { id, value: 1, on: '2026-11-19' })).toMatchObject({ ok: true });
  });

  test('of another workspace is not found', async () => {
    const [{ id }, { ctx: stranger }] = await Promise.all([measured(), arrange()]);

    for (const attempt of [
      changeMeasure(stranger, { id, ...weekly, version: 1 }),
      retireMeasure(stranger, { id, version: 1 }),
      recordMeasureValue(stranger, { id, value: 1, on: '2026-01-05' }),
    ]) {
      expect(await attempt).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });

  test.each(['it_owner', 'contributor', 'auditor'] as const)(
    'may not be set or valued by the app role %s',
    async (appRole) => {
      const { ctx, as, id } = await measured();
      const other = await as(appRole);

      expect(await createMeasure(other, { ...weekly, name: 'Other' })).toMatchObject({
        error: { code: 'forbidden' },
      });
      expect(await recordMeasureValue(other, { id, value: 1, on: '2026-01-05' })).toMatchObject({
        error: { code: 'forbidden' },
      });
      expect(await actions(ctx)).toEqual(['measure.created']);
    },
  );

  test('of two that take one name at once, one is refused', async () => {
    const { ctx } = await arrange();

    const results = await Promise.all([createMeasure(ctx, weekly), createMeasure(ctx, weekly)]);

    const codes = results.map((result) => (result.ok ? 'stored' : result.error.code));
    expect(codes.sort()).toEqual(['measure_name_taken', 'stored']);
  });
});
