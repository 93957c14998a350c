import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { saveHeartbeats, unlockOrphans as freeOrphans } from '#lib/data/workers';
import { ok } from '#lib/domain/result';

const silentSeconds = 30;

/** Notes that the workers of this process live. */
export const recordHeartbeats = definePersonalCommand({
  input: z.strictObject({ workerIds: z.array(z.string()) }),
  async run({ ctx, tx, input }) {
    await saveHeartbeats(tx, { workerIds: input.workerIds, now: ctx.now });
    return ok(null);
  },
});

/** Hands the jobs of workers that have been silent for half a minute to others; gives the workers' ids. */
export const unlockOrphans = definePersonalCommand({
  input: z.strictObject({}),
  async run({ ctx, tx }) {
    const before = new Date(ctx.now.getTime() - silentSeconds * 1000);
    return ok({ workerIds: await freeOrphans(tx, { before }) });
  },
});
