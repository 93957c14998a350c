import 'server-only';
import { z } from 'zod';
import { duties, everyOwner, type Owner } from '#lib/domain/owners/owner';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** Who holds a duty, as stored. */
const ownerRow = z.object({
  duty: z.enum(duties),
  name: z.string().nullable(),
  email: z.string().nullable(),
  standInName: z.string().nullable(),
  standInEmail: z.string().nullable(),
  version: z.number(),
});

/** Who holds which duty. */
export const ownersPart = listPart(
  Prisma.sql`select * from "Owner" where "workspaceId" = w.id`,
  z.array(ownerRow),
);

/** The three owners of a workspace in the guide's order; a duty nobody was named for has version 0. */
export async function listOwners(db: Db, { workspaceId }: { workspaceId: string }): Promise<Owner[]> {
  return everyOwner(z.array(ownerRow).parse(await db.owner.findMany({ where: { workspaceId } })));
}

/** Stores who holds a duty. */
export async function saveOwner(
  db: Db,
  { workspaceId, changedAt, ...owner }: Owner & { workspaceId: string; changedAt: Date },
): Promise<void> {
  const { duty, ...person } = owner;
  await db.owner.upsert({
    where: { workspaceId_duty: { workspaceId, duty } },
    create: { workspaceId, duty, ...person, changedAt },
    update: { ...person, changedAt },
  });
}
