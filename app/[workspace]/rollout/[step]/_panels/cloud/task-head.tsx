import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { CloudViewer } from './cloud-viewer';

type Props = { status: TaskStatus; viewer: CloudViewer };

/** A task a person confirms: what it is, where it stands and why, and the way to its confirmation. */
export function TaskHead({ status: { task, state, reason }, viewer }: Props) {
  return (
    <div id={taskAnchor(task.id)} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h3>{task.title}</h3>
        <p className="meta mt-0.5">
          <State state={state} small /> {`Row ${task.rows.join(', ')}. ${reason ?? ''}`}
        </p>
      </div>
      {state === 'not_applicable' ? null : (
        <LinkButton small href={viewer.href({ task: task.id })} scroll={false}>
          {wordsOf(state, viewer.mayAttest)}
        </LinkButton>
      )}
    </div>
  );
}

function wordsOf(state: TaskStatus['state'], mayAttest: boolean): string {
  if (state === 'done' || !mayAttest) return 'Proof';
  return state === 'stale' ? 'Confirm again…' : 'Confirm…';
}
