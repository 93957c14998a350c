import 'server-only';
import { createHash } from 'node:crypto';
import { rowCopier } from '#lib/data/copy-rows';
import { db } from '#lib/data/db';
import { saveChunk } from '#lib/data/imports';
import {
  importColumns,
  kindOfFile,
  type ColumnPlaces,
  type ImportKind,
} from '#lib/domain/imports/import-kinds';
import type { ImportFile } from '#lib/domain/imports/import-view';
import { fileReader } from '#lib/domain/imports/read-file';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';

/** A file that arrives: the name of its field in the form, its own name, and its bytes. */
export type ArrivingFile = { field: string; name: string; bytes: AsyncIterable<Uint8Array> };

/** Which file it is, by the form's field or by its name. */
export function fileAs({
  field,
  name,
}: ArrivingFile): Result<{ kind: ImportKind; format: 'csv' | 'json' }, DomainError> {
  const named = kindOfFile(name);
  const meant = kindOfFile(field) ?? named;
  if (meant) {
    const isJson =
      meant.format === 'json' || named?.format === 'json' || /\.(json|ndjson|jsonl)$/i.test(name);
    return ok({ kind: meant.kind, format: isJson ? 'json' : 'csv' });
  }
  const message = `Slipway does not know what ${name || field} holds. Call it people.csv, groups.csv or memberships.csv.`;
  return err({ code: 'unknown_file', message, file: name });
}

type Source = {
  import: number;
  kind: ImportKind;
  format: 'csv' | 'json';
  name: string;
  places?: ColumnPlaces | undefined;
  /** The first line of a CSV file is a row too. */
  firstLineIsData: boolean;
  /** Its bytes stay for another choice of columns. */
  isKept: boolean;
};

/**
 * Reads one file while it arrives, and stages its rows. A file that cannot be read at all is refused with line and
 * reason; one whose first line does not say which column is which is too, unless its bytes are kept.
 */
export async function stageFile(
  source: Source,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<ImportFile, DomainError>> {
  const { kind, format, name, places, isKept, firstLineIsData } = source;
  const copier = rowCopier(source.import, kind);
  const reader = fileReader({ kind, format, file: name, places, firstLineIsData }, copier.take);
  const hash = createHash('sha256');
  let [size, ordinal] = [0, 0];
  for await (const piece of bytes) {
    hash.update(piece);
    size += piece.byteLength;
    if (!reader.push(piece) && !isKept) break;
    await copier.drain();
    if (isKept) await saveChunk(db, { import: source.import, kind, ordinal, bytes: Uint8Array.from(piece) });
    ordinal += 1;
  }
  const { refusal, ...found } = reader.end();
  if (refusal && !(refusal.isHeader && isKept)) return err(refused(refusal));
  await copier.end();
  const read = {
    ...found,
    firstLineIsData,
    places: placesOf(kind, found.places),
    refusal: refusal?.reason ?? null,
  };
  return ok({ ...read, kind, format, name, bytes: size, sha256: hash.digest('hex') });
}

const placesOf = (kind: ImportKind, places: ColumnPlaces) =>
  importColumns[kind].map((_, at) => places[at] ?? null);

function refused({
  file,
  line,
  column,
  reason,
}: {
  file: string;
  line: number;
  column: string | null;
  reason: string;
}) {
  const message = `${file}, line ${String(line)}: ${reason}`;
  return { code: 'file_refused', message, file, line, column, reason };
}
