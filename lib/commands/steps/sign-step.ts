import 'server-only';
import { z } from 'zod';
import { steps } from '#lib/catalog/steps';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { loadFacts } from '#lib/data/load-facts';
import { appendSignOff } from '#lib/data/sign-offs';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { signStep as decideSignature } from '#lib/domain/rollout/sign-off';
import { signOffView, toSignOffView } from '#lib/domain/rollout/sign-off-view';
import { multilineText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';

const slugs = steps.map(({ slug }) => slug) as [string, ...string[]]; // safe because the guide has steps

/** Puts the caller's signature under a step as it stands now. */
export const signStep = defineCommand({
  capability: 'step.sign',
  input: z.strictObject({
    step: z.enum(slugs),
    note: multilineText({ max: 2000 }).nullable().default(null),
    version: seenVersion,
  }),
  output: signOffView,
  async run({ ctx, tx, input }) {
    const { workspaceId, actor } = ctx;
    const facts = await loadFacts(ctx, tx);
    const step = rolloutProgress(facts).steps.find((one) => one.step.slug === input.step);
    // INVARIANT: the input is one of the guide's addresses.
    if (!step) throw new Error(`No step ${input.step}.`);
    const { number } = step.step;
    const before = toSignOffView(number, step.signOff);
    if (before.version !== input.version) return err(conflict(before));

    const held = await heldDuties(ctx, tx, facts.owners);
    const signer = { name: actor.name, appRole: actor.appRole, held };
    const signature = decideSignature(step, { signer, note: input.note }, facts);
    if (!signature.ok) return signature;
    await appendSignOff(tx, { workspaceId, ...signature.value });
    const { value } = signature;
    const after = toSignOffView(number, { state: 'signed', version: value.version, signature: value });
    return ok(changed(after, { action: 'step.signed', subject: `step:${number}`, before, after }));
  },
});
