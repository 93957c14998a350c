import { z } from 'zod';
import { storedAnswers } from '#lib/domain/authentication/authentication';
import { evidenceView } from '#lib/domain/attestations/evidence';
import { internetAccessView } from '#lib/domain/internet-access/internet-access';
import { integrationView } from '#lib/domain/integrations/integration';
import { duties } from '#lib/domain/owners/owner';
import { surfaceChoices } from '#lib/domain/rollout/decision';
import { nothingStored, type StoredFacts } from '#lib/domain/rollout/facts';
import { taskStates } from '#lib/domain/rollout/task-state';
import { neverWritten } from '#lib/domain/settings/setting';
import { outcomes, resultKey } from '#lib/domain/validation/check';
import { waveStates, type Wave } from '#lib/domain/waves/wave';
import type { Reducer, ReplayedEvent } from './reducer';
import { cloudActions, replayCloud } from './replay-cloud';
import { accessActions, replayAccess } from './replay-access';
import { expectationActions, replayExpectations } from './replay-expectations';
import { configurationReducers, replayErrors } from './replay-configuration';
import { governanceReducers } from './replay-governance';

const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1);
const time = z.coerce.date();
const text = z.string().nullable();
const with_ = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): Map<K, V> => new Map(map).set(key, value);

const owner = z.object({
  duty: z.enum(duties),
  name: text,
  email: text,
  standInName: text,
  standInEmail: text,
  version: z.number(),
});

const ownerSet: Reducer = (facts, { after }) => {
  const next = owner.parse(after);
  return { ...facts, owners: [...facts.owners.filter(({ duty }) => duty !== next.duty), next] };
};

const decision = z.object({ surfaces: z.enum(surfaceChoices), version: z.number() });

const setting = z.object({
  key: z.string(),
  wanted: z.boolean(),
  version: z.number(),
  confirmation: z
    .object({
      state: z.enum(['on', 'off']),
      at: time,
      by: z.string(),
      note: text,
      link: text,
      restsOn: z.boolean(),
    })
    .nullable(),
});

const wished: Reducer = (facts, { after, at, actorName }) => {
  const next = { ...setting.parse(after), wantedAt: at, wantedBy: actorName };
  return { ...facts, settings: with_(facts.settings, next.key, next) };
};

const confirmed: Reducer = (facts, { after }) => {
  const { key, confirmation } = setting.parse(after);
  const before = facts.settings.get(key) ?? neverWritten(key);
  return { ...facts, settings: with_(facts.settings, key, { ...before, confirmation }) };
};

const word = z.object({
  taskId: z.string(),
  attested: z.boolean(),
  note: text,
  link: text,
  at: time,
  by: z.string(),
  restsOn: z.record(z.string(), z.string()),
  version: z.number(),
});

const wordGiven: Reducer = (facts, { after }) => {
  const { attested, ...next } = word.parse(after);
  const kind = attested ? 'given' : 'withdrawn';
  return { ...facts, attestations: with_(facts.attestations, next.taskId, { ...next, kind }) };
};

const proof = evidenceView.extend({ at: time });

const proofAdded: Reducer = (facts, { after }) => {
  const next = proof.parse(after);
  const others = facts.evidence.filter(({ taskId, name }) => taskId !== next.taskId || name !== next.name);
  return { ...facts, evidence: [...others, next] };
};

const signature = z.object({
  step: z.number(),
  version: z.number(),
  note: text,
  hash: z.string().nullable(),
  content: z.object({
    guide: z.string(),
    step: z.number(),
    tasks: z.array(
      z.object({ id: z.string(), title: z.string(), state: z.enum(taskStates), says: z.string() }),
    ),
  }),
});

const signed =
  (kind: 'signed' | 'withdrawn'): Reducer =>
  (facts, { after, at, actorName: by }) => {
    const { hash, ...next } = signature.parse(after);
    return {
      ...facts,
      signOffs: with_(facts.signOffs, next.step, { ...next, hash: hash ?? '', kind, at, by }),
    };
  };

const acceptance = z.object({
  subject: z.string(),
  accepted: z.boolean(),
  reason: z.string(),
  endsOn: text,
  restsOn: z.record(z.string(), z.string()),
  at: time,
  by: z.string(),
  version: z.number(),
});

const accepted: Reducer = (facts, { after }) => {
  const { accepted: stands, ...next } = acceptance.parse(after);
  const kind = stands ? 'given' : 'withdrawn';
  return { ...facts, acceptances: with_(facts.acceptances, next.subject, { ...next, kind }) };
};

const review = storedAnswers.extend({ version: z.number() });

const reviewed: Reducer = (facts, { after }) => {
  const { version, ...answers } = review.parse(after);
  return { ...facts, authentication: { answers, version } };
};

