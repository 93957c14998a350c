import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, dayInWords } from './calendar';
import { calendarDay } from './calendar-day';

test('days between two days are counted over a change of the clock, and backwards', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-11-18', '2026-11-01')).toBe(-17);
  expect(daysBetween('2026-11-18', '2026-11-18')).toBe(0);
});

test.each([
  ['2026-11-18', 1, '2026-12-18'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
])('%s and %i months is %s', (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected);
});

test('days are added over the end of a year', () => {
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04');
});

test('a day of another year says so', () => {
  expect(dayInWords('2026-11-08', '2026-11-18')).toBe('8 Nov');
  expect(dayInWords('2025-11-08', '2026-11-18')).toBe('8 Nov 2025');
});

test.each(['', '18.11.2026', '2026-02-30', '2026-11-18T10:00:00Z', '0202-11-18', '9999-01-01', 20261118])(
  '%j is no day',
  (value) => {
    expect(calendarDay.safeParse(value).success).toBe(false);
  },
);
