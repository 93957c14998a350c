import { targetInWords, withUnit } from '#lib/domain/measures/measure';
import { surfaceWords } from '#lib/domain/rollout/decision';
import { cadenceWords } from '#lib/domain/reviews/cadence';
import { accessFigures, gapWords, momentInWords } from './report-words';
import type { Report, ReportStep } from './report-view';

/** One thing that two reports tell differently; null where only the other tells of it. */
export type ReportDifference = { what: string; before: string | null; after: string | null };

type Told = readonly (readonly [what: string, value: string])[];

/**
 * What `after` tells differently from `before`, in the order of the report; aside are its time, the record, and
 * the draft of a review, which is begun by freezing the report.
 */
export function compareReports(before: Report, after: Report): ReportDifference[] {
  const [then, now] = [new Map(told(before)), new Map(told(after))];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((what) => ({ what, before: then.get(what) ?? null, after: now.get(what) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

function told(report: Report): Told {
  const { workspace, owners, progress, steps, gaps, proofs, access, measures } = report;
  return [
    ['Workspace', workspace.name],
    ['Time zone', workspace.timeZone],
    ['Guide', report.guide],
    ...decisionTold(report),
    ...owners.map(({ label, name }) => [label, name ?? 'nobody yet'] as const),
    ['Tasks done', `${progress.done} of ${progress.applicable}`],
    ...steps.flatMap((step) => stepTold(step, report)),
    ...gaps.map(({ kind, row, title, reason }) => {
      return [`${row} ${title}`, `${gapWords[kind]}: ${reason}`] as const;
    }),
    ['Confirmations', `${proofs.given} of ${proofs.needed}`],
    ['Proof files', String(proofs.files)],
    ['Accepted risks', String(proofs.accepted)],
    ...(access ? accessFigures(access) : []).map(([what, value]) => [what, String(value)] as const),
    ...configurationTold(report),
    ...measures.map((measure) => [`Measure: ${measure.name}`, measureTold(measure)] as const),
    ...reviewsTold(report),
  ];
}

/** Who did something, and when. */
function doneBy({ by, at }: { by: string | null; at: string | null }, { workspace }: Report): string {
  if (by === null || at === null) return 'nobody yet';
  return `${by}, ${momentInWords(at, workspace.timeZone)}`;
}

function decisionTold(report: Report): Told {
  const { decision } = report;
  return [
    ['Rollout decision', decision.surfaces ? surfaceWords[decision.surfaces] : 'Not decided'],
    ['Decided by', doneBy(decision, report)],
  ];
}

function stepTold({ number, title, done, applicable, signOff }: ReportStep, report: Report): Told {
  const { state } = signOff;
  return [
    [`Step ${number}: ${title}`, `${done} of ${applicable} done`],
    [`Sign-off of step ${number}`, state === 'unsigned' ? state : `${state}, ${doneBy(signOff, report)}`],
  ];
}

function configurationTold(report: Report): Told {
  const { configuration } = report;
  if (!configuration) return [['Configuration', 'none']];
  const { version, preset } = configuration;
  return [
    ['Configuration', `version ${version}, ${preset ? `preset ${preset}` : 'by hand'}`],
    ['Configured by', doneBy(configuration, report)],
  ];
}

function measureTold(measure: Report['measures'][number]): string {
  const { current, unit } = measure;
  const value = current ? `${withUnit(current.value, unit)} on ${current.on}` : 'no value';
  return `${value}, ${targetInWords(measure)}`;
}

function reviewsTold(report: Report): Told {
  const { last, every, nextOn, overdue } = report.reviews;
  return [
    ['Last review', last ? `Review ${last.number}, ${doneBy(last, report)}` : 'none signed'],
    ['Review cadence', every ? cadenceWords[every].toLowerCase() : 'not settled'],
    ['Next review', nextOn ? `${nextOn}${overdue ? ', overdue' : ''}` : 'not settled'],
  ];
}
