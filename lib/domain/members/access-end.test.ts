import { describe, expect, test } from 'vitest';
import { endOfDay, lastDay } from './access-end';

describe('the end of a day in a zone', () => {
  test.each([
    ['2026-11-30', 'UTC', '2026-12-01T00:00:00.000Z'],
    ['2026-11-30', 'Europe/Berlin', '2026-11-30T23:00:00.000Z'],
    ['2026-06-30', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
    ['2026-11-30', 'America/Los_Angeles', '2026-12-01T08:00:00.000Z'],
    ['2026-11-30', 'Asia/Kathmandu', '2026-11-30T18:15:00.000Z'],
    // The day the clocks are put forward, and back.
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // Clocks put forward over midnight: the next day begins at one.
    ['2023-09-02', 'America/Santiago', '2023-09-03T04:00:00.000Z'],
    ['2023-03-25', 'Asia/Beirut', '2023-03-25T22:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, end) => {
    expect(endOfDay(day, zone).toISOString()).toBe(end);
  });

  test('is the last day with access again, for any day of four years in any zone', () => {
    const start = Date.parse('2024-01-01T00:00:00Z');
    const days = Array.from({ length: 4 * 365 }, (_, index) =>
      new Date(start + index * 24 * 3_600_000).toISOString().slice(0, 10),
    );
    const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 40 === 0);

    const wrong = zones.flatMap((zone) => days.filter((day) => lastDay(endOfDay(day, zone), zone) !== day));

    expect(wrong).toEqual([]);
  });
});
