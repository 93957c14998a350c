import { z } from 'zod';
import { systems } from '#lib/domain/validation/check';

const dayMs = 24 * 3_600_000;

/** Days after which a machine that sent no receipt is not counted any more. */
export const silentDays = 30;

/** Receipts before this are too old to count at `now`. */
export const countsSince = (now: Date): Date => new Date(now.getTime() - silentDays * dayMs);

/** Machines that do not have the current release as it is, by how they stand; silent is who was not seen for long. */
export const listedStates = ['differs', 'older', 'silent'] as const;

export type ListedState = (typeof listedStates)[number];

/** Machines of one system, by how they stand; each with since when the first of them has stood so. */
export const systemCoverage = z.object({
  os: z.enum(systems),
  /** How many there are by somebody's word; null where nobody said. */
  expected: z.int().nullable(),
  matches: z.int(),
  older: z.int(),
  differs: z.int(),
  silent: z.int(),
  matchesSince: z.date().nullable(),
  olderSince: z.date().nullable(),
  differsSince: z.date().nullable(),
});

/** Machines of one system, by how they stand. */
export type SystemCoverage = z.output<typeof systemCoverage>;

/** One machine of a list. */
export const machineView = z.object({
  machine: z.string(),
  os: z.enum(systems),
  client: z.string().nullable(),
  /** Number of the release it was compared with. */
  release: z.int(),
  differing: z.array(z.string()),
  since: z.date(),
  seen: z.date(),
});

/** One machine of a list. */
export type MachineView = z.output<typeof machineView>;
