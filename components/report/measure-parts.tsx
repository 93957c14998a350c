import { SheetColumns, SheetFacts, SheetMore, SheetPart } from '#components/layout/sheet';
import { dayInWords } from '#lib/domain/calendar';
import { targetInWords, withUnit } from '#lib/domain/measures/measure';
import { reportDay } from '#lib/domain/report/report-words';
import type { Report } from '#lib/domain/report/report-view';
import { cadenceWords } from '#lib/domain/reviews/cadence';

/** As many as fit on the page. */
const shown = 4;

/** What success looks like: target and now. */
export function MeasuresPart({ report: { measures } }: { report: Report }) {
  return (
    <SheetPart title="What success looks like" meta="target, now">
      {measures.length === 0 ? (
        <p className="sheet-more">No measure is set.</p>
      ) : (
        <table className="sheet-table" aria-label="What success looks like">
          <SheetColumns columns={[{ width: 50 }, { width: 28 }, { width: 22 }]} />
          <tbody>
            {measures.slice(0, shown).map((measure) => (
              <tr key={measure.name}>
                <th scope="row">
                  <span className="sheet-line">{measure.name}</span>
                </th>
                <td className="number">
                  <span className="sheet-line">{targetInWords(measure)}</span>
                </td>
                <td className="number">
                  <strong className="sheet-line">{nowWords(measure)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SheetMore count={measures.length - shown} />
    </SheetPart>
  );
}

const nowWords = ({ current, unit }: Report['measures'][number]) =>
  current ? withUnit(current.value, unit) : 'no value';

/** When governance looked last, and when it looks next. */
export function ReviewsPart({ report }: { report: Report }) {
  const { reviews, today, record } = report;
  const { last, open, every, nextOn, overdue } = reviews;
  const next = nextOn ? `${dayInWords(nextOn, today)}${overdue ? ', overdue' : ''}` : 'Not settled';
  return (
    <SheetPart title="Reviews" meta={every ? cadenceWords[every].toLowerCase() : undefined}>
      <SheetFacts
        label="Reviews"
        facts={[
          ['Last review', last ? `${last.number}, ${reportDay(last.at, report)}, ${last.by}` : 'None signed'],
          ['Next review', next],
          ['Draft', open ? `Review ${open}` : 'None'],
          ['Events in the record', (record?.sequence ?? 0).toLocaleString('en')],
        ]}
      />
    </SheetPart>
  );
}
