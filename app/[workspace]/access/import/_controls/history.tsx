import Link from 'next/link';
import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { State } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import type { ImportSummary } from '#lib/queries/imports';
import { accessPath } from '#access/access-places';
import { countsInWords, modeWords, stateOfImport } from '#lib/domain/imports/import-standing';

type Props = { slug: string; imports: readonly ImportSummary[]; now: Date; zone: string };

const columns = [
  { label: 'When' },
  { label: 'By' },
  { label: 'Files' },
  { label: 'Mode' },
  { label: 'State' },
  { label: 'Rows' },
];

/** The newest imports, with who, when and what came of each. */
export function History({ slug, imports, now, zone }: Props) {
  return (
    <Box title="Imports" meta={imports.length} flush>
      {imports.length === 0 ? (
        <div className="box-body">
          <EmptyState title="Nothing was imported yet.">
            Each import stands here, with who and when.
          </EmptyState>
        </div>
      ) : (
        <Table label="Imports" columns={columns}>
          {imports.map((one) => {
            const { state, words } = stateOfImport(one);
            return (
              <TableRow
                key={one.id}
                head={
                  <Link href={accessPath(slug, 'import', { rest: [one.id] })}>
                    <Time at={one.at} now={now} zone={zone} />
                  </Link>
                }
              >
                <TableCell>{one.by}</TableCell>
                <TableCell>{one.files.map(({ name }) => name).join(', ')}</TableCell>
                <TableCell>{modeWords[one.mode]}</TableCell>
                <TableCell>
                  <State state={state}>{words}</State>
                </TableCell>
                <TableCell>{countsInWords(one)}</TableCell>
              </TableRow>
            );
          })}
        </Table>
      )}
    </Box>
  );
}
