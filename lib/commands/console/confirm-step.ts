import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConsoleDifference, stepDigest } from '#lib/data/console-worklist';
import { changed } from '#lib/domain/audit/audit-event';
import { afterStep, isReady } from '#lib/domain/console/after-step';
import { stepKey } from '#lib/domain/console/console-step';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { recordedStep, storeConfirmation, wordsOf } from './store-confirmation';

/** What a confirmation leaves: the version of the console state, and the steps that are left. */
export const confirmed = z.object({ version: z.int(), words: z.string(), open: z.int() });

/**
 * Confirms that a step of the worklist was done in the vendor's console. `digest` is of the step as it was shown:
 * once the step has moved it is a conflict, because something else was done then than is wanted now.
 */
export const confirmStep = defineCommand({
  capability: 'console.confirm',
  input: z.strictObject({ key: z.string().max(1000), digest: z.string().max(100), version: seenVersion }),
  output: confirmed,
  async run({ ctx, tx, input: { key, digest, version } }) {
    const difference = await findConsoleDifference(tx, { workspaceId: ctx.workspaceId });
    const step = difference.steps.find((one) => stepKey(one) === key);
    if (!step) {
      const message = 'This step is confirmed already, or nothing wants it any more.';
      return err({ code: 'unknown_step', message });
    }
    const { stored } = difference;
    const current = { version: stored.version, digest: stepDigest(step), words: wordsOf(step, difference) };
    if (stored.version !== version || current.digest !== digest) return err(conflict(current));
    if (!isReady(difference.confirmed, step)) {
      const message = 'Something that this step needs is still to be created. Confirm that first.';
      return err({ code: 'step_not_ready', message });
    }

    const { words } = current;
    const after = afterStep(difference.confirmed, step);
    const saved = await storeConfirmation(tx, ctx, { difference, steps: [step], after, words });
    return ok(
      changed(
        { version: saved.version, words, open: saved.open },
        {
          action: 'console.step_confirmed',
          subject: 'console:worklist',
          before: { version, ...saved.before },
          after: { version: saved.version, words, open: saved.open, step: recordedStep(step, difference) },
        },
      ),
    );
  },
});
