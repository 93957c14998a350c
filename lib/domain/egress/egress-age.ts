import { err, ok, type Result } from '#lib/domain/result';

/** Why a published file does not count as current. */
export type EgressAgeError =
  | { code: 'published_file_missing'; message: string }
  | { code: 'published_file_stale'; message: string; ageHours: number };

/** How long a published file counts as current. */
export const maxAgeHours = 24;

const msPerHour = 3_600_000;

/**
 * Age of the last published file that was read whole, in hours, rounded down.
 *
 * Fails with `published_file_missing` when none ever was, and with `published_file_stale` when it was read
 * more than 24 hours ago, to the millisecond. A time ahead of `now` (clock skew) counts as age 0.
 *
 * Source: guide 2026-03, Step 4: the ranges can change, so they are checked automatically. The guide names no
 * period; 24 hours is our choice (docs/decisions/0014-egress-ranges.md).
 */
export function egressAge(readAt: Date | null, now: Date): Result<number, EgressAgeError> {
  if (!readAt) {
    return err({ code: 'published_file_missing', message: 'No published file has been read yet.' });
  }
  const ageMs = Math.max(0, now.getTime() - readAt.getTime());
  const ageHours = Math.floor(ageMs / msPerHour);
  if (ageMs <= maxAgeHours * msPerHour) return ok(ageHours);
  const message = `The published file was read ${ageWords(ageHours)} ago, limit ${maxAgeHours} hours.`;
  return err({ code: 'published_file_stale', message, ageHours });
}

const ageWords = (hours: number) => (hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`);
