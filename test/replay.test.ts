import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptanceSubjects } from '#lib/catalog/acceptances';
import { guide } from '#lib/catalog/guide';
import { settingKeys } from '#lib/catalog/settings';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { reviewAuthentication } from '#lib/commands/authentication/review-authentication';
import { setConfigText } from '#lib/commands/config-texts/set-config-text';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { setInternetAccess } from '#lib/commands/internet-access/set-internet-access';
import { setLoginRestriction } from '#lib/commands/login/set-login-restriction';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { signStep } from '#lib/commands/steps/sign-step';
import { withdrawSignOff } from '#lib/commands/steps/withdraw-sign-off';
import { addEvidence } from '#lib/commands/tasks/add-evidence';
import { attestTask } from '#lib/commands/tasks/attest-task';
import { withdrawAttestation } from '#lib/commands/tasks/withdraw-attestation';
import { setTeamConfig } from '#lib/commands/team-config/set-team-config';
import { recordCheck } from '#lib/commands/validation/record-check';
import { decideWave } from '#lib/commands/waves/decide-wave';
import { planWave } from '#lib/commands/waves/plan-wave';
import { db } from '#lib/data/db';
import { loadFacts, type Facts } from '#lib/data/load-facts';
import type { Context } from '#lib/domain/context';
import { duties } from '#lib/domain/owners/owner';
import { surfaceChoices } from '#lib/domain/rollout/decision';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { itemStatuses } from '#lib/domain/validation/check-status';
import { checkTaskIds, findCheck } from '#lib/catalog/find-check';
import { accessMoves } from './access-moves';
import { arrange, auditLog } from './arrange';
import { cloudMoves } from './cloud-moves';
import { governanceMoves } from './governance-moves';
import { randomOf, type Random } from './random';
import { replay, reducers } from './replay';

type Move = (ctx: Context, facts: Facts, random: Random) => Promise<{ ok: boolean }>;

const attestedIds = guide.steps
  .flatMap(({ tasks }) => tasks)
  .filter(({ decidedBy }) => decidedBy.kind === 'attestation')
  .map(({ id }) => id);
const slugs = guide.steps.map(({ slug }) => slug);
const wordVersion = (facts: Facts, id: string) => facts.attestations.get(id)?.version ?? 0;

/** One random write of each kind, mostly a valid one. */
const moves: Readonly<Record<string, Move>> = {
  ...accessMoves,
  ...cloudMoves,
  ...governanceMoves,
  owner: (ctx, { owners }, random) => {
    const duty = random.pick(duties);
    const version = owners.find((one) => one.duty === duty)?.version ?? 0;
    return setOwner(ctx, { duty, name: random.pick(['Devi', 'Sam', null]), email: null, version });
  },
  decision: (ctx, { decision }, random) =>
    setDecision(ctx, { surfaces: random.pick(surfaceChoices), version: decision.version }),
  wish: (ctx, { settings }, random) => {
    const key = random.pick(settingKeys);
    return setSetting(ctx, { key, wanted: random.chance(0.7), version: settings.get(key)?.version ?? 0 });
  },
  confirmation: (ctx, { settings }, random) => {
    const key = random.pick(settingKeys);
    const asWanted = settings.get(key)?.wanted ?? false;
    return confirmSetting(ctx, { key, state: random.chance(0.8) === asWanted ? 'on' : 'off' });
  },
  configuration: (ctx, { configuration }, random) =>
    setConfiguration(ctx, {
      preset: random.pick(['strict', 'standard', 'flexible']),
      version: configuration.version,
    }),
  text: (ctx, { configuration, configTexts, loginRestriction }, random) =>
    setConfigText(ctx, {
      name: 'requirements',
      text: random.pick([
        'allowed_sandbox_modes = ["read-only"]\n',
        'allowed_login_methods = ["api"]\n',
        'allowed_sandbox_modes = []\n',
        '# ?',
      ]),
      // Once there is a text its version is its own; a guess that is wrong is refused, and that is played as well.
      version: configTexts.size + configuration.version + loginRestriction.version,
    }),
  word: (ctx, facts, random) => {
    const id = random.pick(attestedIds);
    return attestTask(ctx, { id, note: random.pick([null, 'Seen']), version: wordVersion(facts, id) });
  },
  wordTakenBack: (ctx, facts, random) => {
    const id = random.pick([...facts.attestations.keys(), ...attestedIds.slice(0, 1)]);
    return withdrawAttestation(ctx, { id, version: wordVersion(facts, id) });
  },
  proof: (ctx, _, random) =>
    addEvidence(ctx, {
      id: random.pick(attestedIds),
      name: random.pick(['a.txt', 'b.txt']),
      content: new TextEncoder().encode(`proof ${random.below(1000)}`),
    }),
  signature: (ctx, { signOffs }, random) => {
    const step = random.pick(slugs);
    return signStep(ctx, { step, version: signOffs.get(slugs.indexOf(step))?.version ?? 0 });
  },
  signatureTakenBack: (ctx, { signOffs }, random) => {
    const step = random.pick(slugs);
    return withdrawSignOff(ctx, { step, version: signOffs.get(slugs.indexOf(step))?.version ?? 0 });
  },
  acceptance: (ctx, { acceptances }, random) => {
    const subject = random.pick(acceptanceSubjects);
    const version = acceptances.get(subject)?.version ?? 0;
    return random.chance(0.7)
      ? acceptRisk(ctx, { subject, reason: 'Looked at', endsOn: '2099-12-31', version })
      : withdrawAcceptance(ctx, { subject, version });
  },
  review: (ctx, { authentication: { version } }, random) =>
    reviewAuthentication(ctx, {
      local: random.pick([null, ['chatgpt'], ['chatgpt', 'api_key']]),
      chatgpt: random.pick([null, ['sso']]),
      mfa: random.pick([null, 'both']),
      restriction: random.pick([null, 'none', 'workspace']),
      version,
    }),
  internetAccess: (ctx, { internetAccess: { version } }, random) =>
    setInternetAccess(ctx, {
      preset: random.pick(['none', 'common-dependencies']),
      methods: random.pick(['read', 'all']),
      version,
    }),
  login: (ctx, { loginRestriction: { version } }, random) =>
    setLoginRestriction(ctx, { method: random.pick(['any', 'chatgpt', 'api']), workspaces: [], version }),
  rules: (ctx, { teamConfig: { version } }, random) =>
    setTeamConfig(ctx, { rules: `# Rules ${random.below(1000)}\n`, version }),
  check: (ctx, facts, random) => {
    const id = random.pick(checkTaskIds);
    const check = findCheck(id);
    const found = check ? itemStatuses(id, check, facts) : [];
    if (found.length === 0) return Promise.resolve({ ok: false });
    const { planned, result } = random.pick(found);
    return recordCheck(ctx, {
      id,
      item: planned.item,
      outcome: random.pick(['as_expected', 'differs', 'not_used']),
      observed: 'Looked',
      version: result?.version ?? 0,
    });
  },
  wave: (ctx, { waves }, random) => {
    if (waves.length < 2) {
      return planWave(ctx, { name: 'Pilot', size: 5, startsOn: '2026-12-01', endsOn: '2026-12-31' });
    }
    const { id, version } = random.pick(waves);
    return decideWave(ctx, { id, duty: random.pick(duties), verdict: random.pick(['go', 'no_go']), version });
  },
};

