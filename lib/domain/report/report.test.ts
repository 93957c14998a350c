import { describe, expect, test } from 'vitest';
import { neverRecorded } from '#lib/domain/channels/channel';
import { nothingStored, type StoredFacts } from '#lib/domain/rollout/facts';
import { neverWritten } from '#lib/domain/settings/setting';
import { now, reportOf } from '#test/report';
import { reportCsv } from './report-csv';
import { gapKinds, reportView } from './report-view';
import { reportMoment, signOffWords, statusSentence } from './report-words';

const confirmation = { state: 'on' as const, at: now, by: 'Sam', note: null, link: null, restsOn: false };
const local = { ...neverWritten('codex.local'), version: 1, wanted: false, confirmation };
const exportedLongAgo = {
  ...neverRecorded('compliance_api'),
  ...{
    state: 'set_up' as const,
    setUpBy: 'Devi',
    lastExportOn: '2026-10-01',
    by: 'Jonas',
    at: now,
    version: 1,
  },
};
const overdue = { every: 'monthly' as const, nextOn: '2026-11-16', version: 1 };
const troubled: Partial<StoredFacts> = {
  settings: new Map([['codex.local', local]]),
  channels: new Map([['compliance_api', exportedLongAgo]]),
  cadence: overdue,
};

describe('makeReport', () => {
  test('is the JSON it says it is, and comes back the same from storage', () => {
    const { report } = reportOf(troubled);

    expect(reportView.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  test('counts as the progress does', () => {
    const { report, progress } = reportOf(troubled);

    expect(report.progress).toEqual({ done: progress.done, applicable: progress.applicable });
    expect(report.steps.map(({ done, applicable }) => [done, applicable])).toEqual(
      progress.steps.map(({ done, applicable }) => [done, applicable]),
    );
  });

  test('names what differs first, then the overdue review, then what is stale, and no task twice', () => {
    const { gaps } = reportOf(troubled).report;

    expect(gaps.slice(0, 3).map(({ kind, row }) => [kind, row])).toEqual([
      ['differs', '1.1'],
      ['overdue', '5.3'],
      ['stale', '5.1'],
    ]);
    expect(new Set(gaps.map(({ taskId }) => taskId)).size).toBe(gaps.length);
    const order = gaps.map(({ kind }) => gapKinds.indexOf(kind));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('what does not apply is neither missing nor counted', () => {
    const whole = reportOf().report;
    const cloud = reportOf({ decision: { surfaces: 'cloud', version: 1 } }).report;

    expect(cloud.proofs.needed).toBeLessThan(whole.proofs.needed);
    expect(cloud.gaps.map(({ row }) => row)).not.toContain('3.5');
    expect(whole.gaps.map(({ row }) => row)).toContain('3.5');
  });

  test('tells of access only once somebody recorded a role, a group or the defaults', () => {
    expect(reportOf().report.access).toBeNull();
    const defaults = { permissions: {}, version: 1 };
    const profiles = [
      { roleIds: [], people: 5, groupIds: [] },
      { roleIds: ['r'], people: 2, groupIds: ['g'] },
    ];
    const { access } = reportOf({ access: { ...nothingStored.access, defaults, profiles } }).report;

    expect(access).toMatchObject({ people: 7, withRoles: 2, onDefault: 5 });
  });
});

describe('the words of a report', () => {
  test('say how far it is, and what needs somebody first', () => {
    const words = statusSentence(reportOf(troubled).report)
      .map((part) => part.words)
      .join('');

    expect(words).toMatch(
      /^0 of \d+ tasks are done\. 0 of 7 steps are signed off\. 3 things need somebody now: /,
    );
    expect(words).toContain('first 1.1 Allow members to use Codex Local is on, wanted off.');
  });

  test('say so where nothing does', () => {
    expect(statusSentence(reportOf().report).at(-1)?.words).toBe(
      'Nothing recorded differs from what is wanted, is late or stale.',
    );
  });

  test('give the moment in the zone of the workspace', () => {
    expect(reportMoment(reportOf().report)).toBe('Thursday 19 November 2026, 10:42 CET');
  });

  test('tell a signature from a void one and from none', () => {
    const { report } = reportOf();
    const [step] = report.steps;
    if (!step) throw new Error('A report has steps.');
    const at = '2026-11-06T10:00:00.000Z';
    const told = (state: 'unsigned' | 'signed' | 'void') =>
      signOffWords({ ...step, signOff: { state, by: 'Mara', at, reasons: [] } }, report);

    expect([told('unsigned'), told('signed'), told('void')]).toEqual([
      'Not signed',
      '6 Nov, Mara',
      'Void, was 6 Nov',
    ]);
  });
});

describe('the CSV of a report', () => {
  test('has one line for each fact, all of the same width, and defuses names', () => {
    const { report } = reportOf(troubled);
    const csv = reportCsv(report);
    const lines = csv.trimEnd().split('\r\n');

    expect(csv.startsWith('\uFEFFsection,item,title,state,value,of,who,when,why\r\n')).toBe(true);
    expect(lines).toContain(`report,workspace,'=Acme,,acme,,,${report.at},`);
    expect(lines.filter((line) => line.startsWith('step,'))).toHaveLength(7);
    expect(lines.filter((line) => line.startsWith('gap,'))).toHaveLength(report.gaps.length);
  });
});
