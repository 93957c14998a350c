import 'server-only';
import { z } from 'zod';
import { storedPolicy, type InternetPolicy } from '#lib/domain/internet-access/internet-access';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** A stored policy; instants come as text, out of JSON. */
const internetAccessRow = z.object({
  policy: storedPolicy,
  version: z.number(),
  changedAt: z.coerce.date(),
  changedBy: z.string(),
});

/** What agents may reach on the internet; null while nobody wrote a policy. */
export const internetAccessPart = onePart(
  Prisma.sql`select * from "InternetAccess" where "workspaceId" = w.id`,
  internetAccessRow.nullable(),
);

/** Stores the policy in the place of the one before. */
export async function saveInternetAccess(
  db: Db,
  {
    workspaceId,
    policy,
    ...write
  }: { workspaceId: string; policy: InternetPolicy; version: number; changedAt: Date; changedBy: string },
): Promise<void> {
  const row = { policy: { ...policy, domains: [...policy.domains] }, ...write };
  await db.internetAccess.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: row,
  });
}
