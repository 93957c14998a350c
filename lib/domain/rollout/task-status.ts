import { everyOwner, type Duty } from '#lib/domain/owners/owner';
import { settingStatus, type SettingStatus } from '#lib/domain/settings/setting-status';
import { neverWritten, type Setting, type SettingDefinition } from '#lib/domain/settings/setting';
import { appliesTo, surfaceWords } from './decision';
import type { RolloutFacts } from './facts';
import { comesLater, type TaskDefinition } from './task';

/** Every state a task can be in; the names are API. */
export const taskStates = [
  'todo',
  'in_progress',
  'waiting',
  'blocked',
  'done',
  'stale',
  'not_applicable',
] as const;

export type TaskState = (typeof taskStates)[number];

/** Who owns a task; `name` is null while nobody holds the duty. */
export type TaskOwner = { duty: Duty; name: string | null };

/** A toggle beside what the guide says of it. */
export type Toggle = { definition: SettingDefinition; setting: Setting };

/** Where one task stands, why, and whose it is. */
export type TaskStatus = {
  task: TaskDefinition;
  state: TaskState;
  /** One sentence for people; null where the state says it all. */
  reason: string | null;
  owner: TaskOwner;
  /** Writes of what decides the task; 0 while nothing was written. */
  version: number;
  /** When `waiting` is over; of a blocked task, when what blocks it is. */
  waitingUntil: Date | null;
  blockedBy: { key: string; row: string; label: string; owner: TaskOwner } | null;
  /** The toggle behind the task; null for every other kind of task. */
  toggle: Toggle | null;
};

type Standing = Pick<TaskStatus, 'state' | 'reason' | 'version'> &
  Partial<Pick<TaskStatus, 'waitingUntil' | 'blockedBy' | 'toggle'>>;

/**
 * Where `task` stands under `facts`. Total: never fails.
 *
 * Outside the rollout decision a task is not applicable whatever is stored, and counts again with all that
 * was recorded when the decision changes back. While nothing is decided every task applies.
 */
export function taskStatus(task: TaskDefinition, facts: RolloutFacts): TaskStatus {
  const nothing = { waitingUntil: null, blockedBy: null };
  const status = {
    task,
    owner: ownerOf(task.duty, facts),
    toggle: null,
    ...nothing,
    ...standing(task, facts),
  };
  const { surfaces } = facts.decision;
  if (surfaces === null || appliesTo(task.surface, surfaces)) return status;
  const reason = `The rollout decision is ${surfaceWords[surfaces].toLowerCase()}.`;
  return { ...status, ...nothing, state: 'not_applicable', reason };
}

function standing(task: TaskDefinition, facts: RolloutFacts): Standing {
  const { decidedBy } = task;
  switch (decidedBy.kind) {
    case 'owners':
      return ownersStanding(facts);
    case 'decision':
      return decisionStanding(facts);
    case 'setting':
      return settingStanding(decidedBy.key, facts);
    case 'configuration':
      return configurationStanding(facts);
    case 'attestation':
    case 'later-data':
      return { state: 'todo', reason: comesLater(task), version: 0 };
    default:
      return decidedBy satisfies never;
  }
}

function ownersStanding({ owners, guide }: RolloutFacts): Standing {
  const all = everyOwner(owners);
  const version = all.reduce((sum, owner) => sum + owner.version, 0);
  const missing = all.filter((owner) => owner.name === null).map((owner) => guide.duties[owner.duty].label);
  if (missing.length === 0) return { state: 'done', reason: null, version };
  const reason = `Still to name: ${missing.join(', ')}.`;
  return { state: missing.length === all.length ? 'todo' : 'in_progress', reason, version };
}

function decisionStanding({ decision: { surfaces, version } }: RolloutFacts): Standing {
  if (surfaces !== null) return { state: 'done', reason: null, version };
  return { state: 'todo', reason: 'It decides which of the later tasks apply.', version };
}

function configurationStanding({ configuration: { version } }: RolloutFacts): Standing {
  if (version > 0) return { state: 'done', reason: null, version };
  return { state: 'todo', reason: 'No configuration has been chosen yet.', version };
}

function settingStanding(key: string, facts: RolloutFacts): Standing {
  const status = settingStatus(key, facts);
  const setting = facts.settings.get(key) ?? neverWritten(key);
  const definition = facts.guide.settings[key];
  return {
    state: status.state,
    reason: status.reason,
    version: setting.version,
    toggle: definition ? { definition, setting } : null,
    ...links(status, facts),
  };
}

function links(status: SettingStatus, facts: RolloutFacts): Pick<Standing, 'waitingUntil' | 'blockedBy'> {
  if (status.state === 'waiting') return { waitingUntil: status.until };
  if (status.state !== 'blocked') return {};
  const required = facts.guide.settings[status.required];
  if (!required) return {};
  const { row, label, duty } = required;
  const before = settingStatus(status.required, facts);
  return {
    waitingUntil: before.state === 'waiting' ? before.until : null,
    blockedBy: { key: status.required, row, label, owner: ownerOf(duty, facts) },
  };
}

function ownerOf(duty: Duty, { owners }: RolloutFacts): TaskOwner {
  return { duty, name: owners.find((owner) => owner.duty === duty)?.name ?? null };
}
