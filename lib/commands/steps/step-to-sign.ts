import 'server-only';
import { steps } from '#lib/catalog/steps';
import { heldDuties } from '#lib/commands/held-duties';
import type { Db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import type { Context } from '#lib/domain/context';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { rolloutProgress, type StepProgress } from '#lib/domain/rollout/progress';
import type { Signer } from '#lib/domain/rollout/sign-off';

/** Addresses of the guide's steps. */
export const stepSlugs = steps.map(({ slug }) => slug) as [string, ...string[]]; // safe because the guide has steps

/** A step as it stands, what that follows from, and the caller as somebody who may sign. */
export async function stepToSign(
  ctx: Context,
  tx: Db,
  slug: string,
): Promise<{ step: StepProgress; signer: Signer; facts: RolloutFacts }> {
  const { actor } = ctx;
  const facts = await loadFacts(ctx, tx);
  const step = rolloutProgress(facts).steps.find((one) => one.step.slug === slug);
  // INVARIANT: the input is one of the guide's addresses.
  if (!step) throw new Error(`No step ${slug}.`);
  const held = await heldDuties(ctx, tx, facts.owners);
  return { step, signer: { name: actor.name, appRole: actor.appRole, held }, facts };
}
