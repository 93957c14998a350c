import 'server-only';
import { z } from 'zod';
import { findOneVersion, versionNumber } from '#lib/commands/config-versions/find-one-version';
import { defineCommand } from '#lib/commands/define-command';
import { listCertificates, saveUploadedCertificate } from '#lib/data/certificates';
import { sha256 } from '#lib/data/sha256';
import { changed } from '#lib/domain/audit/audit-event';
import { verdictOf } from '#lib/domain/certificates/certificate';
import { readCertificateFile, resultsFor } from '#lib/domain/certificates/uploaded';
import { err, ok } from '#lib/domain/result';
import { certificatesView, releasedAlready, viewCertificates } from './view-certificates';

const askedHere = {
  code: 'certified_here',
  message: 'This server has asked that client itself.',
} as const;

/**
 * Adds a certificate that `npm run certify` wrote on another machine, to a version of exactly those files. It is marked
 * as brought by whoever brings it, and stands in for no answer that this server has of the same client.
 */
export const uploadCertificate = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({
    number: versionNumber,
    content: z.instanceof(Uint8Array),
    name: z.string().optional(),
  }),
  output: certificatesView,
  async run({ ctx, tx, input: { number, content } }) {
    const { workspaceId, actor, now: at } = ctx;
    const found = await findOneVersion(ctx, tx, number);
    if (!found.ok) return found;
    if (found.value.release) return err(releasedAlready);
    const { sha256: sum, files } = found.value;
    const read = readCertificateFile(new TextDecoder().decode(content));
    if (!read.ok) return read;
    const results = resultsFor(read.value, files, sha256);
    if (!results.ok) return results;
    const { client, clientSha256, at: endedAt } = read.value;
    const before = (await listCertificates(tx, { workspaceId, sha256: sum })).find(
      (one) => one.client === client,
    );
    if (before?.state === 'done' && before.uploadedBy === null) return err(askedHere);
    const by = { byId: actor.id, by: actor.name, at };
    const kept = { clientSha256, results: results.value, endedAt: new Date(endedAt) };
    await saveUploadedCertificate(tx, { workspaceId, sha256: sum, client, ...by, ...kept });
    const after = { sha256: sum, client, clientSha256, verdict: verdictOf(results.value) };
    const subject = `config_version:${String(number)}`;
    const view = await viewCertificates(ctx, tx, sum);
    return ok(changed(view, { action: 'certificate.uploaded', subject, before: null, after }));
  },
});
