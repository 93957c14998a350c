import { z } from 'zod';
import type { Day } from '#lib/domain/calendar';
import { calendarDay } from '#lib/domain/calendar-day';
import type { Duty, Owner } from '#lib/domain/owners/owner';
import { err, ok, type Result } from '#lib/domain/result';
import { multilineText, plainText } from '#lib/domain/text';
import type { NextDateError } from './cadence';

const linesAtMost = 50;

const line = z.strictObject({
  text: multilineText({ max: 1000 }),
  /** Whose it is. */
  owner: plainText({ max: 200 }).nullable().default(null),
  /** Until when. */
  dueOn: calendarDay.nullable().default(null),
});

const lines = z.array(line).max(linesAtMost, `Write at most ${linesAtMost} lines.`);

/** One finding, decision or action of a review. */
export type ReviewLine = z.output<typeof line>;

/** What a review is written of. */
export const reviewFields = { findings: lines, decisions: lines, actions: lines };

/** The same on a signature: a part left out is signed as it is stored. */
export const signedFields = {
  findings: lines.optional(),
  decisions: lines.optional(),
  actions: lines.optional(),
};

/** The parts of a review's text, in the order it is written. */
export const reviewParts = ['findings', 'decisions', 'actions'] as const;

export type ReviewPart = (typeof reviewParts)[number];

/** What somebody wrote into a review. */
export type ReviewText = Readonly<Record<ReviewPart, readonly ReviewLine[]>>;

/** A review: the report frozen as it began, what was found, decided and given out, and who signed. */
export type Review = ReviewText & {
  number: number;
  /** SHA-256 of the frozen report's canonical JSON. */
  reportHash: string;
  startedAt: Date;
  startedBy: string;
  /** Null while it is a draft; nothing changes afterwards. */
  signedAt: Date | null;
  signedBy: string | null;
  /** The date of the next review, which the signature sets. */
  nextOn: Day | null;
  version: number;
};

/** Why a review is not begun, changed, signed or discarded. */
export type ReviewError =
  | { code: 'review_open'; message: string; number: number }
  | { code: 'review_signed'; message: string }
  | { code: 'not_your_duty'; message: string; duty: Duty; owner: string | null }
  | NextDateError;

/** A new draft over a report. Fails with `review_open` while there is another. */
export function beginReview(
  { lastNumber, open }: { lastNumber: number; open: number | null },
  { reportHash, by, at }: { reportHash: string; by: string; at: Date },
): Result<Review, ReviewError> {
  if (open !== null) {
    return err({
      code: 'review_open',
      message: `Review ${open} is still a draft; sign or discard it first.`,
      number: open,
    });
  }
  const nothingWritten = { findings: [], decisions: [], actions: [] };
  const unsigned = { signedAt: null, signedBy: null, nextOn: null };
  const number = lastNumber + 1;
  return ok({ number, reportHash, ...nothingWritten, startedAt: at, startedBy: by, ...unsigned, version: 1 });
}

const refuseSigned = ({ signedAt }: Review): Result<never, ReviewError> | null =>
  signedAt === null
    ? null
    : err({ code: 'review_signed', message: 'This review is signed; nothing in it changes.' });

/** The review with another text. Fails with `review_signed`. */
export function changeReview(review: Review, text: ReviewText): Result<Review, ReviewError> {
  const { findings, decisions, actions } = text;
  return refuseSigned(review) ?? ok({ ...review, findings, decisions, actions, version: review.version + 1 });
}

/** The draft to be thrown away. Fails with `review_signed`. */
export const discardReview = (review: Review): Result<Review, ReviewError> =>
  refuseSigned(review) ?? ok(review);

/** Without a cadence there is nothing a signature could set the next date of. */
export const cadenceMissing: { code: 'cadence_missing'; message: string } = {
  code: 'cadence_missing',
  message: 'Settle the review cadence in Step 5 first.',
};

/** Who signs, with the duties held by app role or by name. */
export type ReviewSigner = { name: string; held: readonly Duty[] };

/** Why `signer` may not sign a review, and whom to ask; null for the holder of the governance duty. */
export function refuseSigner(
  { held }: Pick<ReviewSigner, 'held'>,
  owners: readonly Owner[],
): Extract<ReviewError, { code: 'not_your_duty' }> | null {
  if (held.includes('governance')) return null;
  const owner = owners.find(({ duty }) => duty === 'governance')?.name ?? null;
  const whom = owner ? `Ask ${owner}.` : 'Nobody is named governance owner yet; name one in Step 0.';
  const message = `Only the governance owner signs a review. ${whom}`;
  return { code: 'not_your_duty', message, duty: 'governance', owner };
}

/** What a signature is put under: the text beside it, where any of it was sent along, and the next date. */
export type Signature = {
  signer: ReviewSigner;
  text: Readonly<Partial<Record<ReviewPart, readonly ReviewLine[] | undefined>>>;
  nextOn: Day;
};

/**
 * The review with a signature that sets the next date, over the text that stands beside it.
 *
 * Fails with `review_signed`, `not_your_duty` for whoever does not hold the governance duty, and
 * `next_date_past` for a date that is not after `today`.
 */
export function signReview(
  review: Review,
  { signer, text, nextOn }: Signature,
  { owners, at, today }: { owners: readonly Owner[]; at: Date; today: Day },
): Result<Review, ReviewError> {
  const signed = refuseSigned(review);
  if (signed) return signed;
  const refused = refuseSigner(signer, owners);
  if (refused) return err(refused);
  if (nextOn <= today) {
    const message = 'Choose a day after today.';
    return err({ code: 'next_date_past', message, fields: { nextOn: [message] } });
  }
  const { findings = review.findings, decisions = review.decisions, actions = review.actions } = text;
  const signature = { signedAt: at, signedBy: signer.name, nextOn };
  return ok({ ...review, findings, decisions, actions, ...signature, version: review.version + 1 });
}
