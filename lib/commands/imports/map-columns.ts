import 'server-only';
import { z } from 'zod';
import { findImport, hasChunks, moveImport } from '#lib/data/imports';
import { appendJob } from '#lib/data/outbox';
import { notFound } from '#lib/domain/errors';
import {
  importColumns,
  importKinds,
  missingColumns,
  type ImportKind,
} from '#lib/domain/imports/import-kinds';
import { importView, toImportView, type ImportFile } from '#lib/domain/imports/import-view';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { defineImportStep } from './define-import-step';

const notReady = {
  code: 'import_not_ready',
  message: 'The files of this import are no longer here. Send them again.',
};

/** By kind and column, which column of the file holds it, counted from 0; null where none does. */
const choice = z.partialRecord(z.enum(importKinds), z.record(z.string(), z.int().min(0).max(199).nullable()));

/** By kind, whether the first line of the file is a row too; a kind that is left out stays as it is. */
const rowsFirst = z.partialRecord(z.enum(importKinds), z.boolean());

/** Says which column of a file is which, and has the files read again; what it would do is then told anew. */
export const mapColumns = defineImportStep({
  capability: 'directory.write',
  input: z.strictObject({ id: z.uuid(), columns: choice, firstLineIsData: rowsFirst.default({}) }),
  output: importView,
  async run({ ctx: { workspaceId }, tx, input: { id, columns, firstLineIsData } }) {
    const current = await findImport(tx, { workspaceId, id });
    if (!current) return err(notFound);
    if (!current.isDryRun || !(await hasChunks(tx, current))) return err(notReady);
    const mapped = mapFiles(current.files, { columns, firstLineIsData });
    if (!mapped.ok) return mapped;
    const change = {
      state: 'queued',
      ...{ files: mapped.value, isRemapped: true, plan: null, reason: null, endedAt: null },
      ...{ step: 0, attempts: 0, isCancelling: false },
    } as const;
    if (!(await moveImport(tx, { workspaceId, id, from: ['done', 'failed'], change }))) return err(notReady);
    await appendJob(tx, { name: 'run-import', payload: { workspaceId, id } });
    const stored = await findImport(tx, { workspaceId, id });
    return stored ? ok(toImportView(stored)) : err(notFound);
  },
});

type Said = { columns: z.output<typeof choice>; firstLineIsData: z.output<typeof rowsFirst> };

function mapFiles(
  files: readonly ImportFile[],
  { columns, firstLineIsData }: Said,
): Result<ImportFile[], DomainError> {
  const all: ImportFile[] = [];
  for (const file of files) {
    const isData = firstLineIsData[file.kind] ?? file.firstLineIsData;
    if (isData && file.format === 'json') return err(unmapped(file.kind, withoutLines(file)));
    const mapped = withColumns({ ...file, firstLineIsData: isData }, columns[file.kind] ?? {});
    if (!mapped.ok) return mapped;
    all.push(mapped.value);
  }
  return ok(all);
}

function withColumns(
  file: ImportFile,
  chosen: Record<string, number | null>,
): Result<ImportFile, DomainError> {
  const { kind, header } = file;
  const places = importColumns[kind].map(
    ({ key }, at) => (key in chosen ? chosen[key] : file.places[at]) ?? null,
  );
  const missing = missingColumns(kind, places);
  if (missing.length > 0)
    return err(unmapped(kind, `Choose the columns ${missing.join(', ')} of ${file.name}.`));
  const used = places.filter((place) => place !== null);
  if (new Set(used).size < used.length)
    return err(unmapped(kind, `Choose each column of ${file.name} once.`));
  const isIn = used.every((place) => place < header.length);
  return isIn
    ? ok({ ...file, places, refusal: null })
    : err(unmapped(kind, `${file.name} has no such column.`));
}

const withoutLines = ({ name }: ImportFile) =>
  `${name} is JSON: each of its objects names its values, so that no first line can be data.`;

const unmapped = (kind: ImportKind, message: string) => ({
  code: 'columns_unclear',
  message,
  fields: { [kind]: [message] },
});
