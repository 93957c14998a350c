import 'server-only';
import { from } from 'pg-copy-streams';
import type { ImportKind } from '#lib/domain/imports/import-kinds';
import type { TakeRow } from '#lib/domain/imports/read-file';
import { copyPool } from './db';

const targets: Readonly<Record<ImportKind, string>> = {
  people: '"StagedPerson" ("import", "line", "isBad", "id", "email", "name", "isActive")',
  groups: '"StagedGroup" ("import", "line", "isBad", "id", "name", "source")',
  memberships: '"StagedMember" ("import", "line", "isBad", "groupId", "personId")',
};

/** Text that is sent in one COPY, in characters: more is never held. */
const batchLength = 1024 * 1024;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY. */
function field(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : value;
}

/** Puts rows of one kind into the staging table of their import. */
export type RowCopier = {
  take: TakeRow;
  /** Sends what has gathered, if it is enough; to be awaited between two pieces of a file. */
  drain: () => Promise<void>;
  end: () => Promise<void>;
};

/**
 * Stages the rows of a file while it arrives. Each batch is a short COPY of its own, so that a slow upload keeps no
 * transaction open; one is on its way while the next is read.
 */
export function rowCopier(importNumber: number, kind: ImportKind): RowCopier {
  const start = `${String(importNumber)}\t`;
  let batch = '';
  let sending: Promise<void> = Promise.resolve();
  const send = async () => {
    await sending;
    const text = batch;
    batch = '';
    sending = text === '' ? Promise.resolve() : copy(targets[kind], text);
    // Whoever awaits it next hears of a failure.
    sending.catch(() => undefined);
  };
  return {
    take(line, isBad, values) {
      let row = `${start}${String(line)}\t${isBad ? 't' : 'f'}`;
      for (const value of values) row += `\t${field(value)}`;
      batch += `${row}\n`;
    },
    drain: () => (batch.length < batchLength ? Promise.resolve() : send()),
    async end() {
      await send();
      await sending;
    },
  };
}

/** Puts rows into a table, a megabyte at a time: `target` names it with its columns. */
export async function copyText(target: string, rows: Iterable<readonly (string | null)[]>): Promise<void> {
  let batch = '';
  for (const row of rows) {
    batch += `${row.map(field).join('\t')}\n`;
    if (batch.length < batchLength) continue;
    await copy(target, batch);
    batch = '';
  }
  if (batch !== '') await copy(target, batch);
}

async function copy(target: string, text: string): Promise<void> {
  const client = await copyPool().connect();
  try {
    const stream = client.query(from(`copy ${target} from stdin`));
    await new Promise<void>((resolve, reject) => {
      stream.on('finish', resolve).on('error', reject);
      stream.end(text);
    });
    client.release();
  } catch (thrown) {
    client.release(true);
    throw thrown;
  }
}
