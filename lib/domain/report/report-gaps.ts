import type { Finding } from '#lib/domain/rbac/findings/finding';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { rolloutRisks, type Risk } from '#lib/domain/rollout/risks';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { gapKinds, type Gap, type GapKind } from './report-view';

const kindOfRisk: Readonly<Record<Risk['kind'], GapKind>> = {
  differs: 'differs',
  finding: 'finding',
  on_outside_decision: 'outside_decision',
  overdue: 'overdue',
  stale: 'stale',
  dangerous: 'dangerous',
};

/**
 * What was found to differ, is late, stale, at risk, blocked or without a person's word, gravest first and in the guide's order
 * within a kind; at most one for a task. Of `findings`, open ones about access, the errors stand at their tasks.
 */
export function reportGaps(progress: RolloutProgress, findings: readonly Finding[] = []): Gap[] {
  const risks = new Map(rolloutRisks(progress).map((risk) => [risk.taskId, risk]));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const found = new Map(errors.map((finding) => [finding.taskId, finding]));
  return progress.steps
    .flatMap(({ tasks }) => tasks)
    .flatMap((status) => {
      const gaps = gapOf(status, risks.get(status.task.id));
      const finding = gaps.length === 0 ? found.get(status.task.id) : undefined;
      return finding ? [findingGap(status, finding)] : gaps;
    })
    .toSorted((a, b) => gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind));
}

const findingGap = ({ task, owner }: TaskStatus, { title, reason }: Finding): Gap => ({
  ...{ kind: 'finding', taskId: task.id, row: task.rows[0] ?? '', owner: owner.name },
  ...{ title, reason },
});

function gapOf(status: TaskStatus, risk: Risk | undefined): Gap[] {
  const { task, owner, state, reason } = status;
  const base = { taskId: task.id, row: task.rows[0] ?? '', owner: owner.name };
  if (risk) return [{ ...base, kind: kindOfRisk[risk.kind], title: risk.title, reason: risk.reason }];
  if (state === 'blocked') return [{ ...base, kind: 'blocked', title: task.title, reason: reason ?? '' }];
  const isMissing = task.basis === 'attested' && (state === 'todo' || state === 'in_progress');
  return isMissing ? [{ ...base, kind: 'missing', title: task.title, reason: reason ?? '' }] : [];
}
