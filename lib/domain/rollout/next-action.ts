import type { Duty } from '#lib/domain/owners/owner';
import { differsFromWanted } from '#lib/domain/settings/setting';
import type { RolloutProgress } from './progress';
import { taskAnchor } from './task';
import type { TaskOwner, Toggle } from './standing';
import type { TaskState } from './task-state';
import type { TaskStatus } from './task-status';

/** One thing somebody can do now, or look at once its time has come. */
export type NextAction = {
  taskId: string;
  row: string;
  /** Imperative, as it stands on a screen. */
  title: string;
  reason: string | null;
  /** What it means for people, in the guide's words; null where the reason says it all. */
  meaning: string | null;
  state: TaskState;
  owner: TaskOwner;
  /** Where it is done: the step's address and the element on its page. */
  step: { number: number; slug: string };
  anchor: string;
  /** When it can be done; null for now. */
  at: Date | null;
};

/** What comes next, and after it, most urgent first. */
export type NextActions = {
  next: NextAction | null;
  afterThat: readonly NextAction[];
};

/** What a task asks of its owner now, in the words of a screen. */
export function actionTitle({ task, state, toggle }: TaskStatus): string {
  return toggle ? toggleTitle(toggle, state, task.action) : task.action;
}

/**
 * The next action for whoever holds `duties`, and what follows.
 *
 * First what the console shows differently from what is wanted, then the decision (it decides what else
 * applies), then what became stale, then the guide's order, and last what has to wait for its time. Blocked
 * tasks are left out, because what blocks them is on the list. Without duties everybody's tasks count; the
 * workspace owner also answers for what nobody owns.
 */
export function nextAction(progress: RolloutProgress, duties: readonly Duty[] = []): NextActions {
  const actions = progress.steps
    .flatMap(({ step, tasks }) => tasks.map((status) => ({ step, status })))
    .filter(({ status }) => canBeDone(status) && isFor(status.owner, duties))
    .map(({ step, status }) => ({ rank: rankOf(status), action: toAction(status, step) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ action }) => action);

  const [next = null, ...afterThat] = actions;
  return { next, afterThat };
}

function toggleTitle({ definition, setting }: Toggle, state: TaskState, action: string): string {
  const { inSentence, lookFor } = definition;
  const wanted = setting.wanted ? 'on' : 'off';
  if (state === 'waiting') return lookFor ?? `Look whether ${inSentence} has taken effect`;
  if (state === 'stale') return `Confirm again that ${inSentence} is ${wanted}`;
  if (setting.version === 0) return action;
  const mustBeSwitched = setting.wanted || differsFromWanted(setting);
  return mustBeSwitched ? `Turn ${wanted} ${inSentence} in ChatGPT` : `Confirm that ${inSentence} is off`;
}

function canBeDone({ state }: TaskStatus): boolean {
  return ['todo', 'in_progress', 'stale', 'waiting'].includes(state);
}

function isFor({ duty, name }: TaskOwner, duties: readonly Duty[]): boolean {
  const fallsToWorkspaceOwner = name === null && duties.includes('workspace');
  return duties.length === 0 || duties.includes(duty) || fallsToWorkspaceOwner;
}

function rankOf({ task, state, toggle }: TaskStatus): number {
  if (state === 'waiting') return 4;
  if (state === 'stale') return 2;
  if (toggle && toggle.setting.version > 0 && differsFromWanted(toggle.setting)) return 0;
  return task.decidedBy.kind === 'decision' ? 1 : 3;
}

function toAction(status: TaskStatus, { number, slug }: NextAction['step']): NextAction {
  const { task, state, reason, owner } = status;
  return {
    taskId: task.id,
    row: task.rows[0] ?? '',
    title: actionTitle(status),
    reason,
    meaning: meaningOf(status),
    state,
    owner,
    step: { number, slug },
    anchor: taskAnchor(task.id),
    at: status.waitingUntil,
  };
}

function meaningOf({ toggle, state }: TaskStatus): string | null {
  if (!toggle) return null;
  const { definition, setting } = toggle;
  const isOnUnwanted = !setting.wanted && setting.confirmation?.state === 'on';
  if (state === 'todo') return definition.why;
  return isOnUnwanted ? definition.risk : null;
}
