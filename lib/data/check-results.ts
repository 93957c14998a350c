import 'server-only';
import { z } from 'zod';
import { outcomes, type CheckResult } from '#lib/domain/validation/check';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

/** A result as stored; instants may come as text, out of JSON. */
const resultRow = z.object({
  taskId: z.string(),
  item: z.string(),
  outcome: z.enum(outcomes),
  expected: z.string(),
  observed: z.string(),
  permissions: z.record(z.string(), z.boolean()).nullable(),
  note: z.string().nullable(),
  link: z.string().nullable(),
  restsOn: z.record(z.string(), z.string()),
  at: z.coerce.date(),
  by: z.string(),
  version: z.number(),
});

/** The newest result of each item. */
export const checkResultsPart = listPart(
  Prisma.sql`
    select distinct on ("taskId", "item") "taskId", "item", "outcome", "expected", "observed", "permissions",
      "note", "link", "restsOn", "at", "by", "version"
    from "CheckResult" where "workspaceId" = w.id order by "taskId", "item", "version" desc`,
  z.array(resultRow),
);

/** Adds a result; earlier ones of the same item stay. */
export async function appendCheckResult(
  db: Db,
  { permissions, restsOn, ...result }: CheckResult & { workspaceId: string },
): Promise<void> {
  await db.checkResult.create({
    data: {
      ...result,
      restsOn: { ...restsOn },
      permissions: permissions ? { ...permissions } : Prisma.DbNull,
    },
  });
}
