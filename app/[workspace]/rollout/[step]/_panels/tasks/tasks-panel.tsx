import Link from 'next/link';
import { Box } from '#components/ui/box';
import { Register, RegisterCell, RegisterRow, type RegisterColumn } from '#components/ui/register';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { taskAnchor, type TaskDefinition } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { PanelProps } from '#lib/shell/panel-props';
import { taskPanel } from '#lib/shell/task-panel';
import { ToolLink } from './tool-link';
import { WordCells } from './word-cells';

const columns: readonly RegisterColumn[] = [
  { label: 'Task' },
  { label: 'State', width: 216 },
  { label: 'Confirmed', width: 148 },
  { label: 'Proof', width: 92 },
  { label: 'Owner', width: 140 },
];

const basisWords: Readonly<Record<TaskDefinition['basis'], string>> = {
  derived: 'data decides',
  attested: 'a person’s word decides',
};

/** The tasks of a step that no tool of it shows: state, why, what decides it, whose. */
export function TasksPanel({ slug, step, search, taskIds }: PanelProps & { taskIds: readonly string[] }) {
  const tasks = step.tasks.filter(({ task }) => taskIds.includes(task.id));
  const applicable = tasks.filter(({ state }) => state !== 'not_applicable');
  const done = applicable.filter(({ state }) => state === 'done').length;

  return (
    <Box
      title={step.step.panels.length > 1 ? 'Other tasks of this step' : 'Tasks'}
      meta={applicable.length === 0 ? 'None applies' : `${done} of ${applicable.length} done`}
      flush
    >
      <Register label="Tasks" columns={columns}>
        <tbody>
          {tasks.map((status) => (
            <TaskRow
              key={status.task.id}
              status={status}
              slug={slug}
              selected={search.task === status.task.id}
            />
          ))}
        </tbody>
      </Register>
    </Box>
  );
}

type RowProps = { status: TaskStatus; slug: string; selected: boolean };

function TaskRow({ status, slug, selected }: RowProps) {
  const { task, state, reason, owner } = status;
  const rows = `${task.rows.length === 1 ? 'Row' : 'Rows'} ${task.rows.join(', ')}`;
  return (
    <RegisterRow
      id={taskAnchor(task.id)}
      name={
        <Link href={taskPanel(slug, task.id)} scroll={false}>
          {task.title}
        </Link>
      }
      second={
        <>
          {`${rows}, ${basisWords[task.basis]}`}
          <ToolLink slug={slug} taskId={task.id} />
        </>
      }
      selected={selected}
    >
      <RegisterCell label="State" narrow="whole" second={reason}>
        <State state={state} />
      </RegisterCell>
      <WordCells slug={slug} status={status} />
      <RegisterCell label="Owner" narrow="whole" second={guide.duties[owner.duty].label}>
        {owner.name ?? 'Nobody yet'}
      </RegisterCell>
    </RegisterRow>
  );
}
