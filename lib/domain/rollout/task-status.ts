import { attestationStanding } from '#lib/domain/attestations/attestation-standing';
import { authenticationStanding } from '#lib/domain/authentication/authentication-standing';
import { channelStanding } from '#lib/domain/channels/channel-standing';
import { configurationStanding } from '#lib/domain/config/configuration-standing';
import { loginStanding } from '#lib/domain/login/login-standing';
import { egressStanding } from '#lib/domain/egress/egress-standing';
import { integrationStanding } from '#lib/domain/integrations/integration-standing';
import { ownersStanding } from '#lib/domain/owners/owners-standing';
import { accessStanding } from '#lib/domain/rbac/access-standing';
import { measuresStanding } from '#lib/domain/measures/measures-standing';
import { reportingOwnerStanding } from '#lib/domain/reporting-owners/reporting-owner-standing';
import { cadenceStanding } from '#lib/domain/reviews/cadence-standing';
import { settingStanding } from '#lib/domain/settings/setting-standing';
import { checkStanding } from '#lib/domain/validation/check-standing';
import { wavesStanding } from '#lib/domain/waves/waves-standing';
import { teamConfigStanding } from '#lib/domain/team-config/team-config-standing';
import { appliesTo, surfaceWords } from './decision';
import type { RolloutFacts } from './facts';
import { ownerOf, type Standing, type TaskOwner, type Toggle, type Blocker } from './standing';
import type { TaskDefinition } from './task';
import type { TaskState } from './task-state';

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
  blockedBy: Blocker | null;
  /** The toggle behind the task; null for every other kind of task. */
  toggle: Toggle | null;
  /** The stored values the state follows from, of the standing; a signature covers it. */
  content: unknown;
};

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
    case 'authentication':
      return authenticationStanding(facts);
    case 'setting':
      return settingStanding(decidedBy.key, facts);
    case 'configuration':
      return configurationStanding(facts);
    case 'login-restriction':
      return loginStanding(facts);
    case 'team-config':
      return teamConfigStanding(facts);
    case 'access':
      return accessStanding(decidedBy.part, facts);
    case 'egress':
      return egressStanding(facts);
    case 'integration':
      return integrationStanding(decidedBy.key, facts);
    case 'attestation':
      return attestationStanding(task.id, decidedBy.restsOn, facts);
    case 'check':
      return checkStanding(task.id, decidedBy.check, facts);
    case 'waves':
      return wavesStanding(facts);
    case 'channel':
      return channelStanding(decidedBy.key, facts);
    case 'reporting-owner':
      return reportingOwnerStanding(decidedBy.area, facts);
    case 'cadence':
      return cadenceStanding(facts);
    case 'measures':
      return measuresStanding(facts);
    default:
      return decidedBy satisfies never;
  }
}

function decisionStanding({ decision: { surfaces, version } }: RolloutFacts): Standing {
  if (surfaces !== null) return { state: 'done', reason: null, version, content: surfaces };
  return { state: 'todo', reason: 'It decides which of the later tasks apply.', version, content: null };
}
