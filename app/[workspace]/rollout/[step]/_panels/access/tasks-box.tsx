import Link from 'next/link';
import { Box } from '#components/ui/box';
import { Register, RegisterCell, RegisterRow, type RegisterColumn } from '#components/ui/register';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { AccessPart } from '#lib/domain/rbac/access-standing';
import { accessHref } from '#access/access-address';
import { accessPath } from '#access/access-places';

const columns: readonly RegisterColumn[] = [
  { label: 'Task' },
  { label: 'State', width: 400 },
  { label: 'Owner', width: 156 },
];

/** Where each task is worked on. */
const places: Readonly<
  Record<Exclude<AccessPart, 'expectations'>, 'roles' | 'groups' | 'people' | 'defaults' | 'suggested'>
> = {
  defaults: 'defaults',
  roles: 'roles',
  assignment: 'groups',
  resolution: 'people',
  'lost-defaults': 'people',
  gradual: 'suggested',
};

const hrefOf = (slug: string, part: AccessPart) =>
  part === 'expectations' ? accessPath(slug, part) : accessHref(slug, { view: places[part] });

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
  const href = task.decidedBy.kind === 'access' ? hrefOf(slug, task.decidedBy.part) : null;
  return (
    <RegisterRow
      id={taskAnchor(task.id)}
      name={href ? <Link href={href}>{task.title}</Link> : task.title}
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
