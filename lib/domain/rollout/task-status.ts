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
  /** What was found is other than it should be, or contradicts a rule; `reason` tells what. */
  finding: boolean;
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
  const nothing = { finding: false, waitingUntil: null, blockedBy: null };
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

type Kind = TaskDefinition['decidedBy']['kind'];
type Deciding<K extends Kind> = Extract<TaskDefinition['decidedBy'], { kind: K }>;

/** Who says where a task stands, by what decides it. */
const standings: {
  readonly [K in Kind]: (facts: RolloutFacts, by: Deciding<K>, task: TaskDefinition) => Standing;
} = {
  owners: ownersStanding,
  decision: decisionStanding,
  authentication: authenticationStanding,
  setting: (facts, { key }) => settingStanding(key, facts),
  configuration: configurationStanding,
  'login-restriction': loginStanding,
  'team-config': teamConfigStanding,
  access: (facts, { part }) => accessStanding(part, facts),
  egress: egressStanding,
  integration: (facts, { key }) => integrationStanding(key, facts),
  attestation: (facts, { restsOn }, { id }) => attestationStanding(id, restsOn, facts),
  check: (facts, { check }, { id }) => checkStanding(id, check, facts),
  waves: wavesStanding,
  channel: (facts, { key }) => channelStanding(key, facts),
  'reporting-owner': (facts, { area }) => reportingOwnerStanding(area, facts),
  cadence: cadenceStanding,
  measures: measuresStanding,
};

function standing<K extends Kind>(task: TaskDefinition & { decidedBy: Deciding<K> }, facts: RolloutFacts) {
  const by: Deciding<K> = task.decidedBy;
  const say: (facts: RolloutFacts, by: Deciding<K>, task: TaskDefinition) => Standing = standings[by.kind];
  return say(facts, by, task);
}

function decisionStanding({ decision: { surfaces, version } }: RolloutFacts): Standing {
  if (surfaces !== null) return { state: 'done', reason: null, version, content: surfaces };
  return { state: 'todo', reason: 'It decides which of the later tasks apply.', version, content: null };
}
