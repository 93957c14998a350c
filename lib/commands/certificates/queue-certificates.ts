import 'server-only';
import { dropStaleCertificates, listCertificates, queueCertificate } from '#lib/data/certificates';
import { listReadyClients } from '#lib/data/clients';
import type { Db } from '#lib/data/db';
import { appendJob } from '#lib/data/outbox';
import { sha256 as sumOf } from '#lib/data/sha256';
import { findVersionSource } from '#lib/data/version-source';
import { canonicalJson } from '#lib/domain/audit/chain';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import type { Context } from '#lib/domain/context';

/** The files of the draft as a version would keep them, with their sum; null until a baseline was chosen. */
export async function draftOf(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ files: VersionFile[]; sha256: string } | null> {
  const source = await findVersionSource(db, { workspaceId });
  if (!source) return null;
  const files = versionFiles(source, sumOf);
  return { files, sha256: sumOf(canonicalJson(files)) };
}

/**
 * Has every client at hand asked about the draft, once the change that made it is kept. What was asked about earlier
 * drafts, and is no version, is forgotten: nobody needs the answer.
 */
export async function certifyDraft(ctx: Context, tx: Db): Promise<void> {
  const { workspaceId } = ctx;
  const clients = await listReadyClients(tx, { workspaceId });
  if (clients.length === 0) return;
  const draft = await draftOf(tx, { workspaceId });
  if (!draft) return;
  const { sha256 } = draft;
  await dropStaleCertificates(tx, { workspaceId, sha256 });
  const asked = await listCertificates(tx, { workspaceId, sha256 });
  const isAsked = (client: string) => asked.some((one) => one.client === client && one.state !== 'failed');
  await queueCertificates(ctx, tx, { sha256, clients: clients.filter((client) => !isAsked(client)) });
}

/** Has clients asked about files, each by a job of its own. */
export async function queueCertificates(
  { workspaceId, actor, now: at }: Context,
  tx: Db,
  { sha256, clients }: { sha256: string; clients: readonly string[] },
): Promise<void> {
  for (const client of clients) {
    const one = { workspaceId, sha256, client };
    await queueCertificate(tx, { ...one, byId: actor.id, by: actor.name, at });
    await appendJob(tx, { name: 'certify', payload: one });
  }
}
