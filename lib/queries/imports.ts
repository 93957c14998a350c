import 'server-only';
import { z } from 'zod';
import { findImport, hasChunks, listImports } from '#lib/data/imports';
import { sha256 } from '#lib/data/sha256';
import { writeCsv } from '#lib/domain/csv/write-csv';
import { importKinds } from '#lib/domain/imports/import-kinds';
import { importSummary, importView, toImportSummary, toImportView } from '#lib/domain/imports/import-view';
import { sampleFile } from '#lib/domain/imports/sample-files';
import { differenceLists } from '#lib/domain/rbac/everyone/changed-people';
import { csvFile } from './csv-file';
import { defineQuery } from './define-query';
import { effectCursors, effectFile, importLists, listsOf } from './import-effect';

const maxShown = 50;

/** An import with whom it meets. */
export type ImportPage = NonNullable<Awaited<ReturnType<typeof readImport>>>;

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

/**
 * One import: its state, counts, the first 1,000 rows that cannot be taken, and who loses, gains and leaves the
 * workspace defaults by it, a page of each.
 */
export const readImport = defineQuery({
  capability: 'rollout.read',
  input: oneImport.extend(effectCursors),
  output: importView.extend({ canMap: z.boolean(), whatIf: importLists.nullable() }),
  async run({ ctx: { workspaceId }, db, input: { id, ...cursors } }) {
    const stored = await findImport(db, { workspaceId, id });
    if (!stored) return null;
    const hasEnded = ['done', 'failed'].includes(stored.state);
    const canMap = hasEnded && stored.isDryRun && (await hasChunks(db, stored));
    const effect = hasEnded ? stored.plan?.effect : null;
    const whatIf = effect ? await listsOf(db, { import: stored.number, effect, cursors }) : null;
    return { ...toImportView(stored), canMap, whatIf };
  },
});

/** Everybody on the lists of an import, or on one of them, as a file. */
export const readImportFile = defineQuery({
  capability: 'rollout.read',
  input: oneImport.extend({ list: z.enum(differenceLists).optional() }),
  output: csvFile,
  async run({ ctx: { workspaceId }, db, input: { id, list } }) {
    const stored = await findImport(db, { workspaceId, id });
    return stored?.plan?.effect ? effectFile(db, { import: stored.number, list }) : null;
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
