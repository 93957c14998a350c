import type { Acceptance } from '#lib/domain/acceptances/acceptance';
import { notReviewedYet, type AuthenticationReview } from '#lib/domain/authentication/authentication';
import type { Attestation } from '#lib/domain/attestations/attestation';
import type { EvidenceFile } from '#lib/domain/attestations/evidence';
import type { Channel, ChannelKey } from '#lib/domain/channels/channel';
import type { Decisions } from '#lib/domain/config/decisions';
import type { DraftErrors } from '#lib/domain/config-text/draft-errors';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { noAccessFacts, type AccessFacts } from '#lib/domain/rbac/access-facts';
import { noExpectations, type ExpectationFacts } from '#lib/domain/rbac/expectations/expectation-facts';
import { noPolicyYet, type InternetAccess } from '#lib/domain/internet-access/internet-access';
import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import type { FollowedMeasure } from '#lib/domain/measures/measure';
import { noEgress, type Egress } from '#lib/domain/egress/egress';
import type { ReportingOwner } from '#lib/domain/reporting-owners/reporting-owner';
import { noCadence, type Cadence } from '#lib/domain/reviews/cadence';
import { noEnvironments, type EnvironmentFacts } from '#lib/domain/environments/environment-facts';
import type { RecordedIntegration } from '#lib/domain/integrations/integration';
import type { Owner } from '#lib/domain/owners/owner';
import { noRepositories, type RepositoryFacts } from '#lib/domain/repositories/repository-facts';
import type { ShippingFacts } from '#lib/domain/receipts/coverage-facts';
import type { Setting } from '#lib/domain/settings/setting';
import type { CheckResult } from '#lib/domain/validation/check';
import type { Wave } from '#lib/domain/waves/wave';
import { undecided, type RolloutDecision } from './decision';
import type { LabelChoice } from './label-era';
import type { SignOff } from './sign-off';
import type { Guide } from './step';

/** All that is stored of a workspace's rollout, as far as states follow from it. */
export type StoredFacts = {
  /** IANA name; days are days in this zone. */
  timeZone: string;
  /** Whose labels of the vendor stand first. No state follows from it. */
  labels: LabelChoice;
  decision: RolloutDecision;
  /** Duties without a row count as nobody's. */
  owners: readonly Owner[];
  /** By key; a toggle without an entry was never written. */
  settings: ReadonlyMap<string, Setting>;
  /** How people sign in; `version` 0 until somebody answered. */
  authentication: AuthenticationReview;
  /** What agents of Codex cloud may reach; `version` 0 until somebody wrote a policy. */
  internetAccess: InternetAccess;
  /** `version` 0 and no decisions until a configuration was chosen. */
  configuration: { version: number; decisions: Decisions | null };
  /** SHA-256 of the text of each configuration file that somebody wrote; the others follow from the decisions. */
  configTexts: ReadonlyMap<ConfigFileName, string>;
  /** What the fleet's clients would refuse, replace or ignore in the configuration files. */
  configErrors: DraftErrors;
  /** `version` 0 and no restriction until somebody decided. */
  loginRestriction: { version: number; restriction: LoginRestriction | null };
  /** Of rules and skills only the sum of their text, and how many errors were found in it. */
  teamConfig: { version: number; sha256: string | null; errors: number };
  /** The published egress ranges and the allow list, as digests. */
  egress: Egress;
  /** By task id: the newest word on each. */
  attestations: ReadonlyMap<string, Attestation>;
  /** The newest version of every proof file, oldest task first. */
  evidence: readonly EvidenceFile[];
  /** By subject: the newest acceptance of each, or that it was taken back. */
  acceptances: ReadonlyMap<string, Acceptance>;
  /** By step number: the newest signature, or that it was taken back. */
  signOffs: ReadonlyMap<number, SignOff>;
  /** Roles, groups and people, in sums. */
  access: AccessFacts;
  /** What is expected of access, and whether it holds, in sums. */
  expectations: ExpectationFacts;
  /** By `resultKey`: the newest result of each item of each check. */
  checkResults: ReadonlyMap<string, CheckResult>;
  /** The pilot first. */
  waves: readonly Wave[];
  /** By key; a governance channel without an entry was never recorded. */
  channels: ReadonlyMap<ChannelKey, Channel>;
  /** Areas without a row count as nobody's. */
  reportingOwners: readonly ReportingOwner[];
  cadence: Cadence;
  /** Retired ones among them, in the order they were set. */
  measures: readonly FollowedMeasure[];
  /** The repositories of Codex cloud, in sums and digests. */
  repositories: RepositoryFacts;
  /** The environments of Codex cloud, in sums, a digest and a few names. */
  environments: EnvironmentFacts;
  /** By key; an integration without an entry was never written. */
  integrations: ReadonlyMap<string, RecordedIntegration>;
  /** The current release and what machines have of it, in a few times; null while nothing was released. */
  shipping: ShippingFacts | null;
};

/** All that task states follow from: the guide, what is stored, and the time. */
export type RolloutFacts = StoredFacts & {
  guide: Guide;
  now: Date;
  /** SHA-256 in hex; handed in, because a rule computes none itself. */
  digest: (text: string) => string;
};

/** A workspace in which nothing was ever written. */
export const nothingStored: StoredFacts = {
  timeZone: 'UTC',
  labels: { era: '2026-03', version: 0 },
  decision: undecided,
  owners: [],
  settings: new Map(),
  authentication: notReviewedYet,
  internetAccess: noPolicyYet,
  configuration: { version: 0, decisions: null },
  configTexts: new Map(),
  configErrors: {},
  loginRestriction: { version: 0, restriction: null },
  teamConfig: { version: 0, sha256: null, errors: 0 },
  egress: noEgress,
  attestations: new Map(),
  evidence: [],
  acceptances: new Map(),
  signOffs: new Map(),
  access: noAccessFacts,
  expectations: noExpectations,
  checkResults: new Map(),
  waves: [],
  channels: new Map(),
  reportingOwners: [],
  cadence: noCadence,
  measures: [],
  repositories: noRepositories,
  environments: noEnvironments,
  integrations: new Map(),
  shipping: null,
};
