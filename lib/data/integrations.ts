import 'server-only';
import { z } from 'zod';
import {
  integrationKeys,
  integrationStates,
  neverSetUp,
  type IntegrationKey,
  type RecordedIntegration,
} from '#lib/domain/integrations/integration';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** Where an integration stands, as stored; instants may come as text, out of JSON. */
const integrationRow = z
  .object({
    key: z.enum(integrationKeys),
    state: z.enum(integrationStates),
    ownerName: z.string().nullable(),
    link: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number(),
    changedAt: z.coerce.date(),
    changedBy: z.string(),
  })
  .transform(({ ownerName: owner, changedAt: at, changedBy: by, ...row }): RecordedIntegration => ({
    ...row,
    owner,
    at,
    by,
  }));

/** Where each integration stands that somebody said something about. */
export const integrationsPart = listPart(
  Prisma.sql`select * from "Integration" where "workspaceId" = w.id`,
  z.array(integrationRow),
);

/** Where one integration stands. */
export async function findIntegration(
  db: Db,
  { workspaceId, key }: { workspaceId: string; key: IntegrationKey },
): Promise<RecordedIntegration> {
  const row = await db.integration.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
  return row ? integrationRow.parse(row) : neverSetUp(key);
}

/** Stores where an integration stands. */
export async function saveIntegration(
  db: Db,
  {
    workspaceId,
    key,
    owner: ownerName,
    at,
    by: changedBy,
    ...rest
  }: RecordedIntegration & {
    workspaceId: string;
    at: Date;
    by: string;
  },
): Promise<void> {
  const row = { ...rest, ownerName, changedAt: at, changedBy };
  await db.integration.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { workspaceId, key, ...row },
    update: row,
  });
}
