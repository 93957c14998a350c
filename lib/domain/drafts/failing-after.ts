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

/** People by position, and the numbers of whom these positions are. */
export type Breaking = { people: readonly number[]; numbers: Int32Array };

/** Positions of those who would break an expectation and do not now: people may stand elsewhere after a change. */
export function newlyBreaking(now: Breaking, after: Breaking): number[] {
  const known = new Set(now.people.map((position) => now.numbers[position]));
  return after.people.filter((position) => !known.has(after.numbers[position]));
}
