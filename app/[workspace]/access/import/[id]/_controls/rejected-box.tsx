import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { ImportView } from '#lib/queries/imports';

const shown = 50;
const columns = [
  { label: 'File' },
  { label: 'Line', number: true },
  { label: 'Column' },
  { label: 'Reason', width: 520 },
];
const number = (value: number) => value.toLocaleString('en');

type Props = {
  found: ImportView;
  csvHref: string;
  /** From which row on, counted from 0, as the address says. */
  from: number;
  hrefFrom: (from: number) => Route;
};

/** The rows that cannot be taken, a page at a time. */
export function RejectedBox({ found: { rejected, counts }, csvHref, from, hrefFrom }: Props) {
  if (rejected.length === 0) return null;
  const rows = rejected.slice(from, from + shown);
  const isCut = counts.rejected > rejected.length;
  const listed = isCut ? `, of ${number(counts.rejected)} in all` : '';
  return (
    <Box
      title="Bad rows"
      meta={number(counts.rejected)}
      flush
      footer={
        <>
          <span className="meta">{`${number(from + 1)} to ${number(from + rows.length)} of ${number(rejected.length)} listed${listed}`}</span>
          <nav className="flex gap-2" aria-label="Pages of the bad rows">
            <PlaceButton small icon="download" href={csvHref} download>
              {`CSV of ${number(rejected.length)}`}
            </PlaceButton>
            {from > 0 ? (
              <LinkButton small href={hrefFrom(Math.max(0, from - shown))} scroll={false}>
                Back
              </LinkButton>
            ) : null}
            {from + shown < rejected.length ? (
              <LinkButton small href={hrefFrom(from + shown)} scroll={false}>
                Next
              </LinkButton>
            ) : null}
          </nav>
        </>
      }
    >
      <Table label="Bad rows" columns={columns}>
        {rows.map(({ file, line, column, reason }) => (
          <TableRow key={`${file} ${line} ${column ?? ''} ${reason}`} head={file}>
            <TableCell number>{line}</TableCell>
            <TableCell>{column ?? '–'}</TableCell>
            <TableCell>{reason}</TableCell>
          </TableRow>
        ))}
      </Table>
    </Box>
  );
}
