import 'server-only';
import { z } from 'zod';
import { reportView, type Report } from '#lib/domain/report/report-view';
import { reviewFields, type Review } from '#lib/domain/reviews/review';
import type { Prisma } from '#prisma-client';
import { findLastEvent } from './audit-log';
import type { Db } from './db';
import { asDate, storedDay } from './stored-day';

const reviewRow = z.object({
  number: z.number(),
  reportHash: z.string(),
  ...reviewFields,
  startedAt: z.date(),
  startedBy: z.string(),
  signedAt: z.date().nullable(),
  signedBy: z.string().nullable(),
  nextOn: storedDay.nullable(),
  version: z.number(),
});

const withReport = reviewRow.extend({ report: reportView, stored: z.unknown() });

/** A review with the report it froze; `stored` is that report exactly as stored, which the hash covers. */
export type ReviewWithReport = Review & { report: Report; stored: unknown };

const omitReport = { report: true } as const;

/** Every review of a workspace without its report, newest first. */
export async function listReviews(db: Db, { workspaceId }: { workspaceId: string }): Promise<Review[]> {
  const rows = await db.review.findMany({
    where: { workspaceId },
    orderBy: { number: 'desc' },
    omit: omitReport,
  });
  return z.array(reviewRow).parse(rows);
}

const mark = z.object({ number: z.number(), signedAt: z.date(), signedBy: z.string() });

/** The signed review with the highest number, and the number of the draft; null where there is none. */
export async function findReviewMarks(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ lastSigned: z.output<typeof mark> | null; open: number | null }> {
  const signed = await db.review.findFirst({
    where: { workspaceId, signedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { number: true, signedAt: true, signedBy: true },
  });
  const draft = await db.review.findFirst({
    where: { workspaceId, signedAt: null },
    select: { number: true },
  });
  return { lastSigned: signed && mark.parse(signed), open: draft?.number ?? null };
}

const begun = z.object({ number: z.number() });

/** The highest number a review ever had, also one that was discarded; 0 where none was begun. */
export async function findLastReviewNumber(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<number> {
  const event = await findLastEvent(db, { workspaceId, action: 'review.begun' });
  return event ? begun.parse(event.after).number : 0;
}

/** A review without its report; null where there is none of that number. */
export async function findReview(
  db: Db,
  { workspaceId, number }: { workspaceId: string; number: number },
): Promise<Review | null> {
  const row = await db.review.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    omit: omitReport,
  });
  return row && reviewRow.parse(row);
}

/** A review with the report it froze; null where there is none of that number. */
export async function findReviewWithReport(
  db: Db,
  { workspaceId, number }: { workspaceId: string; number: number },
): Promise<ReviewWithReport | null> {
  const row = await db.review.findUnique({ where: { workspaceId_number: { workspaceId, number } } });
  return row && withReport.parse({ ...row, stored: row.report });
}

const json = (value: unknown) => value as Prisma.InputJsonValue; // safe because it is made of JSON values alone

const columnsOf = ({ findings, decisions, actions, nextOn, ...review }: Review) => ({
  ...review,
  findings: json(findings),
  decisions: json(decisions),
  actions: json(actions),
  nextOn: asDate(nextOn),
});

/** Adds a draft with the report it froze. */
export async function appendReview(
  db: Db,
  { id, workspaceId, report, ...review }: Review & { id: string; workspaceId: string; report: Report },
): Promise<void> {
  await db.review.create({ data: { id, workspaceId, report: json(report), ...columnsOf(review) } });
}

/** Stores a review in the place of what it was; the report it froze stays. */
export async function saveReview(
  db: Db,
  { workspaceId, ...review }: Review & { workspaceId: string },
): Promise<void> {
  const { number } = review;
  await db.review.update({
    where: { workspaceId_number: { workspaceId, number } },
    data: columnsOf(review),
  });
}

/** Removes a draft. */
export async function removeReview(
  db: Db,
  { workspaceId, number }: { workspaceId: string; number: number },
): Promise<void> {
  await db.review.delete({ where: { workspaceId_number: { workspaceId, number } } });
}
