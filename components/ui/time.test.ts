import { expect, test } from 'vitest';
import { timeInWords } from './time';

const now = new Date('2026-11-19T09:42:00Z');
const words = (at: string, zone = 'Europe/Berlin') => timeInWords(new Date(at), now, zone);

test('a moment of today is a clock time', () => {
  expect(words('2026-11-19T09:36:00Z')).toBe('10:36');
});

test('a moment of this year has day and month', () => {
  expect(words('2026-11-18T15:20:00Z')).toBe('18 Nov 16:20');
});

test('a moment of another year has its year', () => {
  expect(words('2025-11-19T09:36:00Z')).toBe('19 Nov 2025 10:36');
});

test('which day it is depends on the zone', () => {
  expect(words('2026-11-18T23:30:00Z')).toBe('00:30');
  expect(words('2026-11-18T23:30:00Z', 'UTC')).toBe('18 Nov 23:30');
});

test('a date alone is a date, also today', () => {
  expect(timeInWords(now, now, 'UTC', true)).toBe('19 Nov');
});
