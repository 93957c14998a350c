// The product, through its own functions and queries.
import { accessIndex, type AccessIndex } from '#lib/data/access-index';
import { db } from '#lib/data/db';
import { findNumberBehind, listByNumber, searchNumbers, searchPeople } from '#lib/data/people-lists';
import type { Context } from '#lib/domain/context';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { accessDifference } from '#lib/data/access-difference';
import { readPeople, readPersonAccess } from '#lib/queries/people';
import { readWho } from '#lib/queries/who';
import { integerOf, type Bits } from './masks';
import { explained, statementsOf } from './statements';
import { bytesInUse, timed, timedInTurn, timedOnce, type Time } from './timing';
import type pg from 'pg';

const shown = 50;

/** Loads the index cold, and weighs it. */
export async function loadIndex(workspaceId: string) {
  const before = bytesInUse();
  let index: AccessIndex | null = null;
  const time = await timedOnce(async () => {
    index = await accessIndex(db, { workspaceId });
  });
  if (!index) throw new Error('There is an index once it is loaded.');
  return { index: index as AccessIndex, time, bytes: bytesInUse() - before };
}

export const resolveAll = ({ population, rules, book }: AccessIndex): Promise<Time> =>
  timed(() => resolveEveryone(population, rules, book.model));

/** Losses first, with names, reasons' permissions, and counts: what a page shows of a difference. */
export async function whatIf(workspaceId: string, changes: readonly AccessChange[]) {
  const { index, found } = await accessDifference(db, { workspaceId, changes });
  const { population, rules, everyone } = index;
  const { words } = rules.bits;
  const list = (places: Int32Array) =>
    Array.from(places.subarray(0, shown), (place) => {
      const at = found.people[place] ?? 0;
      const had = levelsIn(everyone.masks, at * words, rules.bits);
      const has = levelsIn(found.masks, place * words, rules.bits);
      return { id: textAt(population.ids, at), name: textAt(population.names, at), had, has };
    });
  return {
    losses: { count: found.losses.length, people: list(found.losses) },
    gains: { count: found.gains.length, people: list(found.gains) },
    leavesDefault: { count: found.leavesDefault.length, people: list(found.leavesDefault) },
  };
}

/** What the product says of everybody, by the bench's bits; `step` looks at every so manieth person. */
export function* integersOf(
  { population, everyone, rules }: AccessIndex,
  bits: Bits,
  step: number,
): Generator<[number, bigint]> {
  const { words } = rules.bits;
  for (let at = 0; at < population.count; at += step) {
    const said = Object.fromEntries(levelsIn(everyone.masks, at * words, rules.bits));
    yield [population.numbers[at] ?? 0, integerOf(said, bits)];
  }
}

/** How long the index takes to follow one write. */
export async function afterWrites(client: pg.Client, workspaceId: string) {
  const follow = () => accessIndex(db, { workspaceId });
  const measure = async (write: string) => {
    await client.query(write);
    return timedOnce(follow);
  };
  await measure(`update "GroupMember" set "isImported" = true where "personNumber" = 8`);
  return {
    membership: await measure(`update "GroupMember" set "isImported" = true where "personNumber" = 7`),
    role: await measure(`update "CustomRole" set "version" = "version" + 1 where "number" = 1`),
  };
}

/** One person of `ids` in turn, through the query that screens and doors ask. */
export const onePersonOf = (ctx: Context, ids: readonly string[]) => (run: number) =>
  readPersonAccess(ctx, { id: ids[run % ids.length] });

/** Who can, and the first page: through the queries that screens and doors ask. */
export const queriesOf = (ctx: Context, permission: string) =>
  timedInTurn({ who: () => readWho(ctx, { permission }), people: () => readPeople(ctx, {}) }, { runs: 120 });

/** The statements of the people's pages, explained, beside look-ups by primary key. */
export async function pagesOf(
  client: pg.Client,
  { population }: AccessIndex,
  workspaceId: string,
  search: string,
) {
  const pageAt = (from: number) => Array.from(population.numbers.subarray(from, from + shown));
  const deep = Math.min(shown * 999, Math.max(0, population.count - shown));
  const last = { name: textAt(population.names, deep - 1), id: textAt(population.ids, deep - 1) };
  const by = async (work: Parameters<typeof statementsOf>[0]) => explained(client, await statementsOf(work));
  const key = (numbers: readonly number[]) =>
    explained(client, [
      { text: 'select * from "Person" where "number" = any($1::int[])', values: [numbers] },
    ]);
  return {
    keyOfOne: await key(pageAt(0).slice(0, 1)),
    keyOfPage: await key(pageAt(0)),
    keyOfDeepPage: await key(pageAt(deep)),
    first: await by((caught) => listByNumber(caught, { workspaceId, numbers: pageAt(0) })),
    deep: await by((caught) => listByNumber(caught, { workspaceId, numbers: pageAt(deep) })),
    deepByName: await by((caught) => findNumberBehind(caught, { workspaceId, after: last })),
    search: await by((caught) => searchNumbers(caught, { workspaceId, search, limit: 1001 })),
    searchByName: await by((caught) =>
      searchPeople(caught, { workspaceId, search, after: null, limit: shown + 1 }),
    ),
  };
}
