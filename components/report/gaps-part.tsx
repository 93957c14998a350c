import { SheetColumns, SheetMore, SheetPart } from '#components/layout/sheet';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { gapWords } from '#lib/domain/report/report-words';
import type { Gap, GapKind, Report } from '#lib/domain/report/report-view';

/** As many as fit on the page. */
const shown = 6;

const drawings: Readonly<Record<GapKind, { name: IconName; tone: Tone }>> = {
  differs: { name: 'equal-not', tone: 'stale' },
  finding: { name: 'equal-not', tone: 'stale' },
  outside_decision: { name: 'triangle-alert', tone: 'warning' },
  overdue: { name: 'history', tone: 'stale' },
  stale: { name: 'history', tone: 'stale' },
  dangerous: { name: 'triangle-alert', tone: 'warning' },
  blocked: { name: 'octagon-minus', tone: 'blocked' },
  missing: { name: 'circle', tone: 'quiet' },
};

/** What is late, stale, at risk or missing: why, and whose it is. */
export function GapsPart({ report: { gaps, proofs } }: { report: Report }) {
  const files = proofs.files === 1 ? '1 proof file' : `${proofs.files.toLocaleString('en')} proof files`;
  const meta = `${proofs.given} of ${proofs.needed} confirmations, ${files}`;
  return (
    <SheetPart title="Late, stale, at risk or missing" meta={meta}>
      {gaps.length === 0 ? (
        <p className="sheet-more">Nothing.</p>
      ) : (
        <table className="sheet-table" aria-label="Late, stale, at risk or missing">
          <SheetColumns columns={[{ width: 34 }, { width: 48 }, { width: 18 }]} />
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">Who</th>
            </tr>
          </thead>
          <tbody>
            {gaps.slice(0, shown).map((gap) => (
              <GapRow key={gap.taskId} gap={gap} />
            ))}
          </tbody>
        </table>
      )}
      <SheetMore count={gaps.length - shown} />
    </SheetPart>
  );
}

function GapRow({ gap: { kind, row, title, reason, owner } }: { gap: Gap }) {
  return (
    <tr>
      <th scope="row">
        <span className="sheet-lines">{`${row} ${title}`}</span>
      </th>
      <td>
        <span className="sheet-lines">
          <Icon {...drawings[kind]} small className="mr-1" />
          {`${gapWords[kind]}. ${reason}`}
        </span>
      </td>
      <td>
        <span className="sheet-line">{owner ?? 'Nobody yet'}</span>
      </td>
    </tr>
  );
}