const result = z.object({
  item: z.string(),
  expected: z.string(),
  outcome: z.enum(outcomes),
  observed: z.string(),
  permissions: z.record(z.string(), z.boolean()).nullable(),
  note: text,
  link: text,
  restsOn: z.record(z.string(), z.string()),
  at: time,
  by: z.string(),
  version: z.number(),
});

const checkRecorded: Reducer = (facts, { subject, after }) => {
  const next = { ...result.parse(after), taskId: idOf(subject) };
  return { ...facts, checkResults: with_(facts.checkResults, resultKey(next.taskId, next.item), next) };
};

const wave = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  groupIds: z.array(z.string()),
  size: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(waveStates),
  version: z.number(),
  signatures: z.array(
    z.object({ duty: z.enum(duties), open: z.array(z.string()), note: text, at: time.nullable(), by: text }),
  ),
});

type Verdict = Wave['verdicts'][number];

/** The verdict that an event gave: of the duty that signed at its time. */
function verdictIn({ action, after, at, actorName: by }: ReplayedEvent): Verdict[] {
  if (action !== 'wave.go_given' && action !== 'wave.no_go_given') return [];
  const verdict = action === 'wave.go_given' ? 'go' : 'no_go';
  const { signatures, version: waveVersion } = wave.parse(after);
  return signatures
    .filter((one) => one.at?.getTime() === at.getTime())
    .map(({ duty, open, note }) => ({ duty, verdict, waveVersion, open, note, at, by }));
}

/** A wave's plan and state are in every event about it, a verdict in the event that gave it. */
const waveSet: Reducer = (facts, event) => {
  const { signatures: _signatures, ...plan } = wave.parse(event.after);
  const given = verdictIn(event);
  const earlier = facts.waves.find(({ id }) => id === plan.id)?.verdicts ?? [];
  const kept = earlier.filter(({ duty }) => given.every((one) => one.duty !== duty));
  const waves = [
    ...facts.waves.filter(({ id }) => id !== plan.id),
    { ...plan, verdicts: [...kept, ...given] },
  ];
  return { ...facts, waves: waves.toSorted((a, b) => a.number - b.number) };
};

const integration = integrationView.extend({ at: time.nullable() });

const integrationSet: Reducer = (facts, { after }) => {
  const next = integration.parse(after);
  return { ...facts, integrations: with_(facts.integrations, next.key, next) };
};

/** Lists are replayed as a whole, because the facts hold their sums alone. */
const asList: Reducer = (facts) => facts;
const ranges = z.object({ count: z.number(), digest: z.string() });

const egress = z.object({
  allowList: z.object({ version: z.number(), list: ranges.nullable() }),
  publication: ranges.extend({ publishedAt: time.nullable(), readAt: time }).nullable(),
  drift: z.object({ missing: z.number(), surplus: z.number() }).nullable(),
});

/** Every event about the ranges holds all that is known of both lists. */
const egressSet: Reducer = (facts, { after }) => ({ ...facts, egress: egress.parse(after) });

/** What each action does to the facts. A command whose event belongs to a state gets a line here. */
export const reducers: Readonly<Record<string, Reducer>> = {
  'owner.named': ownerSet,
  'owner.removed': ownerSet,
  'decision.made': (facts, { after }) => ({ ...facts, decision: decision.parse(after) }),
  'setting.wanted': wished,
  'setting.unwanted': wished,
  'setting.confirmed': confirmed,
  'task.attested': wordGiven,
  'task.attestation_withdrawn': wordGiven,
  'evidence.added': proofAdded,
  'step.signed': signed('signed'),
  'step.signature_withdrawn': signed('withdrawn'),
  'acceptance.given': accepted,
  'acceptance.withdrawn': accepted,
  'authentication.reviewed': reviewed,
  'internet_access.decided': (facts, { after }) => ({
    ...facts,
    internetAccess: internetAccessView.parse(after),
  }),
  'integration.set': integrationSet,
  ...Object.fromEntries(cloudActions.map((action) => [action, asList])),
  'egress.allow_list_set': egressSet,
  'egress.publication_recorded': egressSet,
  'check.recorded': checkRecorded,
  'wave.planned': waveSet,
  'wave.changed': waveSet,
  'wave.moved': waveSet,
  'wave.go_given': waveSet,
  'wave.no_go_given': waveSet,
  // Roles, groups and people follow from all their events together: `replay` reads them at its end.
  ...Object.fromEntries(
    [...accessActions, ...expectationActions].map((action): [string, Reducer] => [action, (facts) => facts]),
  ),
  ...configurationReducers,
  ...governanceReducers,
};

/** The facts of a workspace out of its audit log alone, from `start`; events beside the rollout change nothing. */
export function replay(events: readonly ReplayedEvent[], start: StoredFacts = nothingStored): StoredFacts {
  const facts = events.reduce((held, event) => reducers[event.action]?.(held, event) ?? held, start);
  return {
    ...facts,
    ...replayCloud(events),
    access: replayAccess(events),
    expectations: replayExpectations(events),
    configErrors: replayErrors(events, facts),
  };
}
