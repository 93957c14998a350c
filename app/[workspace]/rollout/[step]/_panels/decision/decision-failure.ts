import { surfaceChoices, type RolloutDecision, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setDecisionAction } from './actions';

type Answer = Awaited<ReturnType<typeof setDecisionAction>>;

/** The action of one workspace. */
export type DecisionAction = BoundAction<typeof setDecisionAction>;

/** The decision as somebody else made it meanwhile. */
export type MadeDecision = RolloutDecision & { surfaces: SurfaceChoice };

/** What a refused decision means for the form. */
export type DecisionFailure = {
  /** What was asked for. */
  mine: SurfaceChoice | null;
  theirs: MadeDecision | null;
  field: string[] | undefined;
  message: string | null;
};

/** The choice a word of an address or a form names; null for any other word. */
export const choiceOf = (word: unknown): SurfaceChoice | null =>
  surfaceChoices.find((choice) => choice === word) ?? null;

/** The refusal in an answer; null where there is none. */
export function decisionFailure(answer: Answer | null): DecisionFailure | null {
  if (answer === null || answer.ok) return null;
  const { error, typed } = answer;
  const failure = { mine: choiceOf(typed.surfaces), theirs: null, field: undefined, message: null };
  switch (error.code) {
    case 'invalid_input':
      return { ...failure, field: error.fields.surfaces };
    case 'conflict': {
      const { surfaces, version } = error.current;
      return surfaces === null
        ? { ...failure, message: error.message }
        : { ...failure, theirs: { surfaces, version } };
    }
    default:
      return { ...failure, message: error.message };
  }
}
