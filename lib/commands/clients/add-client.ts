import 'server-only';
import { defineCommand } from '#lib/commands/define-command';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { findClient, saveClient } from '#lib/data/clients';
import { changed } from '#lib/domain/audit/audit-event';
import { clientView, foundClient, toClientView, type StoredClient } from '#lib/domain/clients/client';
import { err, ok } from '#lib/domain/result';

/**
 * Adds a client that somebody brought as a package, where no npm registry can be reached; the door has unpacked it and
 * started it once. It takes the place of one of the same version.
 */
export const addClient = defineCommand({
  capability: 'client.write',
  input: foundClient,
  output: clientView,
  async run({ ctx, tx, input: found }) {
    const { workspaceId, actor, now } = ctx;
    const current = await findClient(tx, { workspaceId, version: found.version });
    if (current?.state === 'queued' || current?.state === 'running') {
      return err({ code: 'client_on_its_way', message: `${found.version} is on its way from npm.` });
    }
    const next: StoredClient = {
      ...{ ...found, source: 'upload', state: 'ready', step: 0, attempts: 0, reason: null },
      ...{ byId: actor.id, by: actor.name, at: now, endedAt: now },
    };
    await saveClient(tx, { workspaceId, ...next });
    await certifyDraft(ctx, tx);
    const after = toClientView(next);
    const subject = `client:${found.version}`;
    const before = current && toClientView(current);
    return ok(changed(after, { action: 'client.added', subject, before, after }));
  },
});
