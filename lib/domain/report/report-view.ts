import { z } from 'zod';
import { presetNames } from '#lib/domain/config/presets';
import { directions } from '#lib/domain/measures/measure';
import { duties } from '#lib/domain/owners/owner';
import { cadences } from '#lib/domain/reviews/cadence';
import { surfaceChoices } from '#lib/domain/rollout/decision';
import { taskStates } from '#lib/domain/rollout/task-state';

const instant = z.iso.datetime();
const day = z.iso.date();

/** Why something stands in the report's list of gaps, gravest first. */
export const gapKinds = [
  'differs',
  'finding',
  'outside_decision',
  'overdue',
  'stale',
  'dangerous',
  'blocked',
  'missing',
] as const;

export type GapKind = (typeof gapKinds)[number];

const gap = z.object({
  kind: z.enum(gapKinds),
  taskId: z.string(),
  row: z.string(),
  title: z.string(),
  reason: z.string(),
  owner: z.string().nullable(),
});

const step = z.object({
  number: z.int(),
  title: z.string(),
  done: z.int(),
  applicable: z.int(),
  /** The two most urgent states of its tasks, with how many are in each. */
  states: z.array(z.object({ state: z.enum(taskStates), count: z.int() })),
  owner: z.string().nullable(),
  signedBy: z.enum(duties),
  signOff: z.object({
    state: z.enum(['unsigned', 'signed', 'void']),
    by: z.string().nullable(),
    at: instant.nullable(),
    reasons: z.array(z.string()),
  }),
});

const measure = z.object({
  name: z.string(),
  unit: z.string(),
  direction: z.enum(directions),
  target: z.number(),
  current: z.object({ value: z.number(), on: day }).nullable(),
  met: z.boolean().nullable(),
});

const proofs = z.object({
  /** Proof files, each in its newest version. */
  files: z.int(),
  /** Tasks only a person can know that are done, of those that apply. */
  given: z.int(),
  needed: z.int(),
  missing: z.array(
    z.object({ taskId: z.string(), row: z.string(), title: z.string(), state: z.enum(taskStates) }),
  ),
  /** Risks the governance owner accepted, whose acceptance stands now. */
  accepted: z.int(),
});

const access = z.object({
  people: z.int(),
  withRoles: z.int(),
  onDefault: z.int(),
  roles: z.int(),
  groups: z.int(),
});

/**
 * The report: JSON values alone, instants and days as text. Reviews store it and parse it when read, so a part
 * that is added later is nullable with a default.
 */
export const reportView = z.object({
  workspace: z.object({ name: z.string(), slug: z.string(), timeZone: z.string() }),
  guide: z.string(),
  at: instant,
  today: day,
  decision: z.object({
    surfaces: z.enum(surfaceChoices).nullable(),
    by: z.string().nullable(),
    at: instant.nullable(),
  }),
  owners: z.array(z.object({ duty: z.enum(duties), label: z.string(), name: z.string().nullable() })),
  progress: z.object({ done: z.int(), applicable: z.int() }),
  steps: z.array(step),
  gaps: z.array(gap),
  proofs,
  access: access.nullable(),
  configuration: z
    .object({
      preset: z.enum(presetNames).nullable(),
      version: z.int(),
      by: z.string().nullable(),
      at: instant.nullable(),
    })
    .nullable(),
  measures: z.array(measure),
  reviews: z.object({
    last: z.object({ number: z.int(), at: instant, by: z.string() }).nullable(),
    /** Number of the draft. */
    open: z.int().nullable(),
    every: z.enum(cadences).nullable(),
    nextOn: day.nullable(),
    overdue: z.boolean(),
  }),
  record: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
});

/** Where a rollout stands, for its governance owner. */
export type Report = z.infer<typeof reportView>;

/** One thing that is late, stale, at risk or missing. */
export type Gap = Report['gaps'][number];

/** One step in the report. */
export type ReportStep = Report['steps'][number];
