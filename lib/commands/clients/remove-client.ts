import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findClient, removeClientRow } from '#lib/data/clients';
import { appendJob } from '#lib/data/outbox';
import { changed } from '#lib/domain/audit/audit-event';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { clientView, toClientView } from '#lib/domain/clients/client';
import { err, ok } from '#lib/domain/result';

/** Removes a client, or gives up fetching it. Its binary goes once no workspace has it. What it said before stays. */
export const removeClient = defineCommand({
  capability: 'client.write',
  input: z.strictObject({ version: clientVersion }),
  output: clientView,
  async run({ ctx: { workspaceId }, tx, input: { version } }) {
    const current = await findClient(tx, { workspaceId, version });
    if (!current) return err({ code: 'not_found', message: 'There is no such client.' });
    await removeClientRow(tx, { workspaceId, version });
    await appendJob(tx, { name: 'clear-clients', payload: {} });
    const before = toClientView(current);
    return ok(
      changed(before, { action: 'client.removed', subject: `client:${version}`, before, after: null }),
    );
  },
});
