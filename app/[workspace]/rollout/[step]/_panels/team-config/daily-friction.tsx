import { Disclosure } from '#components/ui/disclosure';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Table, TableCell, TableRow } from '#components/ui/table';
import {
  frictionOfAll,
  outcomes,
  type ChangedCommand,
  type FrictionRow,
} from '#lib/domain/exec-rules/daily-friction';
import { outcomeWords } from './outcome-badge';

type Props = { rows: readonly FrictionRow[]; changed: readonly ChangedCommand[] };

/** What the stored rules mean for an ordinary day, and what the last save changed of it. */
export function DailyFriction({ rows, changed }: Props) {
  const all = frictionOfAll(rows, 'All of them');
  const { allow, prompt, forbidden, none } = all.counts;
  return (
    <section className="grid grid-cols-1 gap-2" aria-label="Daily friction">
      <h4 className="font-medium">Daily friction</h4>
      <p>
        {`Of ${all.total} everyday commands these rules allow ${allow}, ask before ${prompt} and forbid ${forbidden}. They say nothing about ${none}, so the client judges those by itself.`}
      </p>
      {changed.length === 0 ? null : <LastSave changed={changed} />}
      <Disclosure summary="By what the commands are about">
        <Shares rows={[all, ...rows]} />
      </Disclosure>
    </section>
  );
}

function LastSave({ changed }: Pick<Props, 'changed'>) {
  return (
    <div>
      <p>{`The last save changed what becomes of ${changed.length} of them.`}</p>
      <ShortList
        shown={3}
        rows={changed.map(({ line, before, after }) => (
          <ListRow key={line} meta={`${outcomeWords[before]} → ${outcomeWords[after]}`}>
            <code className="break-words whitespace-pre-wrap">{line}</code>
          </ListRow>
        ))}
      />
    </div>
  );
}

const columns = [
  { label: 'About' },
  ...outcomes.map((outcome) => ({ label: outcomeWords[outcome], number: true })),
];

function Shares({ rows }: Pick<Props, 'rows'>) {
  return (
    <Table label="What the rules mean for everyday commands" columns={columns}>
      {rows.map((row) => (
        <TableRow key={row.category} head={`${row.category} (${row.total})`}>
          {outcomes.map((outcome) => (
            <TableCell key={outcome} number>
              {share(row, outcome)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </Table>
  );
}

/** Whole percents; a few among many are not rounded to none. */
function share({ counts, total }: FrictionRow, outcome: (typeof outcomes)[number]): string {
  const percent = (counts[outcome] / total) * 100;
  return percent > 0 && percent < 1 ? '< 1%' : `${Math.round(percent)}%`;
}
