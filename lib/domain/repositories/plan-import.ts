import { repositoryKey, type Repository } from './repository';
import type { RepositoryRow } from './repository-csv';

/** What an import does with one line of a file. */
export type PlannedRow = {
  line: number;
  change: 'added' | 'changed' | 'unchanged';
  before: Repository | null;
  after: Repository;
};

/**
 * What importing `rows` does to the list. Repositories the file does not name stay as they are; of a new one
 * an empty connector is not allowed and an empty code review off. A stored spelling gives way to the file's.
 */
export function planImport(
  stored: readonly Repository[],
  rows: readonly RepositoryRow[],
  newId: () => string,
): PlannedRow[] {
  const byName = new Map(stored.map((repository) => [repositoryKey(repository.name), repository]));
  return rows.map((row) => {
    const before = byName.get(repositoryKey(row.name));
    return before ? planChange(row, before) : planAddition(row, newId());
  });
}

function planAddition({ line, name, connector, codeReview }: RepositoryRow, id: string): PlannedRow {
  const after: Repository = {
    id,
    name,
    connector: connector ?? 'not_allowed',
    codeReview: codeReview ?? 'off',
    version: 1,
  };
  return { line, change: 'added', before: null, after };
}

function planChange({ line, name, ...row }: RepositoryRow, before: Repository): PlannedRow {
  const connector = row.connector ?? before.connector;
  const codeReview = row.codeReview ?? before.codeReview;
  const same = before.name === name && before.connector === connector && before.codeReview === codeReview;
  if (same) return { line, change: 'unchanged', before, after: before };
  const after = { id: before.id, name, connector, codeReview, version: before.version + 1 };
  return { line, change: 'changed', before, after };
}

/** How many lines of a plan add, change and leave a repository as it is. */
export function importCounts(plan: readonly PlannedRow[]) {
  const count = (change: PlannedRow['change']) => plan.filter((row) => row.change === change).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}
