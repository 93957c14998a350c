import 'server-only';
import { z } from 'zod';
import { Prisma } from '#prisma-client';
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

/** The newest version of every proof file. */
export const evidencePart = listPart(
  Prisma.sql`
    select distinct on ("taskId", "name") "id", "taskId", "name", "type", "size", "sha256", "version", "at", "by"
    from "EvidenceFile" where "workspaceId" = w.id order by "taskId", "name", "version" desc`,
  z.array(evidenceRow),
);
