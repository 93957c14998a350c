import { describe, expect, test } from 'vitest';
import { nothingStored } from '#lib/domain/rollout/facts';
import { now, reportOf } from '#test/report';
import { compareReports } from './compare-reports';
import type { Report } from './report-view';

const overdue = { every: 'monthly' as const, nextOn: '2026-11-16', version: 1 };

describe('compareReports', () => {
  test('of the same facts nothing differs, whatever the time and the record', () => {
    const { report } = reportOf({ cadence: overdue });

    expect(compareReports(report, { ...report, at: '2026-12-01T00:00:00.000Z', record: null })).toEqual([]);
  });

  test('tells what was and what is', () => {
    const differences = compareReports(reportOf().report, reportOf({ cadence: overdue }).report);

    expect(differences).toContainEqual({
      what: 'Next review',
      before: 'not settled',
      after: '2026-11-16, overdue',
    });
    expect(differences.find(({ what }) => what.startsWith('5.3'))).toMatchObject({ before: null });
  });

  test('whoever decides and configures the same again is told, with the time', () => {
    const later = new Date('2026-11-20T08:00:00Z');
    const configuration = { ...nothingStored.configuration, version: 3 };
    const before = reportOf({ configuration }, { configured: { preset: 'standard', by: 'Devi', at: now } });
    const after = reportOf(
      { configuration },
      { decided: { by: 'Mara', at: later }, configured: { preset: 'strict', by: 'Jonas', at: later } },
    );

    expect(compareReports(before.report, after.report)).toEqual([
      {
        what: 'Decided by',
        before: 'Mara, Thursday 19 November 2026, 10:42 CET',
        after: 'Mara, Friday 20 November 2026, 09:00 CET',
      },
      { what: 'Configuration', before: 'version 3, preset standard', after: 'version 3, preset strict' },
      {
        what: 'Configured by',
        before: 'Devi, Thursday 19 November 2026, 10:42 CET',
        after: 'Jonas, Friday 20 November 2026, 09:00 CET',
      },
    ]);
  });

  test.each<[string, (report: Report) => Partial<Report>, string]>([
    ['access', () => ({ access: { people: 7, withRoles: 2, onDefault: 5, roles: 1, groups: 3 } }), 'People'],
    ['accepted risks', ({ proofs }) => ({ proofs: { ...proofs, accepted: 1 } }), 'Accepted risks'],
    [
      'the last review',
      ({ at, reviews }) => ({ reviews: { ...reviews, last: { number: 2, at, by: 'Jonas' } } }),
      'Last review',
    ],
    ['the cadence', ({ reviews }) => ({ reviews: { ...reviews, every: 'weekly' } }), 'Review cadence'],
    ['the name', ({ workspace }) => ({ workspace: { ...workspace, name: 'Acme' } }), 'Workspace'],
    ['the zone', ({ workspace }) => ({ workspace: { ...workspace, timeZone: 'UTC' } }), 'Time zone'],
  ])('tells a difference in %s', (_, change, what) => {
    const { report } = reportOf();
    const differences = compareReports(report, { ...report, ...change(report) });

    expect(differences.map((difference) => difference.what)).toContain(what);
  });

  test('a review that becomes overdue is told, though its date is the same', () => {
    const { report } = reportOf({ cadence: overdue });
    const inTime = { ...report, reviews: { ...report.reviews, overdue: false } };

    expect(compareReports(inTime, report).map(({ what }) => what)).toEqual(['Next review']);
  });

  test('a step signed again by the same person is told', () => {
    const { report } = reportOf();
    const signedAt = (at: string) => ({
      ...report,
      steps: report.steps.map((step) => ({
        ...step,
        signOff: { state: 'signed' as const, by: 'Mara', at, reasons: [] },
      })),
    });

    const differences = compareReports(signedAt('2026-11-01T09:00:00.000Z'), signedAt(report.at));
    expect(differences).toHaveLength(report.steps.length);
  });

  test('the draft that froze the report is no difference', () => {
    expect(compareReports(reportOf().report, reportOf({}, { openReview: 1 }).report)).toEqual([]);
  });
});
