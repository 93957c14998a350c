import type { ImportSummary } from './import-view';

const number = (value: number) => value.toLocaleString('en');

/** A state of an import as one of the states of things, with its words. */
export function stateOfImport({ state, dryRun }: Pick<ImportSummary, 'state' | 'dryRun'>): {
  state: 'todo' | 'in_progress' | 'waiting' | 'blocked' | 'done' | 'not_applicable';
  words: string;
} {
  if (state === 'queued') return { state: 'waiting', words: 'Waiting' };
  if (state === 'running')
    return { state: 'in_progress', words: dryRun ? 'Being tried out' : 'Being applied' };
  if (state === 'failed') return { state: 'blocked', words: 'Not applied' };
  if (state === 'cancelled') return { state: 'not_applicable', words: 'Cancelled' };
  return dryRun ? { state: 'todo', words: 'Tried out' } : { state: 'done', words: 'Applied' };
}

/** What an import did or would do, in one line. */
export function countsInWords({ counts }: Pick<ImportSummary, 'counts'>): string {
  const parts = (['added', 'changed', 'removed', 'rejected'] as const)
    .filter((verb) => counts[verb] > 0)
    .map((verb) => `${number(counts[verb])} ${verb === 'rejected' ? 'bad' : verb}`);
  if (parts.length > 0) return parts.join(', ');
  return counts.unchanged > 0 ? 'No change' : '–';
}

/** How the files are meant, in a few words. */
export const modeWords = { merge: 'Add and change', replace: 'Replace what was imported' } as const;
