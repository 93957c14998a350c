import { z } from 'zod';
import { acceptanceWordings } from '#lib/domain/acceptances/acceptance-words';
import { apiTokenWordings } from '#lib/domain/api-tokens/api-token-words';
import { attestationWordings } from '#lib/domain/attestations/attestation-words';
import { authenticationWordings } from '#lib/domain/authentication/authentication-words';
import { internetAccessWordings } from '#lib/domain/internet-access/internet-access-words';
import { clientWordings } from '#lib/domain/clients/client-words';
import { channelWordings } from '#lib/domain/channels/channel-words';
import { draftWordings } from '#lib/domain/drafts/draft-words';
import { consoleWordings } from '#lib/domain/console/console-words';
import { environmentWordings } from '#lib/domain/environments/environment-words';
import { integrationWordings } from '#lib/domain/integrations/integration-words';
import { repositoryWordings } from '#lib/domain/repositories/repository-words';
import { presetNames } from '#lib/domain/config/presets';
import { memberWordings } from '#lib/domain/members/member-words';
import { loginWordings } from '#lib/domain/login/login-words';
import { measureWordings } from '#lib/domain/measures/measure-words';
import { egressWordings } from '#lib/domain/egress/egress-words';
import { fleetSizeWordings } from '#lib/domain/receipts/fleet-size-words';
import { duties, type Duty } from '#lib/domain/owners/owner';
import { reportingOwnerWordings } from '#lib/domain/reporting-owners/reporting-owner-words';
import { policyWordings } from '#lib/domain/config-policies/policy-words';
import { textWordings } from '#lib/domain/config-text/text-words';
import { versionWordings } from '#lib/domain/config-versions/version-words';
import { reviewWordings } from '#lib/domain/reviews/review-words';
import { surfaceChoices, surfaceWords, type SurfaceChoice } from '#lib/domain/rollout/decision';
import { labelChoice, labelEraWords } from '#lib/domain/rollout/label-era';
import type { Guide } from '#lib/domain/rollout/step';
import { importWordings } from '#lib/domain/imports/import-words';
import { accessWordings } from '#lib/domain/rbac/access-words';
import { expectationWordings } from '#lib/domain/rbac/expectations/expectation-events';
import { signOffWordings } from '#lib/domain/rollout/sign-off-words';
import { checkWordings } from '#lib/domain/validation/check-words';
import { waveWordings } from '#lib/domain/waves/wave-words';
import type { DecidedBy } from '#lib/domain/rollout/task';
import { teamConfigWordings } from '#lib/domain/team-config/team-config-words';
import {
  idOf,
  taskDecidedBy,
  type EventWords,
  type NamedThing,
  type StoredEvent,
  type Wording,
} from './event-words';

/**
 * An event of the audit log in words: "confirmed *Allow members to use Codex Local* on".
 *
 * An action this version does not know, and stored values it cannot read, are told by their names, so that no
 * event is ever left out. Total: never fails.
 */
export function describeEvent(event: StoredEvent, guide: Guide): EventWords {
  return wordings.get(event.action)?.(event, guide) ?? [`recorded ${event.action} on ${event.subject}`];
}

/** The words of an event in one line. */
export const plainWords = (words: EventWords): string =>
  words.map((part) => (typeof part === 'string' ? part : part.label)).join('');

const doors: ReadonlyMap<string, string> = new Map(
  Object.entries({
    screen: 'on a page',
    api: 'through the API',
    cli: 'from the command line',
    job: 'by a job',
    start: 'at a start of Slipway',
  }),
);

/** The door an event came through, in words; a door this version does not know keeps its name. */
export const doorWords = (via: string): string => doors.get(via) ?? `through ${via}`;

