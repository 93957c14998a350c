import { z } from 'zod';
import { countsView, noCounts, sumOf } from './import-counts';
import { importEffect } from './import-effect';
import { importKinds } from './import-kinds';

/** `receiving` while files arrive; nobody waits for it yet. */
export const importStates = ['receiving', 'queued', 'running', 'done', 'failed', 'cancelled'] as const;

export type ImportState = (typeof importStates)[number];

/** `merge` never removes; `replace` removes what an earlier import brought and these files do not name. */
export const importModes = ['merge', 'replace'] as const;

export const rejectionView = z.object({
  file: z.string(),
  line: z.int(),
  column: z.string().nullable(),
  reason: z.string(),
});

/** What was read of one file. */
export const fileView = z.object({
  kind: z.enum(importKinds),
  format: z.enum(['csv', 'json']),
  name: z.string(),
  bytes: z.int(),
  rows: z.int(),
  /** Of the bytes as they arrived. */
  sha256: z.string(),
  /** The cells of its first line, or the names in its first object. */
  header: z.array(z.string()),
  /** Somebody has said that the first line names no columns: it is a row like any other. */
  firstLineIsData: z.boolean().default(false),
  places: z.array(z.int().nullable()),
  rejected: z.int(),
  rejections: z.array(rejectionView),
  /** Why nothing of the file can be taken, until somebody says which column is which. */
  refusal: z.string().nullable(),
});

export type ImportFile = z.output<typeof fileView>;

/** What applying would do, or did. */
export const planView = z.object({
  byKind: z.partialRecord(z.enum(importKinds), countsView),
  /** Memberships that go with people and groups, and roles that people have directly. */
  goesAlong: z.object({ memberships: z.int(), roles: z.int() }),
  /** People whose roles would change. */
  access: z.object({
    /** Put into groups with roles. */
    joins: z.int(),
    /** Taken out of groups with roles. */
    leaves: z.int(),
  }),
  /** What it does to access; null for what was tried out before this was found. */
  effect: importEffect.nullable().default(null),
  /** Imported groups that the files do not name and that stay, because people or roles were added to them by hand. */
  kept: z.object({ groups: z.int(), names: z.array(z.string()) }).default({ groups: 0, names: [] }),
  /** To be typed before it is applied; null where nothing is asked. */
  toType: z.int().nullable(),
  /** The first 1,000, by file and line. */
  rejected: z.array(rejectionView),
});

export type ImportPlan = z.output<typeof planView>;

/** An import as it is stored. */
export const storedImport = z.object({
  id: z.string(),
  number: z.int(),
  state: z.enum(importStates),
  isDryRun: z.boolean(),
  mode: z.enum(importModes),
  skipRejected: z.boolean(),
  /** The number of removals that was typed. */
  removals: z.int().nullable(),
  files: z.array(fileView),
  /** Files wait to be read again, because columns were chosen. */
  isRemapped: z.boolean(),
  plan: planView.nullable(),
  /** Why it failed. */
  reason: z.string().nullable(),
  step: z.int(),
  attempts: z.int(),
  isCancelling: z.boolean(),
  at: z.date(),
  byId: z.string(),
  by: z.string(),
  endedAt: z.date().nullable(),
});

export type StoredImport = z.output<typeof storedImport>;

/** What a job does to an import, one after another. */
export const importSteps = ['Waiting', 'Comparing', 'People', 'Groups', 'Memberships', 'Finishing'] as const;

const fileSummary = fileView.omit({ rejections: true });

/** An import as the doors tell of it. */
export const importView = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  dryRun: z.boolean(),
  mode: z.enum(importModes),
  skipRejected: z.boolean(),
  /** What was done; in a dry run, or where it was refused, what would be. Nothing while it is under way. */
  counts: countsView,
  rejected: z.array(rejectionView),
  reason: z.string().nullable(),
  plan: planView.omit({ rejected: true }).nullable(),
  files: z.array(fileSummary),
  progress: z.object({ step: z.int(), of: z.int(), words: z.string(), isCancelling: z.boolean() }),
  at: z.date(),
  by: z.string(),
  endedAt: z.date().nullable(),
});

export type ImportView = z.output<typeof importView>;

/** An import without what only its own page needs. */
export const importSummary = importView.omit({
  rejected: true,
  plan: true,
  progress: true,
  skipRejected: true,
});

export type ImportSummary = z.output<typeof importSummary>;

const readRejected = (files: readonly ImportFile[]): number =>
  files.reduce((sum, file) => sum + file.rejected, 0);

/** An import in the words of the doors. */
export function toImportView(stored: StoredImport): ImportView {
  const { state, plan, files, step } = stored;
  const hasEnded = state === 'done' || state === 'failed';
  const planned = plan ? sumOf(plan.byKind) : { ...noCounts, rejected: readRejected(files) };
  return {
    id: stored.id,
    state: state === 'receiving' ? 'queued' : state,
    dryRun: stored.isDryRun,
    mode: stored.mode,
    skipRejected: stored.skipRejected,
    counts: hasEnded ? planned : { ...noCounts, rejected: planned.rejected },
    rejected: plan?.rejected ?? files.flatMap(({ rejections }) => rejections).slice(0, 1000),
    reason: stored.reason,
    plan: plan && withoutRejected(plan),
    files: files.map(({ rejections: _rejections, ...file }) => file),
    progress: {
      step,
      of: importSteps.length,
      words: importSteps[step] ?? '',
      isCancelling: stored.isCancelling,
    },
    at: stored.at,
    by: stored.by,
    endedAt: stored.endedAt,
  };
}

function withoutRejected({ rejected: _rejected, ...plan }: ImportPlan) {
  return plan;
}

/** An import in the words of a list. */
export function toImportSummary(stored: StoredImport): ImportSummary {
  return importSummary.parse(toImportView(stored));
}
