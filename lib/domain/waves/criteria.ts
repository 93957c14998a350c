import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { RolloutProgress, StepProgress } from '#lib/domain/rollout/progress';
import type { Wave } from './wave';

/** Something that speaks for starting a wave, met or not by the data. */
export type Criterion = { key: string; label: string; met: boolean; detail: string };

const open = ({ state }: TaskStatus) => state !== 'done' && state !== 'not_applicable';

function stepCriterion({ step, tasks, applicable }: StepProgress): Criterion {
  // What rolls further out is the wave itself: it cannot be asked for before.
  const left = tasks.filter((status) => open(status) && status.task.decidedBy.kind !== 'waves');
  const detail =
    left.length === 0
      ? applicable === 0
        ? 'Not part of the rollout decision.'
        : 'Every task that applies is done.'
      : `Open: ${left.map(({ task }) => task.title).join('; ')}.`;
  return {
    key: `step-${step.number}`,
    label: `Step ${step.number}, ${step.title}`,
    met: left.length === 0,
    detail,
  };
}

function earlierCriterion(wave: Pick<Wave, 'number'>, waves: readonly Wave[]): Criterion | null {
  const earlier = waves.filter(({ number, state }) => number < wave.number && state !== 'stopped');
  if (earlier.length === 0) return null;
  const left = earlier.filter(({ state }) => state !== 'done').map(({ name }) => name);
  return {
    key: 'earlier-waves',
    label: 'Earlier waves',
    met: left.length === 0,
    detail: left.length === 0 ? 'All are done.' : `Not done: ${left.join(', ')}.`,
  };
}

function groupsCriterion({ groupIds }: Pick<Wave, 'groupIds'>): Criterion {
  const met = groupIds.length > 0;
  return {
    key: 'groups',
    label: 'Groups named',
    met,
    detail: met
      ? `${groupIds.length === 1 ? '1 group' : `${groupIds.length} groups`}.`
      : 'No group is named.',
  };
}

/** What speaks for starting `wave`, and what does not yet: each step, its groups, the waves before it. */
export function waveCriteria(
  wave: Pick<Wave, 'number' | 'groupIds'>,
  progress: RolloutProgress,
  waves: readonly Wave[],
): Criterion[] {
  const earlier = earlierCriterion(wave, waves);
  return [...progress.steps.map(stepCriterion), groupsCriterion(wave), ...(earlier ? [earlier] : [])];
}
