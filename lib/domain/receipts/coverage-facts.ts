import type { System } from '#lib/domain/validation/check';

/** Of the machines of one system, when those that stand so were seen last; null where there are none. */
export type SystemFacts = {
  os: System;
  /** How many there are by somebody's word; null where nobody said. */
  expected: number | null;
  matchesAt: Date | null;
  differsAt: Date | null;
  seenAt: Date | null;
};

/** The release that is current and, in a few times, what machines have of it. */
export type ShippingFacts = { release: number; sha256: string; systems: readonly SystemFacts[] };
