/** What the rollout decision can be. */
export const surfaceChoices = ['local', 'cloud', 'both'] as const;

export type SurfaceChoice = (typeof surfaceChoices)[number];

/** The surface a task or toggle concerns; `any` for what always applies. */
export type Surface = 'local' | 'cloud' | 'any';

/** The rollout decision of Step 0; null while it has not been made. */
export type RolloutDecision = { surfaces: SurfaceChoice | null; version: number };

/** The decision of a workspace where nothing was ever decided. */
export const undecided: RolloutDecision = { surfaces: null, version: 0 };

/** The decision in the words of a screen. */
export const surfaceWords: Readonly<Record<SurfaceChoice, string>> = {
  local: 'Local only',
  cloud: 'Cloud only',
  both: 'Local and cloud',
};

/** Whether something of `surface` is part of the rollout. Everything is while nothing is decided. */
export function appliesTo(surface: Surface, surfaces: SurfaceChoice | null): boolean {
  return surface === 'any' || surfaces === null || surfaces === 'both' || surfaces === surface;
}

/** The decision after choosing `surfaces`; `current` itself when that was already decided. */
export function decide(current: RolloutDecision, surfaces: SurfaceChoice): RolloutDecision {
  if (current.surfaces === surfaces) return current;
  return { surfaces, version: current.version + 1 };
}

/** What another decision would make void and what it would bring in; nothing recorded is lost by either. */
export function compareDecisions<T extends { surface: Surface }>(
  tasks: readonly T[],
  before: SurfaceChoice | null,
  after: SurfaceChoice,
): { becomesVoid: T[]; comesIn: T[] } {
  return {
    becomesVoid: tasks.filter((task) => appliesTo(task.surface, before) && !appliesTo(task.surface, after)),
    comesIn: tasks.filter((task) => !appliesTo(task.surface, before) && appliesTo(task.surface, after)),
  };
}
