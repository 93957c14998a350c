import { writeCsv, type Cell } from '#lib/domain/csv/write-csv';
import { gapWords } from './report-words';
import type { Report } from './report-view';

const columns = ['section', 'item', 'title', 'state', 'value', 'of', 'who', 'when', 'why'] as const;

type Row = Partial<Record<(typeof columns)[number], Cell>> & { section: string };

/**
 * The report as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read names right): one line
 * for each fact, told by its section.
 */
export function reportCsv(report: Report): string {
  const rows = [
    ...headRows(report),
    ...stepRows(report),
    ...gapRows(report),
    ...figureRows(report),
    ...reviewRows(report),
    ...measureRows(report),
  ];
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  return `\uFEFF${writeCsv(columns, cells)}`;
}

function headRows({ workspace, at, guide, record, decision, owners, progress }: Report): Row[] {
  return [
    { section: 'report', item: 'workspace', title: workspace.name, value: workspace.slug, when: at },
    { section: 'report', item: 'time zone', value: workspace.timeZone },
    { section: 'report', item: 'guide', value: guide },
    { section: 'report', item: 'record', value: record?.sequence ?? 0, why: record?.hash ?? null },
    { section: 'decision', state: decision.surfaces ?? 'undecided', who: decision.by, when: decision.at },
    ...owners.map(({ duty, label, name }) => ({ section: 'owner', item: duty, title: label, who: name })),
    { section: 'progress', value: progress.done, of: progress.applicable },
  ];
}

function stepRows({ steps }: Report): Row[] {
  return steps.map(({ number, title, done, applicable, owner, states, signOff }) => ({
    section: 'step',
    item: number,
    title,
    state: signOff.state,
    value: done,
    of: applicable,
    who: owner,
    when: signOff.at,
    why: [...states.map(({ state, count }) => `${count} ${state}`), ...signOff.reasons].join('; '),
  }));
}

function gapRows({ gaps }: Report): Row[] {
  return gaps.map(({ kind, row, title, reason, owner }) => ({
    section: 'gap',
    item: row,
    title,
    state: gapWords[kind],
    who: owner,
    why: reason,
  }));
}

function figureRows({ proofs, access, configuration }: Report): Row[] {
  const configured = configuration && {
    section: 'configuration',
    state: configuration.preset ?? 'by hand',
    value: configuration.version,
    who: configuration.by,
    when: configuration.at,
  };
  return [
    { section: 'proof', item: 'confirmations', value: proofs.given, of: proofs.needed },
    { section: 'proof', item: 'files', value: proofs.files },
    { section: 'proof', item: 'accepted risks', value: proofs.accepted },
    ...Object.entries(access ?? {}).map(([item, value]) => ({ section: 'access', item, value })),
    ...(configured ? [configured] : []),
  ];
}

function reviewRows({ reviews: { last, every, nextOn, overdue } }: Report): Row[] {
  return [
    {
      section: 'review',
      item: 'last',
      value: last?.number ?? null,
      who: last?.by ?? null,
      when: last?.at ?? null,
    },
    { section: 'review', item: 'next', state: overdue ? 'overdue' : null, value: every, when: nextOn },
  ];
}

function measureRows({ measures }: Report): Row[] {
  return measures.map(({ name, unit, direction, target, current, met }) => ({
    section: 'measure',
    item: unit,
    title: name,
    state: metWords(met),
    value: current?.value ?? null,
    of: target,
    when: current?.on ?? null,
    why: direction === 'at_least' ? 'at least' : 'at most',
  }));
}

function metWords(met: boolean | null): string {
  if (met === null) return 'no value';
  return met ? 'met' : 'not met';
}
