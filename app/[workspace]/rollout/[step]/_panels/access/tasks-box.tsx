import Link from 'next/link';
import { Box } from '#components/ui/box';
import { Register, RegisterCell, RegisterRow, type RegisterColumn } from '#components/ui/register';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { AccessPart } from '#lib/domain/rbac/access-standing';
import { accessHref } from '#access/access-address';

const columns: readonly RegisterColumn[] = [
  { label: 'Task' },
  { label: 'State', width: 400 },
  { label: 'Owner', width: 156 },
];

/** Where each task is worked on. */
const places: Readonly<Record<AccessPart, 'roles' | 'groups' | 'people' | 'defaults' | 'suggested'>> = {
  defaults: 'defaults',
  roles: 'roles',
  assignment: 'groups',
  resolution: 'people',
  'lost-defaults': 'people',
  gradual: 'suggested',
  expectations: 'people',
};

/** The tasks of Step 2: data decides each of them. */
export function TasksBox({ slug, tasks }: { slug: string; tasks: readonly TaskStatus[] }) {
  const applicable = tasks.filter(({ state }) => state !== 'not_applicable');
  const done = applicable.filter(({ state }) => state === 'done').length;
  return (
    <Box
      title="Tasks"
      meta={applicable.length === 0 ? 'None applies' : `${done} of ${applicable.length} done`}
      footer={<span className="meta">Data decides these tasks. Nobody can tick them.</span>}
      flush
    >
      <Register label="Tasks" columns={columns}>
        <tbody>
          {tasks.map((status) => (
            <TaskRow key={status.task.id} slug={slug} status={status} />
          ))}
        </tbody>
      </Register>
    </Box>
  );
}

function TaskRow({ slug, status: { task, state, reason, owner } }: { slug: string; status: TaskStatus }) {
  const place = task.decidedBy.kind === 'access' ? places[task.decidedBy.part] : null;
  return (
    <RegisterRow
      id={taskAnchor(task.id)}
      name={place ? <Link href={accessHref(slug, { view: place })}>{task.title}</Link> : task.title}
      second={`Row ${task.rows.join(', ')}`}
    >
      <RegisterCell label="State" narrow="whole" second={reason}>
        <State state={state} />
      </RegisterCell>
      <RegisterCell label="Owner" narrow="whole" second={guide.duties[owner.duty].label}>
        {owner.name ?? 'Nobody yet'}
      </RegisterCell>
    </RegisterRow>
  );
}
