import { expect, test } from 'vitest';
import { localDay } from './local-day';

test.each([
  ['2026-11-25T23:30:00Z', 'Europe/Berlin', '2026-11-26'],
  ['2026-11-25T23:30:00Z', 'UTC', '2026-11-25'],
  ['2026-11-26T04:59:00Z', 'America/New_York', '2026-11-25'],
  ['2026-01-01T00:00:00Z', 'Asia/Tokyo', '2026-01-01'],
])('at %s it is in %s the day %s', (at, timeZone, day) => {
  expect(localDay(new Date(at), timeZone)).toBe(day);
});
