import { targetInWords, withUnit } from '#lib/domain/measures/measure';
import { surfaceWords } from '#lib/domain/rollout/decision';
import { gapWords } from './report-words';
import type { Report, ReportStep } from './report-view';

/** One thing that two reports tell differently; null where only the other tells of it. */
export type ReportDifference = { what: string; before: string | null; after: string | null };

type Told = readonly (readonly [what: string, value: string])[];

/** What `after` tells differently from `before`, in the order of the report; the time and the record aside. */
export function compareReports(before: Report, after: Report): ReportDifference[] {
  const [then, now] = [new Map(told(before)), new Map(told(after))];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((what) => ({ what, before: then.get(what) ?? null, after: now.get(what) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

function told(report: Report): Told {
  const { decision, owners, progress, steps, gaps, proofs, configuration, measures, reviews } = report;
  return [
    ['Guide', report.guide],
    ['Rollout decision', decision.surfaces ? surfaceWords[decision.surfaces] : 'Not decided'],
    ...owners.map(({ label, name }) => [label, name ?? 'nobody yet'] as const),
    ['Tasks done', `${progress.done} of ${progress.applicable}`],
    ...steps.flatMap(stepTold),
    ...gaps.map(({ kind, row, title, reason }) => {
      return [`${row} ${title}`, `${gapWords[kind]}: ${reason}`] as const;
    }),
    ['Confirmations', `${proofs.given} of ${proofs.needed}`],
    ['Proof files', String(proofs.files)],
    ['Configuration', configuration ? `version ${configuration.version}` : 'none'],
    ...measures.map((measure) => [`Measure: ${measure.name}`, measureTold(measure)] as const),
    ['Next review', reviews.nextOn ?? 'not settled'],
  ];
}

function measureTold(measure: Report['measures'][number]): string {
  const { current, unit } = measure;
  return `${current ? withUnit(current.value, unit) : 'no value'}, ${targetInWords(measure)}`;
}

function stepTold({ number, title, done, applicable, signOff }: ReportStep): Told {
  return [
    [`Step ${number}: ${title}`, `${done} of ${applicable} done`],
    [`Sign-off of step ${number}`, signOff.state === 'signed' ? `signed by ${signOff.by}` : signOff.state],
  ];
}
