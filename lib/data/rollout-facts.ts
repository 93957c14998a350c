import 'server-only';
import { z } from 'zod';
import { notReviewedYet } from '#lib/domain/authentication/authentication';
import { noPolicyYet } from '#lib/domain/internet-access/internet-access';
import { everyOwner } from '#lib/domain/owners/owner';
import { everyReportingOwner } from '#lib/domain/reporting-owners/reporting-owner';
import { noCadence } from '#lib/domain/reviews/cadence';
import { resultKey } from '#lib/domain/validation/check';
import { nothingStored, type StoredFacts } from '#lib/domain/rollout/facts';
import { Prisma } from '#prisma-client';
import { acceptancesPart } from './acceptances';
import { accessIndex, type AccessIndex } from './access-index';
import { attestationsPart } from './attestations';
import { authenticationPart } from './authentication-reviews';
import { channelsPart } from './channels';
import { configTextsPart } from './config-texts';
import { configurationPart, neverConfigured, type Configuration } from './configurations';
import { checkResultsPart } from './check-results';
import type { Db } from './db';
import { findDraftErrors, oldestClientPart } from './draft-errors';
import { stampPart } from './directory-stamp';
import { egressPart, toEgress } from './egress-lists';
import { environmentsPart } from './environments';
import { evidencePart } from './evidence';
import { expectationFacts, expectationsPart } from './expectations';
import type { FactsPart } from './facts-part';
import { internetAccessPart } from './internet-access';
import { loginPart, loginUndecided } from './login-restrictions';
import { measuresPart } from './measures';
import { reportingOwnersPart } from './reporting-owners';
import { cadencePart } from './review-cadence';
import { integrationsPart } from './integrations';
import { ownersPart } from './owners';
import { repositoriesPart } from './repositories';
import { decisionPart, neverDecided, type RecordedDecision } from './rollout-decisions';
import { confirmationsPart, toSettings, wishesPart } from './settings';
import { shippingPart } from './shipping';
import { signOffsPart } from './sign-offs';
import { labelsPart, timeZonePart } from './workspaces';
import { wavesPart } from './waves';
import { teamConfigPart } from './team-configs';

/** All that is stored of one workspace's rollout, with who decided and configured, when. */
export type StoredRollout = StoredFacts & { decision: RecordedDecision; configuration: Configuration };

/** What every noun adds to the statement. One line for each. */
const parts = {
  timeZone: timeZonePart,
  labels: labelsPart,
  decision: decisionPart,
  owners: ownersPart,
  wishes: wishesPart,
  confirmations: confirmationsPart,
  authentication: authenticationPart,
  internetAccess: internetAccessPart,
  configuration: configurationPart,
  configTexts: configTextsPart,
  oldestClient: oldestClientPart,
  loginRestriction: loginPart,
  teamConfig: teamConfigPart,
  egress: egressPart,
  attestations: attestationsPart,
  evidence: evidencePart,
  acceptances: acceptancesPart,
  signOffs: signOffsPart,
  stamp: stampPart,
  expectations: expectationsPart,
  checkResults: checkResultsPart,
  waves: wavesPart,
  channels: channelsPart,
  reportingOwners: reportingOwnersPart,
  cadence: cadencePart,
  measures: measuresPart,
  repositories: repositoriesPart,
  environments: environmentsPart,
  integrations: integrationsPart,
  shipping: shippingPart,
} as const satisfies Record<string, FactsPart<unknown>>;

const selected = Prisma.join(
  Object.entries(parts).map(([name, { sql }]) => Prisma.sql`${sql} as ${Prisma.raw(`"${name}"`)}`),
);

type RowShapes = { -readonly [Name in keyof typeof parts]: (typeof parts)[Name]['row'] };

// safe because it holds the row of each part under that part's name
const rowShapes = Object.fromEntries(
  Object.entries(parts).map(([name, { row }]) => [name, row]),
) as RowShapes;
const factsRow = z.object(rowShapes);

type Rows = z.output<typeof factsRow>;

/**
 * All that is stored of one workspace's rollout, in one statement. Roles, groups and people are in it as a
 * stamp: what follows from them is kept until they are written again.
 *
 * Every page of a workspace needs it; a statement for each noun cost the app several times its processor.
 */
export async function findStoredRollout(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<StoredRollout> {
  const rows: unknown = await db.$queryRaw`select ${selected} from (select ${workspaceId}::uuid as id) w`;
  const [row] = z.tuple([factsRow]).parse(rows);
  const index = await accessIndex(db, { workspaceId, stamp: row.stamp });
  const ground = {
    decisions: row.configuration?.decisions ?? null,
    login: row.loginRestriction?.restriction ?? null,
    texts: row.configTexts.map(({ file, sha256 }) => [file, sha256] as const),
    oldest: row.oldestClient?.oldest ?? null,
  };
  return { ...toStored(row, index), configErrors: await findDraftErrors(db, { workspaceId, ground }) };
}

function toStored(
  { decision, owners, wishes, confirmations, configuration, ...row }: Rows,
  index: AccessIndex,
): Omit<StoredRollout, 'configErrors'> {
  return {
    timeZone: row.timeZone,
    labels: row.labels,
    decision: decision ?? neverDecided,
    owners: everyOwner(owners),
    settings: toSettings(wishes, confirmations),
    authentication: row.authentication ?? notReviewedYet,
    internetAccess: row.internetAccess ?? noPolicyYet,
    configuration: configuration ?? neverConfigured,
    configTexts: new Map(row.configTexts.map(({ file, sha256 }) => [file, sha256])),
    loginRestriction: row.loginRestriction ?? loginUndecided,
    teamConfig: row.teamConfig ?? nothingStored.teamConfig,
    egress: toEgress(row.egress),
    attestations: new Map(row.attestations.map((word) => [word.taskId, word])),
    evidence: row.evidence,
    acceptances: new Map(row.acceptances.map((acceptance) => [acceptance.subject, acceptance])),
    signOffs: new Map(row.signOffs.map((signOff) => [signOff.step, signOff])),
    channels: new Map(row.channels.map((channel) => [channel.key, channel])),
    reportingOwners: everyReportingOwner(row.reportingOwners),
    cadence: row.cadence ?? noCadence,
    measures: row.measures,
    access: index.facts,
    expectations: expectationFacts(row.expectations, index),
    checkResults: new Map(row.checkResults.map((result) => [resultKey(result.taskId, result.item), result])),
    waves: row.waves,
    repositories: row.repositories,
    environments: row.environments,
    integrations: new Map(row.integrations.map((integration) => [integration.key, integration])),
    shipping: row.shipping,
  };
}