/** Finishes Step 1, each toggle wanted and seen off, and signs it. */
async function finishAndSign(ctx: Context): Promise<void> {
  const { decision, settings, signOffs } = await loadFacts(ctx, db);
  await setDecision(ctx, { surfaces: 'local', version: decision.version });
  for (const key of ['codex.local', 'codex.device_code', 'codex.administer']) {
    await setSetting(ctx, { key, wanted: false, version: settings.get(key)?.version ?? 0 });
    await confirmSetting(ctx, { key, state: 'off' });
  }
  const signature = await signStep(ctx, { step: 'toggles', version: signOffs.get(1)?.version ?? 0 });
  expect(signature).toMatchObject({ ok: true, value: { state: 'signed' } });
}

/** Progress without the guide's own definitions. */
const told = (facts: RolloutFacts) =>
  rolloutProgress(facts).steps.map(({ step, done, applicable, signOff, tasks }) => ({
    step: step.number,
    done,
    applicable,
    signOff,
    tasks: tasks.map(({ task, state, reason, version, owner, content }) => ({
      id: task.id,
      state,
      reason,
      version,
      owner,
      content,
    })),
  }));

/** How often each kind of write is tried for each seed, in another order every time. */
const rounds = process.env.SLIPWAY_TEST_FULL === '1' ? 15 : 7;

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each([1, 2])(
  'whatever was written, the audit log alone gives the same progress (seed %d)',
  async (seed) => {
    const { ctx, as, workspace } = await arrange();
    const governance = await as('governance_owner');
    const random = randomOf(seed);
    const kinds = Object.keys(moves);
    const turns = Array.from({ length: rounds }, () => random.shuffled(kinds)).flat();
    const taken = new Set<string>();

    for (const [turn, kind] of turns.entries()) {
      const now = new Date(ctx.now.getTime() + turn * 60_000);
      const caller = { ...(kind === 'acceptance' ? governance : ctx), now };
      const facts = await loadFacts(caller, db);
      const outcome = await moves[kind]?.(caller, facts, random);
      if (outcome?.ok) taken.add(kind);
    }

    await finishAndSign({ ...ctx, now: new Date(ctx.now.getTime() + turns.length * 60_000) });
    const now = new Date(ctx.now.getTime() + 2 * turns.length * 60_000);
    const stored = await loadFacts({ workspaceId: workspace.id, now }, db);
    const events = await auditLog(workspace.id);
    const start = { ...nothingStored, timeZone: stored.timeZone };
    const replayed: RolloutFacts = { ...replay(events, start), guide, now, digest };
    expect(told(replayed)).toEqual(told(stored));
    expect(events.map(({ action }) => action).filter((action) => !(action in reducers))).toEqual([]);
    expect(kinds.filter((kind) => !taken.has(kind) && !/^signature/.test(kind))).toEqual([]);
  },
  120_000,
);
