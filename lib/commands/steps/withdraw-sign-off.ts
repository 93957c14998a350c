import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { appendSignOff } from '#lib/data/sign-offs';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { signOffView, toSignOffView } from '#lib/domain/rollout/sign-off-view';
import { withdrawSignOff as decideWithdrawal } from '#lib/domain/rollout/withdraw-sign-off';
import { seenVersion } from '#lib/domain/versioned';
import { stepSlugs, stepToSign } from './step-to-sign';

/** Takes back the signature under a step, void or not; what was signed stays in the record. */
export const withdrawSignOff = defineCommand({
  capability: 'step.sign',
  input: z.strictObject({ step: z.enum(stepSlugs), version: seenVersion }),
  output: signOffView,
  async run({ ctx, tx, input: { step: slug, version } }) {
    const { step, signer, facts } = await stepToSign(ctx, tx, slug);
    const { number } = step.step;
    const before = toSignOffView(number, step.signOff);
    if (before.version !== version) return err(conflict(before));

    const next = decideWithdrawal(step, signer, facts);
    if (!next.ok) return next;
    await appendSignOff(tx, { workspaceId: ctx.workspaceId, ...next.value });
    const after = toSignOffView(number, { state: 'unsigned', version: next.value.version });
    return ok(
      changed(after, {
        action: 'step.signature_withdrawn',
        subject: `step:${number}`,
        before,
        after: { ...after, content: next.value.content },
      }),
    );
  },
});
