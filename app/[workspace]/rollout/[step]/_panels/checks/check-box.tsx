import type { Route } from 'next';
import Link from 'next/link';
import { Box } from '#components/ui/box';
import { State } from '#components/ui/state';
import { Table } from '#components/ui/table';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { taskAnchor, type TaskDefinition } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { itemStatuses, type ItemStatus } from '#lib/domain/validation/check-status';
import { CheckRow } from './check-row';
import { CoveragePart } from './coverage-part';
import { OpenItem } from './open-item';

/** Who looks at the checks, when, and which item's form the address opens. */
export type CheckViewer = {
  slug: string;
  base: string;
  now: Date;
  zone: string;
  mayRecord: boolean;
  open: { taskId: string; item: string };
};

type Props = { status: TaskStatus; facts: RolloutFacts; viewer: CheckViewer };

const columns = [
  { label: 'Where', width: 150 },
  { label: 'Expected', width: 260 },
  { label: 'Observed', width: 240 },
  { label: 'Who, when', width: 150 },
  { label: 'Record', width: 120 },
];

/** One check: its items, each with what is expected and what was seen. */
export function CheckBox({ status, facts, viewer }: Props) {
  const { task, state, reason } = status;
  const check = task.decidedBy.kind === 'check' && state !== 'not_applicable' ? task.decidedBy.check : null;
  const byMachines = check?.items === 'file' && facts.shipping !== null;
  const items = check ? itemStatuses(task.id, check, facts) : [];

  return (
    <Box
      id={taskAnchor(task.id)}
      title={task.title}
      meta={<State state={state} small />}
      footer={<Foot task={task} how={howOf(task, byMachines)} base={viewer.base} />}
      flush
    >
      {reason ? <p className="px-4 py-3 text-text-2">{reason}</p> : null}
      {byMachines ? <CoveragePart slug={viewer.slug} /> : null}
      <Items taskId={task.id} title={task.title} items={items} viewer={viewer} />
    </Box>
  );
}

const howOf = ({ decidedBy }: TaskDefinition, byMachines: boolean): string =>
  decidedBy.kind === 'check' && !byMachines ? decidedBy.check.how : '';

type ItemsProps = { taskId: string; title: string; items: readonly ItemStatus[]; viewer: CheckViewer };

function Items({ taskId, title, items, viewer }: ItemsProps) {
  if (items.length === 0) return null;
  const isHere = viewer.mayRecord && viewer.open.taskId === taskId;
  const open = isHere ? items.find(({ planned }) => planned.item === viewer.open.item) : undefined;
  return (
    <>
      <Table label={title} columns={columns}>
        {items.map((item) => (
          <CheckRow key={item.planned.item} taskId={taskId} item={item} viewer={viewer} />
        ))}
      </Table>
      {open ? <OpenItem taskId={taskId} item={open} viewer={viewer} /> : null}
    </>
  );
}

function Foot({ task, how, base }: { task: TaskDefinition; how: string; base: string }) {
  // safe because the parts are the step's address and a task's id
  const proof = `${base}?task=${task.id}` as Route;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className="meta">{`Row ${task.rows.join(', ')}. ${how}`}</span>
      <Link className="alone" href={proof} scroll={false}>
        Add or see proof
      </Link>
    </span>
  );
}
