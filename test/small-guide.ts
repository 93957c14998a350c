import { guide as wholeGuide } from '#lib/catalog/guide';
import { togglesTasks } from '#lib/catalog/tasks-toggles';
import type { Guide, StepDefinition } from '#lib/domain/rollout/step';
import type { TaskDefinition } from '#lib/domain/rollout/task';

/** A task of the small guide that anything may change; all of it is the test's own. */
export const smallTask = (
  id: string,
  decidedBy: TaskDefinition['decidedBy'],
  facts: Partial<TaskDefinition> = {},
): TaskDefinition => ({
  id,
  title: `Title of ${id}`,
  action: `Do ${id}`,
  rows: ['0.0'],
  basis: decidedBy.kind === 'attestation' ? 'attested' : 'derived',
  surface: 'any',
  duty: 'workspace',
  decidedBy,
  source: 'the test',
  ...facts,
});

const ownersTasks = [
  smallTask('owners', { kind: 'owners' }, { action: 'Name the three owners', rows: ['0.1'] }),
  smallTask('decision', { kind: 'decision' }, { action: 'Decide local, cloud or both', rows: ['0.2'] }),
];

const byConfiguration = (part: 'requirements' | 'managed-defaults' | 'baseline-decisions', id: string) =>
  smallTask(`configuration.${id}`, { kind: 'configuration', part }, { surface: 'local', duty: 'it' });

const configurationTasks = [
  byConfiguration('requirements', 'requirements'),
  byConfiguration('managed-defaults', 'managed_defaults'),
  byConfiguration('baseline-decisions', 'baseline'),
];

/** The guide with other tasks under its steps, by step number; a step that is not named has none. */
export const guideOf = (tasks: Readonly<Record<number, readonly TaskDefinition[]>>): Guide => ({
  ...wholeGuide,
  steps: wholeGuide.steps.map((step): StepDefinition => ({ ...step, tasks: tasks[step.number] ?? [] })),
});

/**
 * A guide of the kinds of task that were first, with the whole guide's toggles: what tests list of it does
 * not change when the guide grows.
 */
export const smallGuide = guideOf({
  0: ownersTasks,
  1: togglesTasks.filter(({ decidedBy }) => decidedBy.kind === 'setting'),
  3: configurationTasks,
});
