import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listRepositoriesNamed, saveRepositories } from '#lib/data/repositories';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { importCounts, planImport } from '#lib/domain/repositories/plan-import';
import { repositoryView } from '#lib/domain/repositories/repository';
import { readRepositoryCsv } from '#lib/domain/repositories/repository-csv';
import { err, ok } from '#lib/domain/result';
import { sha256 } from '#lib/data/sha256';

const fault = z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() });

const importView = z.object({
  dryRun: z.boolean(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Of the file's text as it was sent. */
  sha256: z.string(),
  rows: z.array(
    z.object({
      line: z.int(),
      change: z.enum(['added', 'changed', 'unchanged']),
      before: repositoryView.nullable(),
      after: repositoryView,
    }),
  ),
  /** Lines that cannot be taken. Anything here and an import is refused whole. */
  faults: z.array(fault),
});

/**
 * Adds and changes repositories by a CSV file: all of it, or nothing where one line cannot be taken. A dry
 * run tells what would happen and writes nothing.
 */
export const importRepositories = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({
    csv: z
      .string()
      .min(1, 'Choose a file, or paste its text.')
      .max(200_000, 'Use at most 200,000 characters.'),
    dryRun: z.boolean(),
  }),
  output: importView,
  async run({ ctx, tx, input: { csv, dryRun } }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const { rows, faults } = readRepositoryCsv(csv);
    if (faults.length > 0 && !dryRun) return err(rowsRefused(faults));
    const names = rows.map(({ name }) => name);
    const plan = planImport(await listRepositoriesNamed(tx, { workspaceId, names }), rows, randomUUID);
    const counts = importCounts(plan);
    const value = { dryRun, ...counts, sha256: sha256(csv), rows: plan, faults };
    const writes = plan.filter(({ change }) => change !== 'unchanged');
    if (dryRun || writes.length === 0) return ok(unchanged(value));

    const repositories = writes.map(({ after }) => after);
    await saveRepositories(tx, { repositories, workspaceId, changedAt, changedBy: actor.name });
    return ok(
      changed(value, {
        action: 'repository.imported',
        subject: `repository:${value.sha256}`,
        before: { rows: writes.flatMap(({ before }) => before ?? []) },
        after: { ...counts, sha256: value.sha256, rows: repositories },
      }),
    );
  },
});

function rowsRefused(faults: readonly z.output<typeof fault>[]) {
  const lines =
    faults.length === 1 ? '1 thing in the file needs' : `${faults.length} things in the file need`;
  return { code: 'rows_refused', message: `${lines} another value. Nothing was imported.`, faults } as const;
}
