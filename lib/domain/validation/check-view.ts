import { z } from 'zod';
import { outcomes, type CheckResult } from './check';
import type { ItemStatus } from './check-status';

/** One item of a check as doors hand it out. */
export const itemView = z.object({
  item: z.string(),
  label: z.string(),
  expected: z.string(),
  command: z.string().nullable(),
  state: z.enum(['todo', 'done', 'differs', 'stale', 'not_used']),
  reason: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  observed: z.string().nullable(),
  permissions: z.record(z.string(), z.boolean()).nullable(),
  note: z.string().nullable(),
  link: z.string().nullable(),
  /** What the newest result was found under. */
  restsOn: z.record(z.string(), z.string()).nullable(),
  at: z.date().nullable(),
  by: z.string().nullable(),
  version: z.int(),
});

/** One item of a check as doors hand it out. */
export type ItemView = z.infer<typeof itemView>;

const noResult = {
  outcome: null,
  observed: null,
  permissions: null,
  note: null,
  link: null,
  restsOn: null,
  at: null,
  by: null,
  version: 0,
};

function resultView(result: CheckResult) {
  const { outcome, observed, permissions, note, link, restsOn, at, by, version } = result;
  const seen = permissions && { ...permissions };
  return { outcome, observed, permissions: seen, note, link, restsOn: { ...restsOn }, at, by, version };
}

/** The view of where an item stands. */
export function toItemView({ planned, result, state, reason }: ItemStatus): ItemView {
  const { item, label, expected, command } = planned;
  return { item, label, expected, command, state, reason, ...(result ? resultView(result) : noResult) };
}
