import { appliesTo, type Surface, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { StepProgress } from '#lib/domain/rollout/progress';

/** A task as the decision sees it. */
export type SurfaceTask = {
  id: string;
  title: string;
  row: string;
  surface: Surface;
  isDone: boolean;
  /** Whether anything was recorded on it: a wish, a word, a proof. */
  isRecorded: boolean;
};

/** Every task of the rollout, in the guide's order. */
export function surfaceTasks(steps: readonly StepProgress[]): SurfaceTask[] {
  return steps.flatMap(({ tasks }) =>
    tasks.map(({ task: { id, title, rows, surface }, state, version }) => ({
      id,
      title,
      row: rows[0] ?? '',
      surface,
      isDone: state === 'done',
      isRecorded: version > 0,
    })),
  );
}

const meanings: Readonly<Record<SurfaceChoice, string>> = {
  local: 'App, CLI and IDE extension, in a sandbox on the developer’s computer.',
  cloud: 'Web, iOS, code review and tasks from Slack or Linear, in a hosted container.',
  both: 'Everything of the guide, on developers’ computers and in hosted containers.',
};

/** What a choice means, and how many of `tasks` it brings. */
export function choiceWords(choice: SurfaceChoice, tasks: readonly SurfaceTask[]): string {
  const applicable = tasks.filter(({ surface }) => appliesTo(surface, choice)).length;
  const rest = tasks.length - applicable;
  const brings =
    rest === 0 ? `All ${applicable} tasks apply.` : `${applicable} of ${tasks.length} tasks apply.`;
  return `${meanings[choice]} ${brings}`;
}
