import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { measureSuggestions } from '#lib/catalog/measure-suggestions';
import {
  changeMeasure,
  createMeasure,
  historyOf,
  isMet,
  measureFields,
  numberInWords,
  recordValue,
  retireMeasure,
  targetInWords,
  type FollowedMeasure,
} from './measure';
import { measuresStanding } from './measures-standing';

const today = '2026-11-18';
const at = new Date('2026-11-18T10:40:00Z');
const input = {
  name: 'Signed in weekly',
  unit: '%',
  direction: 'at_least' as const,
  target: 60,
  source: 'Dashboard',
};
const weekly: FollowedMeasure = { id: 'a', ...input, retiredAt: null, current: null, version: 1 };
const retired: FollowedMeasure = { ...weekly, retiredAt: at };

describe('a measure', () => {
  test('may not take the name of another, however it is spelt, nor of a retired one', () => {
    for (const other of [weekly, retired]) {
      const next = createMeasure([other], 'b', { ...input, name: 'signed in WEEKLY' });
      expect(next).toMatchObject({ ok: false, error: { code: 'measure_name_taken' } });
    }
  });

  test('keeps its own name through a change', () => {
    expect(changeMeasure([weekly], weekly, { ...input, target: 70 })).toMatchObject({
      ok: true,
      value: { target: 70, version: 2 },
    });
  });

  test('that is retired takes neither change nor value, and is not retired twice', () => {
    const refused = { ok: false, error: { code: 'measure_retired' } };

    expect(changeMeasure([retired], retired, input)).toMatchObject(refused);
    expect(retireMeasure(retired, at)).toMatchObject(refused);
    expect(recordValue(retired, { value: 1, on: today }, today)).toMatchObject(refused);
  });

  test('takes no value of a day to come', () => {
    const next = recordValue(weekly, { value: 1, on: '2026-11-19' }, today);

    expect(next).toMatchObject({ ok: false, error: { code: 'day_in_future' } });
  });

  test('stands at the value of the latest day; of the same day the one recorded last counts', () => {
    const valued = { ...weekly, current: { value: 50, on: '2026-11-10' } };

    expect(recordValue(valued, { value: 40, on: '2026-11-09' }, today)).toEqual({ ok: true, value: valued });
    expect(recordValue(valued, { value: 55, on: '2026-11-10' }, today)).toMatchObject({
      value: { current: { value: 55, on: '2026-11-10' } },
    });
  });

  test.each([
    ['at_least', 60, true],
    ['at_least', 59.9, false],
    ['at_most', 60, true],
    ['at_most', 60.1, false],
  ] as const)('%s 60 with %d is met: %s', (direction, value, met) => {
    expect(isMet({ direction, target: 60, current: { value, on: today } })).toBe(met);
  });
});

test('a history holds one value a day, oldest first', () => {
  const value = (on: string, amount: number) => ({ value: amount, on, note: null, by: 'Sam', at });
  const rows = [value('2026-11-10', 1), value('2026-11-03', 2), value('2026-11-10', 3)];

  expect(historyOf(rows).map(({ on, value: amount }) => [on, amount])).toEqual([
    ['2026-11-03', 2],
    ['2026-11-10', 3],
  ]);
});

describe('measuresStanding', () => {
  test('needs a measure with a value; retired ones do not count', () => {
    const valued = { ...weekly, current: { value: 50, on: today } };

    expect(measuresStanding({ measures: [] }).state).toBe('todo');
    expect(measuresStanding({ measures: [{ ...valued, retiredAt: at }] }).state).toBe('todo');
    expect(measuresStanding({ measures: [weekly] }).state).toBe('in_progress');
    expect(measuresStanding({ measures: [valued] }).state).toBe('done');
  });

  test('another value is no reason to sign again, another target is', () => {
    const valued = { ...weekly, current: { value: 50, on: today } };
    const content = (measure: FollowedMeasure) => measuresStanding({ measures: [measure] }).content;

    expect(content({ ...valued, current: { value: 70, on: today } })).toEqual(content(valued));
    expect(content({ ...valued, target: 70 })).not.toEqual(content(valued));
  });
});

test('numbers are written with separators and a real minus', () => {
  expect(numberInWords(-1234.567)).toBe('−1,234.57');
  expect(targetInWords({ direction: 'at_most', target: 0, unit: 'people' })).toBe('at most 0 people');
});

test('every suggestion is a measure as doors take it, with a name of its own', () => {
  const fields = z.strictObject(measureFields);
  for (const { why, ...suggestion } of measureSuggestions) {
    expect(why).not.toBe('');
    expect(fields.parse(suggestion)).toEqual(suggestion);
  }
  expect(new Set(measureSuggestions.map(({ name }) => name)).size).toBe(measureSuggestions.length);
});
