import { SheetColumns, SheetPart } from '#components/layout/sheet';
import { Bar } from '#components/ui/progress-bar';
import { State } from '#components/ui/state';
import { signOffWords } from '#lib/domain/report/report-words';
import type { Report, ReportStep } from '#lib/domain/report/report-view';
import type { TaskState } from '#lib/domain/rollout/task-state';

const words: Readonly<Record<TaskState, string>> = {
  todo: 'to do',
  in_progress: 'in progress',
  waiting: 'waiting',
  blocked: 'blocked',
  done: 'done',
  stale: 'stale',
  not_applicable: 'Not applicable',
};

const columns = [
  { width: 24 },
  { width: 9 },
  { width: 8, className: 'sheet-dropped' },
  { width: 24 },
  { width: 17, className: 'sheet-dropped-first' },
  { width: 18 },
];

/** The seven steps: how far, what needs somebody, whose, whether signed. */
export function StepsPart({ report }: { report: Report }) {
  return (
    <SheetPart title="Steps" meta="done of applicable">
      <table className="sheet-table" aria-label="Steps">
        <SheetColumns columns={columns} />
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Done</th>
            <th scope="col" className="sheet-dropped">
              <span className="sr-only">How far</span>
            </th>
            <th scope="col">State</th>
            <th scope="col" className="sheet-dropped-first">
              Owner
            </th>
            <th scope="col">Signed off</th>
          </tr>
        </thead>
        <tbody>
          {report.steps.map((step) => (
            <StepRow key={step.number} step={step} report={report} />
          ))}
        </tbody>
      </table>
    </SheetPart>
  );
}

function StepRow({ step, report }: { step: ReportStep; report: Report }) {
  const { number, title, done, applicable, owner } = step;
  return (
    <tr>
      <th scope="row">
        <span className="sheet-line">{`${number} ${title}`}</span>
      </th>
      <td className="whitespace-nowrap">{applicable === 0 ? '–' : `${done} of ${applicable}`}</td>
      <td className="sheet-dropped">
        <Bar part={done} whole={applicable} />
      </td>
      <td>
        <span className="sheet-line">
          <States step={step} />
        </span>
      </td>
      <td className="sheet-dropped-first">
        <span className="sheet-line">{owner ?? 'Nobody yet'}</span>
      </td>
      <td>
        <span className="sheet-line">{signOffWords(step, report)}</span>
      </td>
    </tr>
  );
}

function States({ step: { states } }: { step: ReportStep }) {
  const [first] = states;
  if (!first) return null;
  const told = states.map(({ state, count }) =>
    alone.has(state) ? words[state] : `${count} ${words[state]}`,
  );
  return (
    <State state={first.state} small>
      {told.join(', ')}
    </State>
  );
}

const alone: ReadonlySet<TaskState> = new Set(['not_applicable'] as const);
