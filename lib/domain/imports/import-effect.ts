import { z } from 'zod';
import { effectMark } from '#lib/domain/drafts/draft-effect';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';

const part = z.object({ people: z.int(), permissions: z.array(z.string()) });

/** An expectation that would fail after an import. */
const broken = z.object({
  id: z.string(),
  sentence: z.string(),
  found: z.string(),
  accepted: z.boolean(),
  byDraft: z.boolean(),
  failsNow: z.boolean(),
  breaking: z.int(),
  people: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
}) satisfies z.ZodType<FailingAfter>;

/**
 * What an import does to everybody's access, in sums: what they may do after it, less what they may do before it.
 *
 * Whoever comes with it may do nothing before, so that they gain what they may do after. Whoever it removes or
 * deactivates loses everything, and leaves the workspace defaults where they had them.
 */
export const importEffect = z.object({
  losses: part,
  gains: part,
  leavesDefault: z.object({ people: z.int() }),
  /** People who come with the import and have a role at once: the workspace defaults never apply to them. */
  comeWithRoles: z.int(),
  /** Active people whose access stays as it is. */
  unchanged: z.int(),
  /** The counts and a digest of whom and what it is about. */
  mark: effectMark,
  /** Expectations that would fail, and hold now or fail for fewer people. */
  breaks: z.array(broken),
});

export type ImportEffect = z.output<typeof importEffect>;

/** One row of a list of those whose access an import changes. */
export type EffectRow = {
  list: string;
  /** Counted from 1. */
  ordinal: number;
  id: string;
  name: string;
  permissions: readonly string[];
  reason: string;
};
