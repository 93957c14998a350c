import type { Duty } from '#lib/domain/owners/owner';

/** Who looks at the waves, when, what they may do, and which part the address opens. */
export type WaveViewer = {
  slug: string;
  base: string;
  now: Date;
  zone: string;
  mayPlan: boolean;
  /** Duties the caller can sign for. */
  held: readonly Duty[];
  part: string;
};
