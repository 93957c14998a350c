import { writeCsv } from '#lib/domain/csv/write-csv';
import { importColumns, type ImportKind } from './import-kinds';

const rows: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  people: [
    ['p-1001', 'ada.lindgren@example.com', 'Ada Lindgren', 'true'],
    ['p-1002', 'ravi.okafor@example.com', 'Ravi Okafor', 'true'],
    ['p-1003', 'mei.tanaka@example.com', 'Mei Tanaka', 'false'],
  ],
  groups: [
    ['g-platform', 'Platform', 'scim'],
    ['g-contractors', 'Contractors', 'manual'],
  ],
  memberships: [
    ['g-platform', 'p-1001'],
    ['g-platform', 'p-1002'],
    ['g-contractors', 'p-1003'],
  ],
};

/** A small file of a kind as an import takes it. */
export const sampleFile = (kind: ImportKind): string =>
  writeCsv(
    importColumns[kind].map(({ key }) => key),
    rows[kind],
  );
