import { canonicalJson } from '#lib/domain/audit/chain';
import { evidenceOf } from '#lib/domain/attestations/evidence';
import type { Context } from '#lib/domain/context';
import type { Duty } from '#lib/domain/owners/owner';
import { err, ok, type Result } from '#lib/domain/result';
import type { RolloutFacts } from './facts';
import type { StepProgress } from './progress';
import type { TaskState } from './task-state';
import type { TaskStatus } from './task-status';

/** One task as it was signed: `says` is the digest of what its state followed from, and of its proof files. */
export type SignedTask = { id: string; title: string; state: TaskState; says: string };

/** What a signature covers: every task of the step that applied, in the guide's order. */
export type SignedContent = { guide: string; step: number; tasks: readonly SignedTask[] };

/** A signature under a step, or that it was taken back. */
export type SignOff = {
  step: number;
  kind: 'signed' | 'withdrawn';
  content: SignedContent;
  /** SHA-256 of the content's canonical JSON. */
  hash: string;
  note: string | null;
  at: Date;
  by: string;
  /** Signatures given and taken back so far. */
  version: number;
};

/** Whether a step is signed; a void signature says why. */
export type SignOffStatus =
  | { state: 'unsigned'; version: number }
  | { state: 'signed'; version: number; signature: SignOff }
  | { state: 'void'; version: number; signature: SignOff; reasons: readonly string[] };

/** What a signature under a step with `tasks` would cover now. */
export function contentToSign(
  step: number,
  tasks: readonly TaskStatus[],
  facts: RolloutFacts,
): SignedContent {
  const applicable = tasks.filter(({ state }) => state !== 'not_applicable');
  return {
    guide: facts.guide.version,
    step,
    tasks: applicable.map(({ task, state, content }) => ({
      id: task.id,
      title: task.title,
      state,
      says: facts.digest(canonicalJson({ content, proof: proofOf(task.id, facts) })),
    })),
  };
}

const proofOf = (taskId: string, { evidence }: RolloutFacts) =>
  evidenceOf(taskId, evidence)
    .map(({ name, sha256 }) => ({ name, sha256 }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Whether the step is signed for what it is now. */
export function signOffStatus(signature: SignOff | undefined, now: SignedContent): SignOffStatus {
  const version = signature?.version ?? 0;
  if (signature?.kind !== 'signed') return { state: 'unsigned', version };
  const reasons = contentChanges(signature.content, now);
  if (reasons.length === 0) return { state: 'signed', version, signature };
  return { state: 'void', version, signature, reasons };
}

/** Why a step is not signed. */
export type SignError =
  | { code: 'not_your_duty'; message: string; duty: Duty }
  | { code: 'nothing_applies'; message: string }
  | {
      code: 'tasks_open';
      message: string;
      tasks: readonly { id: string; title: string; state: TaskState }[];
    };

/** Who signs: a member with the duties held by app role or by name. */
export type Signer = { name: string; appRole: Context['actor']['appRole']; held: readonly Duty[] };

/** Whether `signer` holds the duty that signs a step; the workspace owner may sign any. */
export const maySign = ({ held, appRole }: Omit<Signer, 'name'>, signedBy: Duty): boolean =>
  held.includes(signedBy) || appRole === 'workspace_owner';

/**
 * The signature of `signer` under a step as it stands now.
 *
 * Fails with `not_your_duty` for another duty's step, `nothing_applies` where no task of the step applies,
 * and `tasks_open` while one that applies is not done, which names each.
 */
export function signStep(
  { step, tasks, applicable, signOff }: StepProgress,
  { signer, note }: { signer: Signer; note: string | null },
  facts: RolloutFacts,
): Result<SignOff, SignError> {
  if (!maySign(signer, step.signedBy)) {
    const { label } = facts.guide.duties[step.signedBy];
    return err({ code: 'not_your_duty', message: `The ${label} signs this step.`, duty: step.signedBy });
  }
  if (applicable === 0) {
    return err({
      code: 'nothing_applies',
      message: 'No task of this step applies, so there is nothing to sign.',
    });
  }
  const open = tasks.filter(({ state }) => state !== 'done' && state !== 'not_applicable');
  if (open.length > 0) {
    const message = `${open.length === 1 ? '1 task is' : `${open.length} tasks are`} not done yet.`;
    const named = open.map(({ task: { id, title }, state }) => ({ id, title, state }));
    return err({ code: 'tasks_open', message, tasks: named });
  }
  const content = contentToSign(step.number, tasks, facts);
  const hash = facts.digest(canonicalJson(content));
  const { name: by } = signer;
  const version = signOff.version + 1;
  return ok({ step: step.number, kind: 'signed', content, hash, note, at: facts.now, by, version });
}

/** What changed since something was signed: one sentence for each task. */
export function contentChanges(before: SignedContent, now: SignedContent): string[] {
  const earlier = new Map(before.tasks.map((task) => [task.id, task]));
  const present = new Set(now.tasks.map(({ id }) => id));
  const gone = before.tasks.filter(({ id }) => !present.has(id));
  return [
    ...(before.guide === now.guide ? [] : [`It was signed for the guide of ${before.guide}.`]),
    ...now.tasks.flatMap((task) => taskChange(earlier.get(task.id), task)),
    ...gone.map(({ title }) => `“${title}” no longer applies.`),
  ];
}

function taskChange(before: SignedTask | undefined, { title, state, says }: SignedTask): string[] {
  if (!before) return [`“${title}” has come in since.`];
  if (state !== before.state) return [`“${title}” is ${stateWords[state]} now.`];
  return says === before.says ? [] : [`What “${title}” rests on has changed.`];
}

const stateWords: Readonly<Record<TaskState, string>> = {
  todo: 'to do',
  in_progress: 'in progress',
  waiting: 'waiting',
  blocked: 'blocked',
  done: 'done',
  stale: 'stale',
  not_applicable: 'not applicable',
};
