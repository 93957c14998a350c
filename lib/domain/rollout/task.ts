import type { ChannelKey } from '#lib/domain/channels/channel';
import type { IntegrationKey } from '#lib/domain/integrations/integration';
import type { Duty } from '#lib/domain/owners/owner';
import type { CheckDefinition } from '#lib/domain/validation/check-definition';
import type { ReportingArea } from '#lib/domain/reporting-owners/reporting-owner';
import type { BasisPart } from './basis';
import type { Surface } from './decision';

/** What decides a task's state. */
export type DecidedBy =
  | { kind: 'owners' }
  | { kind: 'decision' }
  | { kind: 'authentication' }
  | { kind: 'setting'; key: string }
  | { kind: 'configuration'; part: 'requirements' | 'managed-defaults' | 'baseline-decisions' }
  | { kind: 'login-restriction' }
  | { kind: 'team-config' }
  /** Roles, groups and people. */
  | {
      kind: 'access';
      part: 'defaults' | 'roles' | 'assignment' | 'resolution' | 'lost-defaults' | 'gradual' | 'expectations';
    }
  /** The published egress ranges against the allow list. */
  | { kind: 'egress' }
  /** The record of an integration, which is a person's word in itself. */
  | { kind: 'integration'; key: IntegrationKey }
  /** A person's word, and what it rests on: it no longer counts once that has changed. */
  | { kind: 'attestation'; restsOn: readonly BasisPart[] }
  /** What somebody found when looking, item by item. */
  | { kind: 'check'; check: CheckDefinition }
  | { kind: 'waves' }
  | { kind: 'channel'; key: ChannelKey }
  | { kind: 'reporting-owner'; area: ReportingArea }
  | { kind: 'cadence' }
  | { kind: 'measures' };

/** One thing of a step that has a state. */
export type TaskDefinition = {
  /** Stable: stored records and the API name the task by it. */
  id: string;
  title: string;
  /** Imperative that stands as the next action; of a toggle, only until something is wanted of it. */
  action: string;
  /** Ids of the guide's rows it answers. */
  rows: readonly string[];
  /** `derived`: data decides, nobody can tick it. `attested`: only a person can know. */
  basis: 'derived' | 'attested';
  surface: Surface;
  /** Whose owner owns the task unless somebody else takes it. */
  duty: Duty;
  decidedBy: DecidedBy;
  source: string;
};

/** Element id of a task on its step's page. */
export const taskAnchor = (taskId: string): string => `task-${taskId.replaceAll('.', '-')}`;
