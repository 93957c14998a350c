import 'server-only';
import { z } from 'zod';
import type { EvidenceFile } from '#lib/domain/attestations/evidence';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** A proof file as stored, without its bytes; instants may come as text, out of JSON. */
const evidenceRow = z.object({
  id: z.string(),
  taskId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  version: z.number(),
  at: z.coerce.date(),
  by: z.string(),
});

const bytesRow = z.object({ content: z.instanceof(Uint8Array) });

/** The newest version of every proof file. */
export const evidencePart = listPart(
  Prisma.sql`
    select distinct on ("taskId", "name") "id", "taskId", "name", "type", "size", "sha256", "version", "at", "by"
    from "EvidenceFile" where "workspaceId" = w.id order by "taskId", "name", "version" desc`,
  z.array(evidenceRow),
);

/** Every version of the proof files of a task, the newest file first; with a name, of that file alone. */
export async function listEvidenceVersions(
  db: Db,
  { workspaceId, taskId, name }: { workspaceId: string; taskId: string; name?: string },
): Promise<EvidenceFile[]> {
  const rows = await db.evidenceFile.findMany({
    where: { workspaceId, taskId, ...(name === undefined ? {} : { name }) },
    orderBy: [{ at: 'desc' }, { version: 'desc' }],
    omit: { content: true },
  });
  return z.array(evidenceRow).parse(rows);
}

/** One version of a proof file with its bytes; null where the task has none of this id. */
export async function findEvidence(
  db: Db,
  { workspaceId, taskId, id }: { workspaceId: string; taskId: string; id: string },
): Promise<{ file: EvidenceFile; bytes: Uint8Array } | null> {
  const row = await db.evidenceFile.findFirst({ where: { workspaceId, taskId, id } });
  return row && { file: evidenceRow.parse(row), bytes: bytesRow.parse(row).content };
}

/** Adds a version of a proof file. */
export async function appendEvidence(
  db: Db,
  { workspaceId, file, bytes }: { workspaceId: string; file: EvidenceFile; bytes: Uint8Array },
): Promise<void> {
  await db.evidenceFile.create({ data: { workspaceId, ...file, content: Buffer.from(bytes) } });
}
