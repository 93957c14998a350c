import type { RolloutFacts } from './facts';
import { contentToSign, signOffStatus, type SignOffStatus } from './sign-off';
import type { StepDefinition } from './step';
import { taskStatus, type TaskStatus } from './task-status';

/** How far something is: tasks done, of those that apply. */
export type Count = { done: number; applicable: number };

/** Where one step stands. */
export type StepProgress = Count & {
  step: StepDefinition;
  /** Every task that applies is done; false while none applies. */
  complete: boolean;
  tasks: readonly TaskStatus[];
  signOff: SignOffStatus;
};

/** Where the whole rollout stands. */
export type RolloutProgress = Count & { steps: readonly StepProgress[] };

/** Every number any screen, the report or the API shows about progress. */
export function rolloutProgress(facts: RolloutFacts): RolloutProgress {
  const steps = facts.guide.steps.map((step) => stepProgress(step, facts));
  return {
    steps,
    done: steps.reduce((sum, step) => sum + step.done, 0),
    applicable: steps.reduce((sum, step) => sum + step.applicable, 0),
  };
}

function stepProgress(step: StepDefinition, facts: RolloutFacts): StepProgress {
  const tasks = step.tasks.map((task) => taskStatus(task, facts));
  const applicable = tasks.filter((task) => task.state !== 'not_applicable').length;
  const done = tasks.filter((task) => task.state === 'done').length;
  const complete = applicable > 0 && done === applicable;
  const content = contentToSign(step.number, tasks, facts);
  const signOff = signOffStatus(facts.signOffs.get(step.number), content);
  return { step, tasks, done, applicable, complete, signOff };
}
