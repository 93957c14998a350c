import { dayInWords } from '#lib/domain/calendar';
import { localDay } from '#lib/domain/local-day';
import type { Gap, GapKind, Report, ReportStep } from './report-view';

/** Words of a sentence; `strong` is what catches the eye. */
export type Sentence = readonly { words: string; strong: boolean }[];

/** What a gap is, in a word or two. */
export const gapWords: Readonly<Record<GapKind, string>> = {
  differs: 'Differs',
  finding: 'Finding',
  outside_decision: 'Outside the decision',
  overdue: 'Overdue',
  stale: 'Stale',
  dangerous: 'Risk',
  blocked: 'Blocked',
  missing: 'Missing',
};

const number = (value: number) => value.toLocaleString('en');

const grave: readonly GapKind[] = ['differs', 'finding', 'outside_decision', 'overdue', 'stale'];

/** Where the rollout stands, in two or three sentences. */
export function statusSentence({ progress, steps, gaps }: Report): Sentence {
  const signed = steps.filter(({ signOff }) => signOff.state === 'signed').length;
  return [
    { words: `${number(progress.done)} of ${number(progress.applicable)} tasks are done. `, strong: true },
    { words: `${signed} of ${steps.length} steps are signed off. `, strong: false },
    ...graveWords(gaps.filter(({ kind }) => grave.includes(kind))),
  ];
}

function graveWords(gaps: readonly Gap[]): Sentence {
  const [first] = gaps;
  if (!first) {
    return [{ words: 'Nothing recorded differs from what is wanted, is late or stale.', strong: false }];
  }
  const lead =
    gaps.length === 1 ? 'One thing needs somebody now: ' : `${gaps.length} things need somebody now: `;
  const whose = first.owner ? `It is ${first.owner}’s.` : 'It is nobody’s yet.';
  const words = `${gaps.length === 1 ? '' : 'first '}${first.row} ${first.title}. ${first.reason} ${whose}`;
  return [
    { words: lead, strong: true },
    { words, strong: false },
  ];
}

/** The day of an instant in the zone of the report. */
export const reportDay = (at: string, { today, workspace }: Report): string =>
  dayInWords(localDay(new Date(at), workspace.timeZone), today);

/** Whether and by whom a step is signed, in words. */
export function signOffWords({ signOff }: ReportStep, report: Report): string {
  const { state, by, at } = signOff;
  if (state === 'unsigned' || at === null) return 'Not signed';
  return state === 'signed' ? `${reportDay(at, report)}, ${by}` : `Void, was ${reportDay(at, report)}`;
}

const moments = new Map<string, Intl.DateTimeFormat>();

function momentIn(zone: string): Intl.DateTimeFormat {
  const known = moments.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  moments.set(zone, format);
  return format;
}

/** The figures of access with their words, in order. */
export const accessFigures = (access: NonNullable<Report['access']>): [what: string, value: number][] => [
  ['People', access.people],
  ['With a custom role', access.withRoles],
  ['On workspace defaults', access.onDefault],
  ['Custom roles', access.roles],
  ['Groups', access.groups],
];

/** When the report was made, in full: "Thursday 19 November 2026, 10:42 CET". */
export const reportMoment = ({ at, workspace }: Report): string => momentInWords(at, workspace.timeZone);

/** An instant in full, in a time zone. */
export function momentInWords(at: string, zone: string): string {
  const parts = new Map(
    momentIn(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
  return `${day}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}
