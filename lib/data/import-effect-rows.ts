import 'server-only';
import { z } from 'zod';
import type { EffectRow } from '#lib/domain/imports/import-effect';
import { importReason, nobody } from '#lib/domain/imports/import-reasons';
import type { Names } from '#lib/domain/rbac/change-reasons';
import {
  changedLevels,
  differenceLists,
  type DifferenceList,
} from '#lib/domain/rbac/everyone/changed-people';
import { isSet, number } from '#lib/domain/rbac/everyone/columns';
import { groupsAt, type Population } from '#lib/domain/rbac/everyone/population';
import { standingAt } from '#lib/domain/rbac/everyone/standing';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import { copyText } from './copy-rows';
import type { Db } from './db';
import type { ImportAccess } from './import-access';

/** What is told of somebody on a list; the same for all who change in the same way. */
type Told = { permissions: readonly string[]; reason: string };

/** Ways of changing whose words are kept while rows are written. */
const mostKept = 10_000;

/** Everybody on the lists of an import, list by list, in the order of names. */
export function* effectRows(access: ImportAccess): Generator<EffectRow> {
  const { population, found } = access;
  const names = namesOf(access);
  for (const list of differenceLists) {
    const told = new Map<string, Told>();
    for (const [row, place] of found[list].entries()) {
      const at = number(found.people, place);
      const way = wayOf(access, at);
      const words = told.get(way) ?? tell(access, { list, place, names });
      if (told.size < mostKept) told.set(way, words);
      const who = { id: textAt(population.ids, at), name: textAt(population.names, at) };
      yield { list, ordinal: row + 1, ...who, ...words };
    }
  }
}

function namesOf({ index: { facts } }: ImportAccess): Names {
  const groups = new Map(facts.groups.map(({ id, name }) => [id, name]));
  const roles = new Map(facts.roles.map(({ id, name }) => [id, name]));
  return { group: (id) => groups.get(id) ?? id, role: (id) => roles.get(id) ?? id };
}

/** All that the words about somebody follow from, as a text: few differ, however many people there are. */
function wayOf({ index, population, gone }: ImportAccess, at: number): string {
  const of = number(population.numbers, at);
  const had = index.positionOf(of);
  const before = had < 0 ? 'none' : placesOf(index.population, index, had);
  return `${before}>${gone.has(of) ? 'none' : placesOf(population, index, at)}`;
}

function placesOf(population: Population, { rules }: ImportAccess['index'], at: number): string {
  const groups = [...groupsAt(population, at)].filter((group) => isSet(rules.hasRole, group)).sort();
  const direct = population.directRoles.get(at) ?? [];
  return `${String(population.isActive[at])} ${groups.join()} ${direct.join()}`;
}

function tell(
  access: ImportAccess,
  { list, place, names }: { list: DifferenceList; place: number; names: Names },
): Told {
  const { index, population, book, found, before, gone } = access;
  const at = number(found.people, place);
  const of = number(population.numbers, at);
  const had = index.positionOf(of);
  const levels = changedLevels({ index: { everyone: before, rules: index.rules }, found }, place);
  const reason = importReason(
    list,
    {
      comes: had < 0,
      goes: gone.has(of),
      before: had < 0 ? nobody : standingAt(index.population, index.book, { position: had }),
      after: standingAt(population, book, { position: at }),
      ...levels,
    },
    names,
  );
  return { permissions: list === 'gains' ? levels.gained : levels.lost, reason };
}

const target = '"ImportEffect" ("import", "list", "ordinal", "id", "name", "permissions", "reason")';

type Of = { import: number };

/** Stores the lists of an import in the place of those before, a part at a time. */
export async function saveEffectRows(db: Db, of: Of, rows: Iterable<EffectRow>): Promise<void> {
  await db.importEffect.deleteMany({ where: of });
  await copyText(target, columnsOf(of, rows));
}

function* columnsOf({ import: own }: Of, rows: Iterable<EffectRow>): Generator<string[]> {
  for (const { list, ordinal, id, name, permissions, reason } of rows)
    yield [String(own), list, String(ordinal), id, name, JSON.stringify(permissions), reason];
}

const effectRow = z.object({
  list: z.enum(differenceLists),
  ordinal: z.int(),
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  reason: z.string(),
});

/** Somebody on a list of an import, as stored. */
export type StoredEffectRow = z.output<typeof effectRow>;

/** Up to `limit` rows of each list behind the ordinal that `after` says. */
export async function listEffectRows(
  db: Db,
  {
    import: own,
    after,
    limit,
  }: Of & { after: Readonly<Partial<Record<DifferenceList, number>>>; limit: number },
): Promise<StoredEffectRow[]> {
  const rows = await db.importEffect.findMany({
    where: {
      import: own,
      OR: Object.entries(after).map(([list, from]) => ({ list, ordinal: { gt: from, lte: from + limit } })),
    },
    orderBy: { ordinal: 'asc' },
  });
  return z.array(effectRow).parse(rows);
}
