import { differsFromWanted } from '#lib/domain/settings/setting';
import type { RolloutProgress } from './progress';
import { taskAnchor } from './task';
import type { Toggle } from './standing';
import type { TaskStatus } from './task-status';

/** Something that is, or may be, other than the owners want. */
export type Risk = {
  kind: 'differs' | 'finding' | 'on_outside_decision' | 'dangerous' | 'overdue' | 'stale';
  title: string;
  reason: string;
  row: string;
  taskId: string;
  step: { number: number; slug: string };
  anchor: string;
};

type Found = Pick<Risk, 'kind' | 'title' | 'reason'>;

const order: readonly Risk['kind'][] = [
  'differs',
  'finding',
  'on_outside_decision',
  'dangerous',
  'overdue',
  'stale',
];

/** The risks the recorded state shows, gravest first; at most one per task. */
export function rolloutRisks(progress: RolloutProgress): Risk[] {
  return progress.steps
    .flatMap(({ step, tasks }) =>
      tasks.flatMap((status) => {
        const found = riskOf(status);
        if (!found) return [];
        const { id, rows } = status.task;
        const { number, slug } = step;
        return [{ ...found, row: rows[0] ?? '', taskId: id, step: { number, slug }, anchor: taskAnchor(id) }];
      }),
    )
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function riskOf(status: TaskStatus): Found | null {
  const { toggle, state } = status;
  if (toggle && state === 'not_applicable') return outsideRisk(toggle, status.reason);
  return (toggle && toggleRisk(toggle, state)) ?? taskRisk(status);
}

function taskRisk({ task, state, finding, ...status }: TaskStatus): Found | null {
  const reason = status.reason ?? '';
  if (finding) return { kind: 'finding', title: task.title, reason };
  if (state !== 'stale') return null;
  const isOverdue = task.decidedBy.kind === 'cadence';
  return isOverdue
    ? { kind: 'overdue', title: 'A governance review is overdue', reason }
    : { kind: 'stale', title: task.title, reason };
}

function outsideRisk({ definition, setting }: Toggle, reason: string | null): Found | null {
  if (setting.confirmation?.state !== 'on') return null;
  const title = `${definition.label} is on`;
  return { kind: 'on_outside_decision', title, reason: reason ?? 'It is outside the rollout decision.' };
}

function toggleRisk({ definition, setting }: Toggle, state: TaskStatus['state']): Found | null {
  const { wanted, confirmation, version } = setting;
  const isFound = confirmation && version > 0 && state !== 'stale';
  if (isFound && differsFromWanted(setting)) {
    const title = `${definition.label} is ${confirmation.state}, wanted ${wanted ? 'on' : 'off'}`;
    return { kind: 'differs', title, reason: `${confirmation.by} found it ${confirmation.state}.` };
  }
  const isOn = wanted || confirmation?.state === 'on';
  if (!definition.riskWhenOn || !isOn) return null;
  return { kind: 'dangerous', title: definition.riskWhenOn, reason: definition.risk };
}
