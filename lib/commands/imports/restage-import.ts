import 'server-only';
import { db } from '#lib/data/db';
import { dropRows, findChunk, moveImport } from '#lib/data/imports';
import type { ImportFile, StoredImport } from '#lib/domain/imports/import-view';
import { ok, type DomainError, type Result } from '#lib/domain/result';
import { stageFile } from './stage-file';

type Kept = { import: number; kind: ImportFile['kind'] };

async function* piecesOf(file: Kept): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const bytes = await findChunk(db, { ...file, ordinal });
    if (!bytes) return;
    yield bytes;
  }
}

/** Reads the kept files of an import again, by the columns that were chosen, in the place of the rows before. */
export async function restageImport(
  workspaceId: string,
  stored: StoredImport,
): Promise<Result<StoredImport, DomainError>> {
  const { id, number } = stored;
  await dropRows(db, { number });
  const files: ImportFile[] = [];
  for (const { kind, format, name, places, firstLineIsData } of stored.files) {
    const pieces = piecesOf({ import: number, kind });
    const source = { import: number, kind, format, name, places, firstLineIsData, isKept: false };
    const read = await stageFile(source, pieces);
    if (!read.ok) return read;
    files.push(read.value);
  }
  await moveImport(db, { workspaceId, id, from: ['running'], change: { files, isRemapped: false } });
  return ok({ ...stored, files, isRemapped: false });
}
