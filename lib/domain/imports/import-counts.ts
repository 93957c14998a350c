import { z } from 'zod';
import type { ImportKind } from './import-kinds';

/** How rows of a kind would change, or changed. */
export const countsView = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});

export type Counts = z.output<typeof countsView>;

/** Counts of each kind that was sent. */
export type CountsByKind = Partial<Record<ImportKind, Counts>>;

export const noCounts: Counts = { added: 0, changed: 0, removed: 0, unchanged: 0, rejected: 0 };

/** All kinds together. */
export const sumOf = (byKind: CountsByKind): Counts =>
  Object.values(byKind).reduce(
    (sum, one) => ({
      added: sum.added + one.added,
      changed: sum.changed + one.changed,
      removed: sum.removed + one.removed,
      unchanged: sum.unchanged + one.unchanged,
      rejected: sum.rejected + one.rejected,
    }),
    noCounts,
  );

/** Whether applying would write anything. */
export const changesAnything = ({ added, changed, removed }: Counts): boolean =>
  added + changed + removed > 0;

const allowedShare = 0.05;

/**
 * The number that somebody must type before an import removes so much; null where nobody must.
 *
 * It is asked for where more than 5 % of the rows of any kind would go.
 */
export function numberToType(
  byKind: CountsByKind,
  stored: Partial<Record<ImportKind, number>>,
): number | null {
  const isMuch = Object.entries(byKind).some(
    // safe because the keys are kinds
    ([kind, { removed }]) => removed > allowedShare * (stored[kind as ImportKind] ?? 0),
  );
  return isMuch ? sumOf(byKind).removed : null;
}
