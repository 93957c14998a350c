import { Avatar } from '#components/ui/avatar';
import { RegisterCell, RegisterRow } from '#components/ui/register';
import { State } from '#components/ui/state';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';

/** What has to be so before the toggles of its group: nothing to switch, only somebody's word. */
export function PrerequisiteRow({ status: { task, state, reason, owner } }: { status: TaskStatus }) {
  return (
    <RegisterRow id={taskAnchor(task.id)} name={task.title} second={secondLine(task.rows, reason)}>
      <RegisterCell label="State">
        <State state={state} />
      </RegisterCell>
      <RegisterCell label="Wanted">
        <span className="text-text-3">None</span>
      </RegisterCell>
      <RegisterCell label="Confirmed">
        <span className="text-text-3">Not yet</span>
      </RegisterCell>
      <RegisterCell label="Proof" narrow="dropped">
        <span className="text-text-3">None yet</span>
      </RegisterCell>
      <RegisterCell label="Owner" narrow="dropped">
        <Avatar name={owner.name} />
      </RegisterCell>
    </RegisterRow>
  );
}

const secondLine = (rows: readonly string[], reason: string | null) =>
  reason ? `${rows.join(', ')}. ${reason}` : rows.join(', ');
