import { Disclosure } from './disclosure';
import { Table, TableCell, TableRow } from './table';

type Column = {
  value: number;
  /** The value as it is written. */ words: string;
  /** What it is of: a day. */ label: string;
};

type Props = {
  /** What the columns show; the values follow it in the chart's name. */
  label: string;
  /** Oldest first; the last is the current one. */
  columns: readonly Column[];
  target: { value: number; words: string };
  /** Heads of the table of the same values. */
  heads: readonly [label: string, value: string];
  /** How many columns are drawn, the newest; the table holds all. */
  shown?: number;
};

const height = 132;
const top = 20;
const bottom = 20;
const percent = (value: number) => `${value.toFixed(2)}%`;

/** A place on the way from the least to the greatest value drawn, in pixels from the top. */
function scaleOf(values: readonly number[]) {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const range = most - least || 1;
  return (value: number) => top + ((most - value) / range) * (height - top - bottom);
}

/**
 * One series in columns, each value written, the target a dashed line with its words. Drawn without scaling, so
 * that type keeps its size on a narrow screen, and without inline styles.
 */
export function ColumnChart({ label, columns, target, heads, shown = 6 }: Props) {
  const drawn = columns.slice(-shown);
  const y = scaleOf([...drawn.map(({ value }) => value), target.value]);
  const name = drawn.map((column) => `${column.label}: ${column.words}`).join(', ');

  return (
    <div className="grid gap-2">
      <svg
        className="column-chart"
        width="100%"
        height={height}
        role="img"
        aria-label={`${label}. ${name}. Target ${target.words}.`}
      >
        {drawn.map((column, index) => (
          <rect
            key={column.label}
            className={index === drawn.length - 1 ? 'chart-column chart-current' : 'chart-column'}
            {...barOf(column, index, drawn.length, y)}
          />
        ))}
        <line className="chart-base" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line className="chart-target" x1="0" x2="100%" y1={y(target.value)} y2={y(target.value)} />
        <text className="chart-target-words" x="0" y={Math.max(11, y(target.value) - 4)}>
          {target.words}
        </text>
        {drawn.map((column, index) => (
          <ColumnWords key={column.label} column={column} x={middleOf(index, drawn.length)} y={y} />
        ))}
      </svg>
      <Disclosure summary="Show as table">
        <Table label={label} columns={[{ label: heads[0] }, { label: heads[1], number: true }]}>
          {columns.toReversed().map((column) => (
            <TableRow key={column.label} head={column.label}>
              <TableCell number>{column.words}</TableCell>
            </TableRow>
          ))}
        </Table>
      </Disclosure>
    </div>
  );
}

/** Room on the left, in percent, where the target's words stand. */
const words = 22;

type Scale = (value: number) => number;

const slotOf = (count: number) => (100 - words) / Math.max(count, 3);
const middleOf = (index: number, count: number) => words + (index + 0.5) * slotOf(count);

function barOf({ value }: Column, index: number, count: number, y: Scale) {
  const [upper, lower] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
  const width = slotOf(count) * 0.6;
  const x = middleOf(index, count) - width / 2;
  return { x: percent(x), width: percent(width), y: upper, height: Math.max(1, lower - upper) };
}

/** The value over its column, what it is of under it; both above the lines, so that none strikes through them. */
function ColumnWords({ column, x, y }: { column: Column; x: number; y: Scale }) {
  const { value, words: written, label } = column;
  return (
    <>
      <text className="chart-value" x={percent(x)} y={Math.min(y(value), y(0)) - 4} textAnchor="middle">
        {written}
      </text>
      <text className="chart-label" x={percent(x)} y={height - 5} textAnchor="middle">
        {label}
      </text>
    </>
  );
}
