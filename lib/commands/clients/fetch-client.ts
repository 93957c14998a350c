import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findClient, saveClient } from '#lib/data/clients';
import { appendJob } from '#lib/data/outbox';
import { changed } from '#lib/domain/audit/audit-event';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { clientView, toClientView, type StoredClient } from '#lib/domain/clients/client';
import { err, ok } from '#lib/domain/result';

/** Asks for a version of the client from npm: a job fetches it. Nothing is ever fetched without this. */
export const fetchClient = defineCommand({
  capability: 'client.write',
  input: z.strictObject({ version: clientVersion }),
  output: clientView,
  async run({ ctx: { workspaceId, actor, now }, tx, input: { version } }) {
    const current = await findClient(tx, { workspaceId, version });
    if (current && current.state !== 'failed') {
      const isHere = current.state === 'ready';
      const message = isHere ? `${version} is at hand.` : `${version} is on its way.`;
      return err({ code: isHere ? 'client_at_hand' : 'client_on_its_way', message });
    }
    const next: StoredClient = {
      ...{ version, source: 'npm', state: 'queued', step: 0, attempts: 0, reason: null },
      ...{ integrity: null, sha256: null, bytes: null },
      ...{ byId: actor.id, by: actor.name, at: now, endedAt: null },
    };
    await saveClient(tx, { workspaceId, ...next });
    await appendJob(tx, { name: 'fetch-client', payload: { workspaceId, version } });
    const after = toClientView(next);
    const before = current && toClientView(current);
    return ok(changed(after, { action: 'client.wanted', subject: `client:${version}`, before, after }));
  },
});
