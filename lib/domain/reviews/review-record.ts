import { z } from 'zod';
import { canonicalJson } from '#lib/domain/audit/chain';
import type { Review } from './review';

const recordedHash = z.object({ reportHash: z.string() });

/** Whether a stored review is what the audit log holds of it. */
export type ReviewRecord = {
  /** The frozen report has the hash that was recorded. */
  hashHolds: boolean;
  /** All else is as recorded: the text, the hash, who began and signed it, when, and the next date. */
  recordHolds: boolean;
};

/**
 * Compares a review as it is stored, and the hash its frozen report has now, with `recorded`: the state after
 * the last event about it. Nothing holds where there is no such event.
 */
export function reviewRecord(review: Review, reportHash: string, recorded: unknown): ReviewRecord {
  const stored: unknown = JSON.parse(JSON.stringify(review));
  return {
    hashHolds: recordedHash.safeParse(recorded).data?.reportHash === reportHash,
    recordHolds: canonicalJson(stored) === canonicalJson(recorded),
  };
}
