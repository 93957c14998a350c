import 'server-only';
import { z } from 'zod';
import { guide } from '#lib/catalog/guide';
import type { Db } from '#lib/data/db';
import type { RecordedDecision } from '#lib/data/rollout-decisions';
import { loadFacts, type Facts } from '#lib/data/load-facts';
import { evidenceOf } from '#lib/domain/attestations/evidence';
import type { Context } from '#lib/domain/context';
import { duties, type Owner } from '#lib/domain/owners/owner';
import { surfaceChoices } from '#lib/domain/rollout/decision';
import { rolloutProgress, type RolloutProgress } from '#lib/domain/rollout/progress';
import { signOffView, toSignOffView } from '#lib/domain/rollout/sign-off-view';
import { taskStates } from '#lib/domain/rollout/task-state';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { defineQuery } from './define-query';

/** Where the whole rollout of a workspace stands, with what it follows from. */
export type Rollout = {
  guide: string;
  decision: RecordedDecision;
  owners: readonly Owner[];
  progress: RolloutProgress;
  facts: Facts;
};

async function loadRollout(ctx: Context, db: Db): Promise<Rollout> {
  const facts = await loadFacts(ctx, db);
  const { decision, owners } = facts;
  return { guide: guide.version, decision, owners, progress: rolloutProgress(facts), facts };
}

/** The rollout as screens need it: definitions, states, reasons. */
export const readRollout = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.custom<Rollout>(),
  run: ({ ctx, db }) => loadRollout(ctx, db),
});

const taskView = z.object({
  id: z.string(),
  title: z.string(),
  rows: z.array(z.string()),
  basis: z.enum(['derived', 'attested']),
  state: z.enum(taskStates),
  reason: z.string().nullable(),
  owner: z.object({ duty: z.enum(duties), name: z.string().nullable() }),
  version: z.int(),
  /** The word that stands on an attested task (of a toggle, what was seen), also while stale; null without one. */
  attestation: z
    .object({ at: z.date(), by: z.string(), note: z.string().nullable(), link: z.string().nullable() })
    .nullable(),
  /** How many proof files there are, each counted once whatever its versions. */
  evidence: z.int(),
});

const count = { done: z.int(), applicable: z.int() };

const rolloutView = z.object({
  guide: z.string(),
  decision: z.object({ surfaces: z.enum(surfaceChoices).nullable(), version: z.int() }),
  progress: z.object(count),
  steps: z.array(
    z.object({
      number: z.int(),
      slug: z.string(),
      title: z.string(),
      ...count,
      complete: z.boolean(),
      signOff: signOffView,
      tasks: z.array(taskView),
    }),
  ),
});

function toTaskView(status: TaskStatus, facts: Facts): z.infer<typeof taskView> {
  const { task, state, reason, owner, version } = status;
  const { id, title, rows, basis } = task;
  const attestation = wordOn(status, facts);
  const evidence = evidenceOf(id, facts.evidence).length;
  return { id, title, rows: [...rows], basis, state, reason, owner, version, attestation, evidence };
}

function wordOn({ task, toggle }: TaskStatus, facts: Facts): z.infer<typeof taskView>['attestation'] {
  const given = facts.attestations.get(task.id);
  const word = toggle ? toggle.setting.confirmation : given?.kind === 'given' ? given : null;
  if (!word) return null;
  const { at, by, note, link } = word;
  return { at, by, note, link };
}

/** The rollout as the HTTP door hands it out. */
export const describeRollout = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: rolloutView,
  async run({ ctx, db }) {
    const { guide: version, decision, progress, facts } = await loadRollout(ctx, db);
    return {
      guide: version,
      decision: { surfaces: decision.surfaces, version: decision.version },
      progress: { done: progress.done, applicable: progress.applicable },
      steps: progress.steps.map(({ step, done, applicable, complete, signOff, tasks }) => ({
        number: step.number,
        slug: step.slug,
        title: step.title,
        done,
        applicable,
        complete,
        signOff: toSignOffView(step.number, signOff),
        tasks: tasks.map((status) => toTaskView(status, facts)),
      })),
    };
  },
});
