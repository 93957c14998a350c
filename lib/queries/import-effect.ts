import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { listEffectRows, type StoredEffectRow } from '#lib/data/import-effect-rows';
import { csvLine } from '#lib/domain/csv/write-csv';
import type { ImportEffect } from '#lib/domain/imports/import-effect';
import {
  differenceLists,
  differencePageSize,
  type DifferenceList,
} from '#lib/domain/rbac/everyone/changed-people';
import type { CsvFile } from './csv-file';
import { whatIfView } from './what-if-lists';

/** The three lists of an import; `areListed` is whether the names are still kept. */
export const importLists = whatIfView.extend({ areListed: z.boolean() });

const cursor = z
  .string()
  .regex(/^\d{1,9}$/, 'This is no cursor of a list of people.')
  .transform(Number);

/** Where each list goes on; the texts are the `cursor`s of an earlier answer. */
export const effectCursors = {
  lossesCursor: cursor.optional(),
  gainsCursor: cursor.optional(),
  leavesDefaultCursor: cursor.optional(),
};

type Cursors = Partial<Record<keyof typeof effectCursors, number | undefined>>;

type Asked = { import: number; effect: ImportEffect; cursors: Cursors };

/** A page of each list, as the dry run found it. */
export async function listsOf(
  db: Db,
  { import: of, effect, cursors }: Asked,
): Promise<z.infer<typeof importLists>> {
  const after = {
    losses: cursors.lossesCursor ?? 0,
    gains: cursors.gainsCursor ?? 0,
    leavesDefault: cursors.leavesDefaultCursor ?? 0,
  };
  const rows = await listEffectRows(db, { import: of, after, limit: differencePageSize });
  const part = (name: DifferenceList) => {
    const count = effect[name].people;
    const own = rows.filter(({ list }) => list === name);
    const last = own.at(-1)?.ordinal ?? count;
    const people = own.map(({ id, name: called, permissions, reason }) => ({
      id,
      name: called,
      permissions,
      reason,
    }));
    return { count, people, cursor: last < count ? String(last) : null };
  };
  const lists = { losses: part('losses'), gains: part('gains'), leavesDefault: part('leavesDefault') };
  const isAnybodyMet = differenceLists.some((name) => effect[name].people > after[name]);
  return { ...lists, areListed: rows.length > 0 || !isAnybodyMet };
}

const rowsAtOnce = 2000;
const head = ['list', 'id', 'name', 'permissions', 'reason'];

/** Everybody on the lists, or on one of them, read a part at a time. */
export const effectFile = (
  db: Db,
  { import: of, list }: { import: number; list: DifferenceList | undefined },
): CsvFile => ({
  name: list ? `import-${list}.csv` : 'import-what-if.csv',
  chunks: linesOf(db, of, list ? [list] : differenceLists),
});

async function* linesOf(db: Db, of: number, lists: readonly DifferenceList[]): AsyncGenerator<string> {
  yield csvLine(head);
  for (const list of lists) {
    for (let from = 0; ; from += rowsAtOnce) {
      const rows = await listEffectRows(db, { import: of, after: { [list]: from }, limit: rowsAtOnce });
      if (rows.length === 0) break;
      yield rows.map(lineOf).join('');
    }
  }
}

const lineOf = ({ list, id, name, permissions, reason }: StoredEffectRow): string =>
  csvLine([list, id, name, permissions.join(' '), reason]);
