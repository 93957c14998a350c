import 'server-only';
import { z } from 'zod';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { claimDueFetches, claimFetch } from '#lib/data/egress-fetch';
import { dueBefore } from '#lib/domain/egress/egress-fetch';
import { ok } from '#lib/domain/result';

/** Begins the daily reads that are due, of every workspace, and gives what to read for whom. */
export const claimDueEgressFetches = definePersonalCommand({
  input: z.strictObject({}),
  async run({ ctx: { now }, tx }) {
    return ok(await claimDueFetches(tx, { now, due: dueBefore(now) }));
  },
});

/** Begins the read that somebody asked for; none while the switch is off. */
export const claimEgressFetch = definePersonalCommand({
  input: z.strictObject({ workspaceId: z.uuid() }),
  async run({ ctx: { now }, tx, input: { workspaceId } }) {
    const claimed = await claimFetch(tx, { workspaceId, now });
    return ok(claimed ? [claimed] : []);
  },
});
