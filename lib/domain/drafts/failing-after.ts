/** An expectation that would fail once a draft is applied. */
export type FailingAfter = {
  id: string;
  sentence: string;
  /** How many people would break it, in words. */
  found: string;
  /** Whether the governance owner accepts it for as many people already. */
  accepted: boolean;
  /** Whether the draft makes it fail, or fail for more people. */
  byDraft: boolean;
};
