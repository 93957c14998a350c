import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { nothingStored } from '#lib/domain/rollout/facts';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { rolloutRisks } from '#lib/domain/rollout/risks';
import { cadenceStanding } from './cadence-standing';
import { isOverdue, nextDay, noCadence, setCadence, type Cadence } from './cadence';

const today = '2026-11-18';
const monthly: Cadence = { every: 'monthly', nextOn: '2026-12-01', version: 2 };

const facts = (cadence: Cadence, now = '2026-11-18T10:40:00Z', timeZone = 'Europe/Berlin') => ({
  ...nothingStored,
  guide,
  timeZone,
  now: new Date(now),
  digest: (text: string) => text,
  cadence,
});

describe('setCadence', () => {
  test('a cadence with its next date counts one write', () => {
    const next = setCadence(noCadence, { every: 'weekly', nextOn: today }, today);

    expect(next).toEqual({ ok: true, value: { every: 'weekly', nextOn: today, version: 1 } });
  });

  test('the same again changes nothing, also once its date has passed', () => {
    const passed: Cadence = { ...monthly, nextOn: '2026-11-01' };
    const next = setCadence(passed, { every: 'monthly', nextOn: '2026-11-01' }, today);

    expect(next.ok && next.value).toBe(passed);
  });

  test('a date that has passed is refused beside its field', () => {
    const next = setCadence(monthly, { every: 'monthly', nextOn: '2026-11-17' }, today);

    expect(next).toMatchObject({ ok: false, error: { code: 'next_date_past', fields: { nextOn: [/./] } } });
  });
});

test.each([
  ['weekly', '2026-11-25'],
  ['fortnightly', '2026-12-02'],
  ['monthly', '2026-12-18'],
  ['quarterly', '2027-02-18'],
] as const)('%s after 18 November is %s', (every, expected) => {
  expect(nextDay(today, every)).toBe(expected);
});

describe('cadenceStanding', () => {
  test('is to do while nothing is settled, done until the day itself, stale from the day after', () => {
    expect(cadenceStanding(facts(noCadence)).state).toBe('todo');
    expect(cadenceStanding(facts({ ...monthly, nextOn: today })).state).toBe('done');
    expect(cadenceStanding(facts({ ...monthly, nextOn: '2026-11-16' }))).toMatchObject({
      state: 'stale',
      reason: 'The review of 16 Nov is 2 days overdue.',
    });
  });

  test('the day after begins in the workspace’s time zone', () => {
    const due = { ...monthly, nextOn: today };
    const late = '2026-11-18T23:30:00Z';

    expect(cadenceStanding(facts(due, late, 'Europe/Berlin')).state).toBe('stale');
    expect(cadenceStanding(facts(due, late, 'America/New_York')).state).toBe('done');
  });

  test('a date moved on by a review is no reason to sign again', () => {
    const { content } = cadenceStanding(facts(monthly));

    expect(cadenceStanding(facts({ ...monthly, nextOn: '2027-01-01', version: 3 })).content).toEqual(content);
  });

  test('an overdue review is a risk of its own', () => {
    const risks = rolloutRisks(rolloutProgress(facts({ ...monthly, nextOn: '2026-11-16' })));

    expect(risks).toMatchObject([{ kind: 'overdue', title: 'A governance review is overdue', row: '5.3' }]);
  });
});

test('nothing is overdue on its day, nor without a date', () => {
  expect(isOverdue({ nextOn: today }, today)).toBe(false);
  expect(isOverdue({ nextOn: '2026-11-17' }, today)).toBe(true);
  expect(isOverdue(noCadence, today)).toBe(false);
});
