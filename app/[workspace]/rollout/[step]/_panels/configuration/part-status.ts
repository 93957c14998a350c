import type { StepProgress } from '#lib/domain/rollout/progress';
import type { DecidedBy } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';

type Part = Extract<DecidedBy, { kind: 'configuration' }>['part'];

/** The task that one part of the configuration decides. */
export const partStatus = ({ tasks }: StepProgress, part: Part): TaskStatus | undefined =>
  tasks.find(({ task: { decidedBy } }) => decidedBy.kind === 'configuration' && decidedBy.part === part);
