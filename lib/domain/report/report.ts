import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import type { PresetName } from '#lib/domain/config/presets';
import { localDay } from '#lib/domain/local-day';
import { isMet } from '#lib/domain/measures/measure';
import { activePeople } from '#lib/domain/rbac/access-facts';
import { openFindings } from '#lib/domain/rbac/findings/finding-status';
import { isOverdue } from '#lib/domain/reviews/cadence';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { RolloutProgress, StepProgress } from '#lib/domain/rollout/progress';
import type { SignOffStatus } from '#lib/domain/rollout/sign-off';
import { ownerOf } from '#lib/domain/rollout/standing';
import { stepStates } from '#lib/domain/rollout/step-states';
import { reportGaps } from './report-gaps';
import type { Report, ReportStep } from './report-view';

/** What the report tells beside the facts: whose it is, who decided and configured, the reviews, the record. */
export type ReportSources = {
  workspace: { name: string; slug: string };
  decided: { by: string | null; at: Date | null };
  configured: { preset: PresetName | null; by: string | null; at: Date | null };
  lastReview: { number: number; signedAt: Date; signedBy: string } | null;
  openReview: number | null;
  /** The newest event of the audit log. */
  head: { sequence: number; hash: string } | null;
};

/**
 * The whole report as one value of JSON: what the page prints, what CSV and JSON hand out, and what a review
 * freezes. Every number in it is counted here or in `rolloutProgress`, nowhere else.
 */
export function makeReport(facts: RolloutFacts, progress: RolloutProgress, sources: ReportSources): Report {
  const { workspace, decided, head } = sources;
  const today = localDay(facts.now, facts.timeZone);
  return {
    workspace: { name: workspace.name, slug: workspace.slug, timeZone: facts.timeZone },
    guide: facts.guide.version,
    at: facts.now.toISOString(),
    today,
    decision: { surfaces: facts.decision.surfaces, by: decided.by, at: iso(decided.at) },
    owners: facts.owners.map(({ duty, name }) => ({ duty, label: facts.guide.duties[duty].label, name })),
    progress: { done: progress.done, applicable: progress.applicable },
    steps: progress.steps.map((step) => stepOf(step, facts)),
    gaps: reportGaps(progress, openFindings(facts)),
    proofs: proofsOf(facts, progress),
    access: accessOf(facts),
    configuration: configurationOf(facts, sources),
    measures: measuresOf(facts),
    reviews: reviewsOf(facts, sources, today),
    record: head,
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function stepOf(progress: StepProgress, facts: RolloutFacts): ReportStep {
  const { step, done, applicable, signOff } = progress;
  return {
    ...{ number: step.number, title: step.title, done, applicable, states: stepStates(progress) },
    owner: ownerOf(step.signedBy, facts).name,
    signedBy: step.signedBy,
    signOff: signOffOf(signOff),
  };
}

function signOffOf(status: SignOffStatus): ReportStep['signOff'] {
  if (status.state === 'unsigned') return { state: 'unsigned', by: null, at: null, reasons: [] };
  const { by, at } = status.signature;
  const reasons = status.state === 'void' ? [...status.reasons] : [];
  return { state: status.state, by, at: iso(at), reasons };
}

function proofsOf(facts: RolloutFacts, progress: RolloutProgress): Report['proofs'] {
  const attested = progress.steps
    .flatMap(({ tasks }) => tasks)
    .filter(({ task, state }) => task.basis === 'attested' && state !== 'not_applicable');
  const isAccepted = (subject: string) => acceptanceStatus(subject, facts).state === 'standing';
  const missing = attested.filter(({ state }) => state !== 'done');
  return {
    files: facts.evidence.length,
    given: attested.length - missing.length,
    needed: attested.length,
    missing: missing.map(({ task: { id, title, rows }, state }) => {
      return { taskId: id, row: rows[0] ?? '', title, state };
    }),
    accepted: [...facts.acceptances.keys()].filter(isAccepted).length,
  };
}

function accessOf({ access }: RolloutFacts): Report['access'] {
  const { defaults, roles, groups, profiles } = access;
  if (defaults.version === 0 && roles.length === 0 && groups.length === 0) return null;
  const people = activePeople(access);
  const onDefault = profiles
    .filter(({ roleIds }) => roleIds.length === 0)
    .reduce((sum, profile) => sum + profile.people, 0);
  return { people, withRoles: people - onDefault, onDefault, roles: roles.length, groups: groups.length };
}

function configurationOf(
  { configuration }: RolloutFacts,
  { configured }: ReportSources,
): Report['configuration'] {
  if (configuration.version === 0) return null;
  const { preset, by, at } = configured;
  return { preset, version: configuration.version, by, at: iso(at) };
}

function measuresOf({ measures }: RolloutFacts): Report['measures'] {
  return measures
    .filter(({ retiredAt }) => retiredAt === null)
    .map((measure) => {
      const { name, unit, direction, target, current } = measure;
      return { name, unit, direction, target, current, met: isMet(measure) };
    });
}

function reviewsOf(
  { cadence }: RolloutFacts,
  { lastReview, openReview }: ReportSources,
  today: string,
): Report['reviews'] {
  const last = lastReview && {
    number: lastReview.number,
    at: lastReview.signedAt.toISOString(),
    by: lastReview.signedBy,
  };
  const { every, nextOn } = cadence;
  return { last, open: openReview, every, nextOn, overdue: isOverdue(cadence, today) };
}