const wordings: ReadonlyMap<string, Wording> = new Map(
  Object.entries<Wording>({
    ...acceptanceWordings,
    ...attestationWordings,
    ...authenticationWordings,
    ...internetAccessWordings,
    ...signOffWordings,
    ...memberWordings,
    ...apiTokenWordings,
    ...checkWordings,
    ...waveWordings,
    ...loginWordings,
    ...teamConfigWordings,
    ...accessWordings,
    ...draftWordings,
    ...importWordings,
    ...expectationWordings,
    ...channelWordings,
    ...consoleWordings,
    ...reportingOwnerWordings,
    ...versionWordings,
    ...policyWordings,
    ...textWordings,
    ...clientWordings,
    ...fleetSizeWordings,
    ...reviewWordings,
    ...measureWordings,
    ...egressWordings,
    ...repositoryWordings,
    ...environmentWordings,
    ...integrationWordings,
    'setting.wanted': ({ subject }, guide) => ['recorded ', toggleOf(subject, guide), ' as wanted on'],
    'setting.unwanted': ({ subject }, guide) => ['recorded ', toggleOf(subject, guide), ' as wanted off'],
    'setting.confirmed': confirmedWords,
    'decision.made': decisionWords,
    'owner.named': ownerNamedWords,
    'owner.removed': ({ subject }, guide) => ['left ', dutyOf(subject, guide), ' to nobody'],
    'configuration.preset_taken': presetWords,
    'configuration.decided': (_event, guide) => ['changed ', baselineOf(guide), ' by hand'],
    'labels.chosen': labelsWords,
    'workspace.created': createdWords,
    'account.recovered': recoveredWords,
  }),
);

const confirmed = z.object({ wanted: z.boolean(), confirmed: z.enum(['on', 'off']) });

function confirmedWords({ subject, after }: StoredEvent, guide: Guide): EventWords | null {
  const seen = confirmed.safeParse(after).data;
  if (!seen) return null;
  const asWanted = (seen.confirmed === 'on') === seen.wanted;
  const toggle = toggleOf(subject, guide);
  if (asWanted) return ['confirmed ', toggle, ` ${seen.confirmed}`];
  return ['found ', toggle, ` ${seen.confirmed}, wanted ${seen.wanted ? 'on' : 'off'}`];
}

const decision = z.object({ surfaces: z.enum(surfaceChoices).nullable() });
const inSentence = (surfaces: SurfaceChoice) => surfaceWords[surfaces].toLowerCase();

function decisionWords({ before, after }: StoredEvent, guide: Guide): EventWords | null {
  const surfaces = decision.safeParse(after).data?.surfaces;
  if (!surfaces) return null;
  const earlier = decision.safeParse(before).data?.surfaces;
  const tail = earlier ? `, instead of ${inSentence(earlier)}` : '';
  const taskId = taskDecidedBy(guide, (decidedBy) => decidedBy.kind === 'decision');
  return ['made the ', { label: 'rollout decision', taskId }, `: ${inSentence(surfaces)}${tail}`];
}

const named = z.object({ name: z.string() });

function ownerNamedWords({ subject, after }: StoredEvent, guide: Guide): EventWords | null {
  const owner = named.safeParse(after).data;
  return owner ? [`named ${owner.name} as `, dutyOf(subject, guide)] : null;
}

const preset = z.object({ preset: z.enum(presetNames) });

function presetWords({ after }: StoredEvent, guide: Guide): EventWords | null {
  const taken = preset.safeParse(after).data;
  return taken ? [`took the preset ${taken.preset} for `, baselineOf(guide)] : null;
}

function labelsWords({ after }: StoredEvent): EventWords | null {
  const choice = labelChoice.safeParse(after).data;
  return choice ? [`put the vendor’s labels of ${labelEraWords[choice.era]} first`] : null;
}

const created = z.object({ name: z.string(), firstMember: z.string() });

function createdWords({ after }: StoredEvent): EventWords | null {
  const workspace = created.safeParse(after).data;
  return workspace
    ? [`created the workspace ${workspace.name}, with ${workspace.firstMember} as first member`]
    : null;
}

const recovered = z.object({ email: z.string() });

function recoveredWords({ after }: StoredEvent): EventWords | null {
  const account = recovered.safeParse(after).data;
  return account ? [`set a new password for ${account.email} through a recovery link`] : null;
}

function toggleOf(subject: string, guide: Guide): NamedThing {
  const key = idOf(subject);
  const taskId = taskDecidedBy(guide, (by) => by.kind === 'setting' && by.key === key);
  return { label: guide.settings[key]?.label ?? key, taskId };
}

const isDuty = (id: string): id is Duty => duties.some((duty) => duty === id);

function dutyOf(subject: string, guide: Guide): NamedThing {
  const id = idOf(subject);
  const taskId = taskDecidedBy(guide, (by) => by.kind === 'owners');
  return { label: isDuty(id) ? guide.duties[id].label : id, taskId };
}

function baselineOf(guide: Guide): NamedThing {
  const isBaseline = (by: DecidedBy) => by.kind === 'configuration' && by.part === 'baseline-decisions';
  return { label: 'the baseline decisions', taskId: taskDecidedBy(guide, isBaseline) };
}
