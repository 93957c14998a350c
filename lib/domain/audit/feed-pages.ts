import { z } from 'zod';

/** Events on one page of the audit log. */
export const feedPageSize = 50;

/** A page of the feed: it begins below the cursor, or with the newest event where there is none. */
export type FeedPage = { cursor: number | null };

/** What a cursor can be; sequence numbers are 32-bit integers. */
export const feedCursor = z.coerce.number('Give the cursor of a page.').int().min(1).max(2_147_483_647);

/** The page that the query of an address names, the newest one where it names none; null for what is no cursor. */
export function readFeedPage(value: string | string[] | undefined): FeedPage | null {
  if (value === undefined) return { cursor: null };
  const parsed = feedCursor.safeParse(value);
  return parsed.success ? { cursor: parsed.data } : null;
}

/**
 * Where a page of the feed stands, newest first, and the pages around it; null for a page without events.
 *
 * `first` and `last` count from the newest event. The numbers follow from the sequence, which has no gaps.
 * `newest` is the sequence number of the log's last event.
 */
export function feedPages(
  sequences: readonly number[],
  newest: number,
): { first: number; last: number; newer: FeedPage | null; older: FeedPage | null } | null {
  const [highest, lowest] = [sequences[0], sequences.at(-1)];
  if (highest === undefined || lowest === undefined) return null;
  const cursor = highest + feedPageSize + 1;
  return {
    first: newest - highest + 1,
    last: newest - lowest + 1,
    newer: highest < newest ? { cursor: cursor > newest ? null : cursor } : null,
    older: lowest > 1 ? { cursor: lowest } : null,
  };
}
