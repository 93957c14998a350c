import { Table, TableCell, TableRow } from '#components/ui/table';
import { codeReviewTexts, connectorTexts } from '#lib/catalog/cloud-states';
import type { CsvFault } from '#lib/domain/csv/read-csv';
import type { PlannedRow } from '#lib/domain/repositories/plan-import';

const shownRows = 100;

const changeWords: Readonly<Record<PlannedRow['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  unchanged: 'As before',
};

/** Counts of an import in words. */
export const importWords = (counts: { added: number; changed: number; unchanged: number }): string =>
  `${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as before`;

type Props = { faults: readonly CsvFault[]; rows: readonly PlannedRow[] };

/** What an import would do, line by line: what cannot be taken first. */
export function ImportResult({ faults, rows }: Props) {
  return (
    <>
      {faults.length > 0 ? <Faults faults={faults} /> : null}
      {rows.length > 0 ? <Rows rows={rows} /> : null}
    </>
  );
}

function Faults({ faults }: { faults: readonly CsvFault[] }) {
  return (
    <>
      <h3>{faults.length === 1 ? '1 thing to mend' : `${faults.length} things to mend`}</h3>
      <Table
        label="To mend in the file"
        columns={[{ label: 'Line', width: 72 }, { label: 'Column', width: 140 }, { label: 'Why' }]}
      >
        {faults.slice(0, shownRows).map(({ line, column, reason }, index) => (
          <TableRow key={index} head={line}>
            <TableCell>{column ?? 'Whole line'}</TableCell>
            <TableCell>{reason}</TableCell>
          </TableRow>
        ))}
      </Table>
      <More count={faults.length} />
    </>
  );
}

function Rows({ rows }: { rows: readonly PlannedRow[] }) {
  return (
    <>
      <h3>Line by line</h3>
      <Table
        label="What the import does"
        columns={[
          { label: 'Repository' },
          { label: 'Line', width: 72 },
          { label: 'Change', width: 100 },
          { label: 'Connector', width: 180 },
          { label: 'Code review', width: 220 },
        ]}
      >
        {rows.slice(0, shownRows).map(({ line, change, before, after }) => (
          <TableRow key={line} head={after.name}>
            <TableCell>{line}</TableCell>
            <TableCell>{changeWords[change]}</TableCell>
            <TableCell>
              {fromTo(
                before && connectorTexts[before.connector].label,
                connectorTexts[after.connector].label,
              )}
            </TableCell>
            <TableCell>
              {fromTo(
                before && codeReviewTexts[before.codeReview].label,
                codeReviewTexts[after.codeReview].label,
              )}
            </TableCell>
          </TableRow>
        ))}
      </Table>
      <More count={rows.length} />
    </>
  );
}

const fromTo = (before: string | null, after: string) =>
  before === null || before === after ? after : `${before} → ${after}`;

function More({ count }: { count: number }) {
  return count > shownRows ? <p className="meta">{`and ${count - shownRows} more lines`}</p> : null;
}
