import 'server-only';
import { z } from 'zod';
import { storedAnswers, type AuthenticationAnswers } from '#lib/domain/authentication/authentication';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** A stored review; instants come as text, out of JSON. */
const reviewRow = z.object({
  answers: storedAnswers,
  version: z.number(),
  changedAt: z.coerce.date(),
  changedBy: z.string(),
});

/** The authentication review; null while nobody answered anything. */
export const authenticationPart = onePart(
  Prisma.sql`select * from "AuthenticationReview" where "workspaceId" = w.id`,
  reviewRow.nullable(),
);

/** Stores the answers in the place of those before. */
export async function saveAuthenticationReview(
  db: Db,
  {
    workspaceId,
    answers,
    ...write
  }: {
    workspaceId: string;
    answers: AuthenticationAnswers;
    version: number;
    changedAt: Date;
    changedBy: string;
  },
): Promise<void> {
  const { local, chatgpt, ...choices } = answers;
  const row = {
    answers: { ...choices, local: local && [...local], chatgpt: chatgpt && [...chatgpt] },
    ...write,
  };
  await db.authenticationReview.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: row,
  });
}
