import type { Route } from 'next';
import Link from 'next/link';
import { Icon } from '#components/ui/icon';
import { State } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { dayInWords } from '#lib/domain/calendar';
import { isMet, targetInWords, withUnit } from '#lib/domain/measures/measure';
import type { MeasureWithHistory } from '#lib/queries/measures';

type Props = {
  measures: readonly MeasureWithHistory[];
  openId: string | null;
  today: string;
  hrefOf: (id: string) => Route;
};

/** Every measure with its target and where it stands now. */
export function MeasuresTable({ measures, openId, today, hrefOf }: Props) {
  return (
    <Table
      label="Measures of success"
      columns={[
        { label: 'Measure' },
        { label: 'Target', width: 160 },
        { label: 'Now', width: 160 },
        { label: 'Standing', width: 128 },
      ]}
    >
      {measures.map((measure) => (
        <TableRow
          key={measure.id}
          selected={measure.id === openId}
          head={
            <Link href={hrefOf(measure.id)} scroll={false}>
              {measure.name}
            </Link>
          }
        >
          <TableCell>{targetInWords(measure)}</TableCell>
          <TableCell>
            {measure.current ? (
              <>
                {withUnit(measure.current.value, measure.unit)}{' '}
                <span className="meta">{dayInWords(measure.current.on, today)}</span>
              </>
            ) : (
              <span className="text-text-3">No value yet</span>
            )}
          </TableCell>
          <TableCell>
            <Standing measure={measure} />
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

function Standing({ measure }: { measure: MeasureWithHistory }) {
  if (measure.retiredAt) return <State state="not_applicable">Retired</State>;
  const met = isMet(measure);
  if (met === null) return <State state="todo">No value</State>;
  if (met) return <State state="done">Met</State>;
  return (
    <span className="state">
      <Icon name="equal-not" tone="stale" />
      Not met
    </span>
  );
}
