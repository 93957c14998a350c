import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { compareReports, type ReportDifference } from '#lib/domain/report/compare-reports';
import type { Report } from '#lib/domain/report/report-view';

const shown = 8;

/** What the live report tells differently from the frozen one. */
export function Differences({ frozen, live }: { frozen: Report; live: Report }) {
  const differences = compareReports(frozen, live);
  const more = differences.slice(shown);
  return (
    <Box title="Changed since it was frozen" meta={differences.length} flush={differences.length > 0}>
      {differences.length === 0 ? (
        <p className="text-text-2">Nothing: the report now says the same.</p>
      ) : (
        <>
          <Rows label="Changed since it was frozen" differences={differences.slice(0, shown)} />
          {more.length > 0 ? (
            <div className="p-4">
              <Disclosure summary={`${more.length} more`}>
                <Rows label="Further changes" differences={more} />
              </Disclosure>
            </div>
          ) : null}
        </>
      )}
    </Box>
  );
}

function Rows({ label, differences }: { label: string; differences: readonly ReportDifference[] }) {
  return (
    <Table label={label} columns={[{ label: 'What' }, { label: 'Then' }, { label: 'Now' }]}>
      {differences.map(({ what, before, after }) => (
        <TableRow key={what} head={what}>
          <TableCell>{before ?? '–'}</TableCell>
          <TableCell>{after ?? '–'}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
