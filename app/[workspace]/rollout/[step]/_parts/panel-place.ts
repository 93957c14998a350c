import type { StepProgress } from '#lib/domain/rollout/progress';
import type { Panel } from '#lib/domain/rollout/step';
import type { TaskStatus } from '#lib/domain/rollout/task-status';

/** Where a panel stands on its step's page: element id, name, and the tasks it is about. */
export type PanelPlace = { id: Panel['kind']; label: string; tasks: readonly TaskStatus[] };

const labels: Readonly<Record<Panel['kind'], string>> = {
  owners: 'Owners',
  decision: 'Decision',
  authentication: 'Sign-in',
  settings: 'Tasks and toggles',
  configuration: 'Baseline and files',
  checks: 'Checks',
  waves: 'Waves',
  login: 'Sign-in of clients',
  'team-config': 'Rules and skills',
  places: 'Where files go',
  access: 'Roles, groups and people',
  channels: 'Channels',
  'reporting-owners': 'Reporting and audit',
  cadence: 'Review cadence',
  measures: 'Measures',
  egress: 'Egress ranges',
  connection: 'Connection',
  repositories: 'Repositories',
  environments: 'Environments',
  integrations: 'Integrations',
  instructions: 'Instructions',
  tasks: 'Tasks',
};

/** The place of `panel` among those of its step. */
export function panelPlace(panel: Panel, { tasks }: StepProgress): PanelPlace {
  return {
    id: panel.kind,
    label: labels[panel.kind],
    tasks: tasks.filter(({ task }) => panel.taskIds.includes(task.id)),
  };
}

/** How many of `tasks` are done, of those that apply: "2/5"; a dash where none applies. */
export function doneOf(tasks: readonly TaskStatus[]): string {
  const applicable = tasks.filter(({ state }) => state !== 'not_applicable');
  const done = applicable.filter(({ state }) => state === 'done');
  return applicable.length === 0 ? '–' : `${done.length}/${applicable.length}`;
}
