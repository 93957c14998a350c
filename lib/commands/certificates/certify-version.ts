import 'server-only';
import { z } from 'zod';
import { findOneVersion, versionNumber } from '#lib/commands/config-versions/find-one-version';
import { defineCommand } from '#lib/commands/define-command';
import { listReadyClients } from '#lib/data/clients';
import { changed } from '#lib/domain/audit/audit-event';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { err, ok } from '#lib/domain/result';
import { queueCertificates } from './queue-certificates';
import { certificatesView, releasedAlready, viewCertificates } from './view-certificates';

/**
 * Has clients asked about the files of a version, each by a job: those that are named, or every one at hand. Any that was
 * asked before is asked again.
 */
export const certifyVersion = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ number: versionNumber, clients: z.array(clientVersion).max(50).optional() }),
  output: certificatesView,
  async run({ ctx, tx, input: { number, clients } }) {
    const { workspaceId } = ctx;
    const found = await findOneVersion(ctx, tx, number);
    if (!found.ok) return found;
    if (found.value.release) return err(releasedAlready);
    const { sha256: sum } = found.value;
    const atHand = await listReadyClients(tx, { workspaceId });
    const wanted = clients ?? atHand;
    const away = wanted.find((client) => !atHand.includes(client));
    if (wanted.length === 0 || away !== undefined) {
      const which = away === undefined ? 'No client is' : `The client ${away} is not`;
      return err({ code: 'no_client', message: `${which} at hand. Fetch one in Settings.` });
    }
    await queueCertificates(ctx, tx, { sha256: sum, clients: wanted });
    const subject = `config_version:${String(number)}`;
    const after = { sha256: sum, clients: wanted };
    const view = await viewCertificates(ctx, tx, sum);
    return ok(changed(view, { action: 'certificate.asked', subject, before: null, after }));
  },
});
