import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { appendSignOff } from '#lib/data/sign-offs';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { signStep as decideSignature } from '#lib/domain/rollout/sign-off';
import { signOffView, toSignOffView } from '#lib/domain/rollout/sign-off-view';
import { multilineText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';
import { stepSlugs, stepToSign } from './step-to-sign';

/** Puts the caller's signature under a step as it stands now. */
export const signStep = defineCommand({
  capability: 'step.sign',
  input: z.strictObject({
    step: z.enum(stepSlugs),
    note: multilineText({ max: 2000 }).nullable().default(null),
    version: seenVersion,
  }),
  output: signOffView,
  async run({ ctx, tx, input: { step: slug, note, version } }) {
    const { step, signer, facts } = await stepToSign(ctx, tx, slug);
    const { number } = step.step;
    const before = toSignOffView(number, step.signOff);
    if (before.version !== version) return err(conflict(before));

    const signature = decideSignature(step, { signer, note }, facts);
    if (!signature.ok) return signature;
    const { value } = signature;
    await appendSignOff(tx, { workspaceId: ctx.workspaceId, ...value });
    const after = toSignOffView(number, { state: 'signed', version: value.version, signature: value });
    return ok(
      changed(after, {
        action: 'step.signed',
        subject: `step:${number}`,
        before,
        after: { ...after, content: value.content },
      }),
    );
  },
});
