import 'server-only';
import { z } from 'zod';
import { loginRestrictionSchema, type LoginRestriction } from '#lib/domain/login/login-restriction';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** How local clients of a workspace may sign in; version 0 and no restriction until somebody decided. */
export type StoredLogin = {
  restriction: LoginRestriction | null;
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** A stored restriction; instants may come as text, out of JSON. */
const loginRow = z.object({
  restriction: loginRestrictionSchema,
  version: z.number(),
  changedAt: z.coerce.date(),
  changedBy: z.string(),
});

/** How local clients of a workspace may sign in. */
export const loginPart = onePart(
  Prisma.sql`select * from "LoginRestriction" where "workspaceId" = w.id`,
  loginRow.nullable(),
);

/** What stands in the place of a restriction nobody decided on. */
export const loginUndecided: StoredLogin = {
  restriction: null,
  version: 0,
  changedAt: null,
  changedBy: null,
};

/** The login restriction of a workspace. */
export async function findLogin(db: Db, { workspaceId }: { workspaceId: string }): Promise<StoredLogin> {
  const row = await db.loginRestriction.findUnique({ where: { workspaceId } });
  return row ? loginRow.parse(row) : loginUndecided;
}

/** Stores the login restriction in the place of the one before. */
export async function saveLogin(
  db: Db,
  { workspaceId, ...login }: { workspaceId: string } & z.output<typeof loginRow>,
): Promise<void> {
  await db.loginRestriction.upsert({
    where: { workspaceId },
    create: { workspaceId, ...login },
    update: login,
  });
}
