import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { claimClient, findClient, listUsedBinaries, moveClient } from '#lib/data/clients';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { clientView, foundClient, toClientView } from '#lib/domain/clients/client';
import { notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';

const one = z.strictObject({ version: clientVersion });

/** Begins a try to fetch a client; null where nobody waits for it any more. */
export const beginFetch = definePersonalCommand({
  input: one,
  run: async ({ ctx: { workspaceId }, tx, input }) => ok(await claimClient(tx, { workspaceId, ...input })),
});

/** Notes how far fetching is; false where it was given up. */
export const noteFetchStep = definePersonalCommand({
  input: one.extend({ step: z.int() }),
  run: async ({ ctx: { workspaceId }, tx, input: { version, step } }) =>
    ok(await moveClient(tx, { workspaceId, version, change: { step } })),
});

/** Ends a fetch that cannot go on, in words. */
export const failFetch = definePersonalCommand({
  input: one.extend({ reason: z.string() }),
  run: async ({ ctx: { workspaceId, now: endedAt }, tx, input: { version, reason } }) =>
    ok(await moveClient(tx, { workspaceId, version, change: { state: 'failed', reason, endedAt } })),
});

/** Ends a fetch well: the client can be asked from now on, and is asked about the draft. */
export const endFetch = defineCommand({
  capability: 'client.record',
  input: foundClient,
  output: clientView,
  async run({ ctx, tx, input: { version, ...found } }) {
    const { workspaceId, now: endedAt } = ctx;
    const before = await findClient(tx, { workspaceId, version });
    if (!before) return err(notFound);
    const change = { ...found, state: 'ready', reason: null, endedAt } as const;
    if (!(await moveClient(tx, { workspaceId, version, change }))) return ok(unchanged(toClientView(before)));
    await certifyDraft(ctx, tx);
    const after = toClientView({ ...before, ...change });
    const subject = `client:${version}`;
    return ok(changed(after, { action: 'client.fetched', subject, before: toClientView(before), after }));
  },
});

/** SHA-256 of every binary that any workspace has a client of: all others can go. */
export const listBinaries = definePersonalCommand({
  input: z.strictObject({}),
  run: async ({ tx }) => ok(await listUsedBinaries(tx)),
});
