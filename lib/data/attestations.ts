import 'server-only';
import { z } from 'zod';
import type { Attestation } from '#lib/domain/attestations/attestation';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** A word on a task, as stored; instants may come as text, out of JSON. */
const attestationRow = z.object({
  taskId: z.string(),
  kind: z.enum(['given', 'withdrawn']),
  note: z.string().nullable(),
  link: z.string().nullable(),
  restsOn: z.record(z.string(), z.string()),
  at: z.coerce.date(),
  by: z.string(),
  version: z.number(),
});

/** The newest word on each task. */
export const attestationsPart = listPart(
  Prisma.sql`
    select distinct on ("taskId") "taskId", "kind", "note", "link", "restsOn", "at", "by", "version"
    from "Attestation" where "workspaceId" = w.id order by "taskId", "version" desc`,
  z.array(attestationRow),
);

/** The newest word on a task, or undefined. */
export async function findAttestation(
  db: Db,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
): Promise<Attestation | undefined> {
  const row = await db.attestation.findFirst({
    where: { workspaceId, taskId },
    orderBy: { version: 'desc' },
  });
  return row ? attestationRow.parse(row) : undefined;
}

/** Adds a word, or that one was taken back; earlier words stay. */
export async function appendAttestation(
  db: Db,
  { restsOn, ...attestation }: Attestation & { workspaceId: string },
): Promise<void> {
  await db.attestation.create({ data: { ...attestation, restsOn: { ...restsOn } } });
}
