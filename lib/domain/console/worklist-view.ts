import { z } from 'zod';

/** A confirmation of console work: of one step, or of several at once. */
export type Confirmation = {
  /** Of the console state after it. */
  version: number;
  words: string;
  steps: number;
  /** Steps left after it. */
  open: number;
  confirmedAt: Date;
  confirmedBy: string;
};

const met = z.object({ people: z.int(), permissions: z.array(z.string()) });

/** One step as doors hand it out. */
export const stepView = z.object({
  key: z.string(),
  /** Of all that the step says; a confirmation sends it back. */
  digest: z.string(),
  kind: z.string(),
  place: z.enum(['roles', 'defaults', 'groups']),
  words: z.string(),
  details: z.array(z.string()),
  names: z.array(z.object({ label: z.string(), text: z.string() })),
  /** People it puts into a group or takes out of it, or whom it gives or takes a role directly. */
  persons: z.int(),
  /** The first of them by name. */
  first: z.array(z.string()),
  gains: met.nullable(),
  losses: met.nullable(),
  gap: met.extend({ until: z.string(), isUnavoidable: z.boolean() }).nullable(),
});

/** One step as doors hand it out. */
export type StepView = z.infer<typeof stepView>;

/** A confirmation as doors hand it out. */
export const confirmationView = z.object({
  version: z.int(),
  words: z.string(),
  steps: z.int(),
  confirmedAt: z.date(),
  confirmedBy: z.string(),
});

/** The worklist as doors hand it out, a page of its steps at a time. */
export const worklistView = z.object({
  /** Of the console state. */
  version: z.int(),
  /** Of all steps; confirming everything at once sends it back. */
  digest: z.string(),
  open: z.int(),
  done: z.int(),
  /** Whether anything is wanted or confirmed at all. */
  isBegun: z.boolean(),
  /** Place of the first step of this page, from 0. */
  from: z.int(),
  steps: z.array(stepView),
  confirmations: z.array(confirmationView),
});

/** The worklist as doors hand it out. */
export type WorklistView = z.infer<typeof worklistView>;

/** Steps confirmed since there was last nothing to do; the confirmations stand newest first. */
export function doneSteps(confirmations: readonly Confirmation[], open: number): number {
  const [newest] = confirmations;
  if (!newest || (newest.open === 0 && open > 0)) return 0;
  const ended = confirmations.findIndex((one, at) => at > 0 && one.open === 0);
  const run = ended < 0 ? confirmations : confirmations.slice(0, ended);
  return run.reduce((sum, { steps }) => sum + steps, 0);
}
