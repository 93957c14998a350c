import { differsFromWanted } from '#lib/domain/settings/setting';
import type { RolloutProgress } from './progress';
import { taskAnchor } from './task';
import type { Toggle } from './standing';
import type { TaskStatus } from './task-status';

/** Something that is, or may be, other than the owners want. */
export type Risk = {
  kind: 'differs' | 'on_outside_decision' | 'dangerous' | 'overdue' | 'stale';
  title: string;
  reason: string;
  row: string;
  taskId: string;
  step: { number: number; slug: string };
  anchor: string;
};

type Finding = Pick<Risk, 'kind' | 'title' | 'reason'>;

const order: readonly Risk['kind'][] = ['differs', 'on_outside_decision', 'dangerous', 'overdue', 'stale'];

/** The risks the recorded state shows, gravest first; at most one per task. */
export function rolloutRisks(progress: RolloutProgress): Risk[] {
  return progress.steps
    .flatMap(({ step, tasks }) =>
      tasks.flatMap((status) => {
        const finding = findingOf(status);
        if (!finding) return [];
        const { id, rows } = status.task;
        const { number, slug } = step;
        return [
          { ...finding, row: rows[0] ?? '', taskId: id, step: { number, slug }, anchor: taskAnchor(id) },
        ];
      }),
    )
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function findingOf(status: TaskStatus): Finding | null {
  const { toggle, state, task } = status;
  if (toggle && state === 'not_applicable') return outsideFinding(toggle, status.reason);
  const finding = toggle && toggleFinding(toggle, state);
  if (finding) return finding;
  if (state === 'stale' && task.decidedBy.kind === 'cadence') {
    return { kind: 'overdue', title: 'A governance review is overdue', reason: status.reason ?? '' };
  }
  return state === 'stale' ? { kind: 'stale', title: task.title, reason: status.reason ?? '' } : null;
}

function outsideFinding({ definition, setting }: Toggle, reason: string | null): Finding | null {
  if (setting.confirmation?.state !== 'on') return null;
  const title = `${definition.label} is on`;
  return { kind: 'on_outside_decision', title, reason: reason ?? 'It is outside the rollout decision.' };
}

function toggleFinding({ definition, setting }: Toggle, state: TaskStatus['state']): Finding | null {
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
