import { confirmAllSteps } from '#lib/commands/console/confirm-all-steps';
import { confirmStep } from '#lib/commands/console/confirm-step';
import type { Context } from '#lib/domain/context';
import { readWorklist } from '#lib/queries/worklist';

/** The worklist as it is read, and confirmed as it was read. */

export async function worklist(ctx: Context) {
  const list = await readWorklist(ctx);
  if (!list) throw new Error('There is always a worklist.');
  return list;
}

export const wordsOf = async (ctx: Context) => (await worklist(ctx)).steps.map(({ words }) => words);

/** What a confirmation of the first step of a kind sends. */
export async function stepOf(ctx: Context, kind: string) {
  const { steps, version } = await worklist(ctx);
  const { key = '', digest = '' } = steps.find((step) => step.kind === kind) ?? {};
  return { key, digest, version };
}

/** Confirms the first step. */
export async function confirmFirst(ctx: Context) {
  const { steps, version } = await worklist(ctx);
  const { key = '', digest = '' } = steps[0] ?? {};
  return confirmStep(ctx, { key, digest, version });
}

export async function confirmEverything(ctx: Context) {
  const { open, digest, version } = await worklist(ctx);
  return confirmAllSteps(ctx, { steps: open, digest, version });
}
