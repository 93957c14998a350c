import { useId } from 'react';
import { compareDecisions, surfaceWords, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { SurfaceTask } from './choices';

type Props = { tasks: readonly SurfaceTask[]; before: SurfaceChoice; after: SurfaceChoice };

function taskCount(amount: number): string {
  if (amount === 0) return 'nothing';
  return amount === 1 ? '1 task' : `${amount} tasks`;
}

/** What changing the decision takes out of the rollout and brings into it, task by task. */
export function DecisionEffect({ tasks, before, after }: Props) {
  const { becomesVoid, comesIn } = compareDecisions(tasks, before, after);
  const done = becomesVoid.filter(({ isDone }) => isDone).length;
  const doneWords = done > 0 ? `, ${done} of them done` : '';

  return (
    <div className="grid gap-4">
      <p className="max-w-read text-read">
        {`From ${surfaceWords[before].toLowerCase()} to ${surfaceWords[after].toLowerCase()}. Nothing recorded is lost: what was written for a task stays, and counts again when the decision changes back.`}
      </p>
      <Tasks
        title={`Becomes not applicable: ${taskCount(becomesVoid.length)}${doneWords}`}
        tasks={becomesVoid}
      />
      <Tasks title={`Comes in: ${taskCount(comesIn.length)}`} tasks={comesIn} />
    </div>
  );
}

function recordedWords({ isDone, isRecorded }: SurfaceTask) {
  if (isDone) return <span className="meta">, done; the record stays</span>;
  return isRecorded ? <span className="meta">, something is recorded; it stays</span> : null;
}

function Tasks({ title, tasks }: { title: string; tasks: readonly SurfaceTask[] }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <ul className="mt-1 gap-x-5 mid:columns-2">
        {tasks.map((task) => (
          <li key={task.id} className="grid break-inside-avoid grid-cols-[32px_minmax(0,1fr)]">
            <span className="text-text-3">{task.row}</span>
            <span>
              {task.title}
              {recordedWords(task)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
