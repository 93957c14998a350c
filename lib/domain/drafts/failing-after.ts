/** An expectation that would fail once a draft is applied. */
export type FailingAfter = {
  id: string;
  sentence: string;
  /** How many people would break it, in words. */
  found: string;
  /** Whether the governance owner accepts it for as many people already. */
  accepted: boolean;
  /** Whether the draft makes it fail, or fail for somebody for whom it does not fail now. */
  byDraft: boolean;
  /** Whether it fails now, so that it can be accepted as it stands. */
  failsNow: boolean;
  /** For how many people it would fail and does not now. */
  breaking: number;
  /** The first of those for whom it would fail and does not now. */
  people: readonly { id: string; name: string }[];
};

/** Positions of those who would break an expectation and do not now. */
export function newlyBreaking(now: readonly number[], after: readonly number[]): number[] {
  const known = new Set(now);
  return after.filter((position) => !known.has(position));
}
