import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConsoleDifference, stepsDigest } from '#lib/data/console-worklist';
import { changed } from '#lib/domain/audit/audit-event';
import { isAboutPeople } from '#lib/domain/console/console-step';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { confirmed } from './confirm-step';
import { storeConfirmation, wordsOf } from './store-confirmation';

/**
 * Confirms that everything that is wanted is in the vendor's console already. `steps` is how many steps that
 * are, typed by whoever says so; `digest` is of all of them as they were shown.
 */
export const confirmAllSteps = defineCommand({
  capability: 'console.confirm',
  input: z.strictObject({
    steps: z.int('Type how many steps there are.').min(1, 'Type how many steps there are.'),
    digest: z.string().max(100),
    version: seenVersion,
  }),
  output: confirmed,
  async run({ ctx, tx, input: { steps: typed, digest, version } }) {
    const difference = await findConsoleDifference(tx, { workspaceId: ctx.workspaceId });
    const { stored, steps, wanted } = difference;
    if (steps.length === 0) return err({ code: 'nothing_to_confirm', message: 'Everything is confirmed.' });
    const current = { version: stored.version, digest: stepsDigest(steps), steps: steps.length };
    if (stored.version !== version || current.digest !== digest) return err(conflict(current));
    if (typed !== steps.length) {
      const message = `There are ${String(steps.length)} steps: type that number.`;
      const fields: Record<string, string[]> = { steps: [message] };
      return err({ code: 'wrong_number', message, fields });
    }

    const words =
      steps.length === 1 ? '1 step at once' : `${steps.length.toLocaleString('en')} steps at once`;
    const saved = await storeConfirmation(tx, ctx, { difference, steps, after: wanted, words });
    const told = steps.map((step) => ({
      words: wordsOf(step, difference),
      people: isAboutPeople(step) ? step.persons.length : 0,
    }));
    return ok(
      changed(
        { version: saved.version, words, open: 0 },
        {
          action: 'console.all_confirmed',
          subject: 'console:worklist',
          before: { version, ...saved.before },
          after: { version: saved.version, words, open: 0, steps: told },
        },
      ),
    );
  },
});
