import { LinkButton } from '#components/ui/button';
import { State, type StateName } from '#components/ui/state';
import { TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { outcomeWords } from '#lib/domain/validation/check';
import type { ItemStatus } from '#lib/domain/validation/check-status';
import { checkHref } from './check-address';
import type { CheckViewer } from './check-box';

const states: Readonly<Record<ItemStatus['state'], { state: StateName; words: string }>> = {
  todo: { state: 'todo', words: 'Not looked at' },
  done: { state: 'done', words: outcomeWords.as_expected },
  differs: { state: 'blocked', words: outcomeWords.differs },
  stale: { state: 'stale', words: 'Stale' },
  not_used: { state: 'not_applicable', words: outcomeWords.not_used },
};

type Props = { taskId: string; item: ItemStatus; viewer: CheckViewer };

/** One item of a check: expected, observed, by whom. */
export function CheckRow({ taskId, item, viewer }: Props) {
  const { planned, result } = item;
  return (
    <TableRow head={planned.label}>
      <TableCell>
        <span className={planned.answer.kind === 'sum' ? 'break-all' : undefined}>{planned.expected}</span>
      </TableCell>
      <TableCell>
        <Observed item={item} />
      </TableCell>
      <TableCell>{result ? <Said by={result.by} at={result.at} viewer={viewer} /> : 'Nobody yet'}</TableCell>
      <TableCell>
        {viewer.mayRecord ? (
          <LinkButton small href={checkHref(viewer.base, taskId, planned.item)} scroll={false}>
            {result ? 'Look again…' : 'Record…'}
          </LinkButton>
        ) : null}
      </TableCell>
    </TableRow>
  );
}

function Observed({ item: { result, state, reason } }: { item: ItemStatus }) {
  const drawing = states[state];
  return (
    <>
      <State state={drawing.state}>{drawing.words}</State>
      {result ? <span className="meta block break-words">{reason ?? result.observed}</span> : null}
      {result?.note ? <span className="meta block break-words">{result.note}</span> : null}
      {result?.link ? (
        <a className="meta block break-words" href={result.link} rel="noreferrer">
          Link to proof
        </a>
      ) : null}
    </>
  );
}

function Said({ by, at, viewer }: { by: string; at: Date; viewer: CheckViewer }) {
  return (
    <>
      {by}
      <span className="meta block">
        <Time at={at} now={viewer.now} zone={viewer.zone} />
      </span>
    </>
  );
}
