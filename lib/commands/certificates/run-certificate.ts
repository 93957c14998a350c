import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { claimCertificate, dropCertificate, endCertificate } from '#lib/data/certificates';
import { findClient } from '#lib/data/clients';
import { findFilesBySum, findNumberBySum } from '#lib/data/config-versions';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { clientVersion, keyResult, sha256Text, verdictOf } from '#lib/domain/certificates/certificate';
import { ok } from '#lib/domain/result';
import { draftOf } from './queue-certificates';

const one = z.strictObject({ sha256: sha256Text, client: clientVersion });

/**
 * Begins to ask a client: the files, and the SHA-256 of its binary. Null where nobody waits for it any more: the draft
 * has moved on since, or the client was removed.
 */
export const beginCertificate = definePersonalCommand({
  input: one,
  async run({ ctx: { workspaceId }, tx, input }) {
    const run = await claimCertificate(tx, { workspaceId, ...input });
    if (!run) return ok(null);
    const { sha256 } = input;
    const kept = await findFilesBySum(tx, { workspaceId, sha256 });
    const draft = kept ? null : await draftOf(tx, { workspaceId });
    const files = kept ?? (draft?.sha256 === sha256 ? draft.files : null);
    const client = await findClient(tx, { workspaceId, version: input.client });
    const clientSha256 = client?.state === 'ready' ? client.sha256 : null;
    if (files && clientSha256) return ok({ files, clientSha256, attempts: run.attempts });
    await dropCertificate(tx, { workspaceId, ...input });
    return ok(null);
  },
});

/** Ends the asking of a client that could not be asked, in words. */
export const failCertificate = definePersonalCommand({
  input: one.extend({ reason: z.string() }),
  async run({ ctx: { workspaceId, now: endedAt }, tx, input: { reason, ...input } }) {
    const ended = { state: 'failed', reason, endedAt } as const;
    return ok(await endCertificate(tx, { workspaceId, ...input, ended }));
  },
});

/** Keeps what a client said; of a version it stands in the record, of a draft nobody would look for it. */
export const endCertificateRun = defineCommand({
  capability: 'client.record',
  input: one.extend({ clientSha256: sha256Text, results: z.array(keyResult) }),
  output: z.object({ kept: z.boolean() }),
  async run({ ctx: { workspaceId, now: endedAt }, tx, input: { results, clientSha256, ...input } }) {
    const ended = { state: 'done', results, clientSha256, endedAt } as const;
    const kept = await endCertificate(tx, { workspaceId, ...input, ended });
    const number = kept ? await findNumberBySum(tx, { workspaceId, sha256: input.sha256 }) : null;
    if (number === null) return ok(unchanged({ kept }));
    const after = { ...input, clientSha256, verdict: verdictOf(results) };
    const subject = `config_version:${String(number)}`;
    return ok(changed({ kept }, { action: 'certificate.made', subject, before: null, after }));
  },
});
