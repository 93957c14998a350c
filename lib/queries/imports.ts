import 'server-only';
import { z } from 'zod';
import { findImport, hasChunks, listImports } from '#lib/data/imports';
import { sha256 } from '#lib/data/sha256';
import { writeCsv } from '#lib/domain/csv/write-csv';
import { importKinds } from '#lib/domain/imports/import-kinds';
import { importSummary, importView, toImportSummary, toImportView } from '#lib/domain/imports/import-view';
import { sampleFile } from '#lib/domain/imports/sample-files';
import { defineQuery } from './define-query';

const maxShown = 50;

export type { ImportSummary, ImportView } from '#lib/domain/imports/import-view';

/** The newest imports, with who asked for them and what came of it. */
export const readImports = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ imports: z.array(importSummary) }),
  async run({ ctx: { workspaceId }, db }) {
    const stored = await listImports(db, { workspaceId, limit: maxShown });
    return { imports: stored.map(toImportSummary) };
  },
});

const oneImport = z.strictObject({ id: z.uuid() });

/** One import: its state, counts, and the first 1,000 rows that cannot be taken. */
export const readImport = defineQuery({
  capability: 'rollout.read',
  input: oneImport,
  output: importView.extend({ canMap: z.boolean() }),
  async run({ ctx: { workspaceId }, db, input: { id } }) {
    const stored = await findImport(db, { workspaceId, id });
    if (!stored) return null;
    const canMap =
      stored.isDryRun && ['done', 'failed'].includes(stored.state) && (await hasChunks(db, stored));
    return { ...toImportView(stored), canMap };
  },
});

const smallCsv = z.object({ name: z.string(), sha256: z.string(), text: z.string() });

const fileOf = (name: string, text: string) => ({ name, text, sha256: sha256(text) });

/** The rows of an import that cannot be taken, as CSV. */
export const readRejectedCsv = defineQuery({
  capability: 'rollout.read',
  input: oneImport,
  output: smallCsv,
  async run({ ctx: { workspaceId }, db, input: { id } }) {
    const stored = await findImport(db, { workspaceId, id });
    if (!stored) return null;
    const rows = toImportView(stored).rejected.map(({ file, line, column, reason }) => [
      ...[file, String(line), column ?? '', reason],
    ]);
    return fileOf('rejected-rows.csv', writeCsv(['file', 'line', 'column', 'reason'], rows));
  },
});

/** A small file of a kind, as an import takes it. */
export const readImportSample = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ file: z.enum(importKinds.map((kind) => `${kind}.csv` as const)) }),
  output: smallCsv,
  async run({ input: { file } }) {
    const kind = importKinds.find((one) => file === `${one}.csv`);
    return kind ? fileOf(file, sampleFile(kind)) : null;
  },
});
