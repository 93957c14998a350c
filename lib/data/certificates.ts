import 'server-only';
import { z } from 'zod';
import type { KeyResult } from '#lib/domain/certificates/certificate';
import { certificateRun, type CertificateRun } from '#lib/domain/certificates/run';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };
type Content = Here & { sha256: string };
type One = Content & { client: string };

const list = z.array(certificateRun);

/** What clients were asked about files with this sum, and what they said. */
export const listCertificates = async (db: Db, { workspaceId, sha256 }: Content): Promise<CertificateRun[]> =>
  list.parse(await db.configCertificate.findMany({ where: { workspaceId, sha256 } }));

type Asked = One & { byId: string; by: string; at: Date };

const fresh = {
  ...{ state: 'queued', attempts: 0, clientSha256: null, results: Prisma.DbNull },
  ...{ reason: null, uploadedBy: null, endedAt: null },
} as const;

/** Notes that a client is to be asked, in the place of what it said before. */
export async function queueCertificate(db: Db, { byId, by, at, ...one }: Asked): Promise<void> {
  const asked = { ...fresh, byId, by, at };
  await db.configCertificate.upsert({
    where: { workspaceId_sha256_client: one },
    create: { ...one, ...asked },
    update: asked,
    select: { client: true },
  });
}

/** Begins to ask a client that waits or where that was interrupted; null where there is nothing to do. */
export async function claimCertificate(db: Db, one: One): Promise<CertificateRun | null> {
  const { count } = await db.configCertificate.updateMany({
    where: { ...one, state: { in: ['queued', 'running'] } },
    data: { state: 'running', attempts: { increment: 1 } },
  });
  if (count === 0) return null;
  const row = await db.configCertificate.findUnique({ where: { workspaceId_sha256_client: one } });
  return row && certificateRun.parse(row);
}

type Ended = { endedAt: Date } & (
  { state: 'done'; clientSha256: string; results: KeyResult[] } | { state: 'failed'; reason: string }
);

/** Notes how the asking ended; false where nobody waits for it any more. */
export async function endCertificate(db: Db, { ended, ...one }: One & { ended: Ended }): Promise<boolean> {
  const { count } = await db.configCertificate.updateMany({
    where: { ...one, state: { in: ['queued', 'running'] } },
    data: ended,
  });
  return count === 1;
}

type Uploaded = Asked & { clientSha256: string; results: KeyResult[]; endedAt: Date };

/** Keeps what a client said on another machine, in the place of what it said before. */
export async function saveUploadedCertificate(db: Db, uploaded: Uploaded): Promise<void> {
  const { workspaceId, sha256, client, ...rest } = uploaded;
  const data = { ...rest, state: 'done', attempts: 0, reason: null, uploadedBy: uploaded.by };
  await db.configCertificate.upsert({
    where: { workspaceId_sha256_client: { workspaceId, sha256, client } },
    create: { workspaceId, sha256, client, ...data },
    update: data,
    select: { client: true },
  });
}

/** Forgets that a client was to be asked about files. */
export async function dropCertificate(db: Db, one: One): Promise<void> {
  await db.configCertificate.deleteMany({ where: one });
}

/** Forgets what clients were asked about drafts of earlier: files that are neither these nor those of a version. */
export async function dropStaleCertificates(db: Db, { workspaceId, sha256 }: Content): Promise<void> {
  await db.$executeRaw`
    delete from "ConfigCertificate" c
    where c."workspaceId" = ${workspaceId}::uuid and c."sha256" <> ${sha256}
      and not exists (
        select from "ConfigVersion" v where v."workspaceId" = c."workspaceId" and v."sha256" = c."sha256")`;
}
