import 'server-only';
import { z } from 'zod';
import { permissions as catalog } from '#lib/catalog/permissions';
import { accessIndex, type AccessIndex } from '#lib/data/access-index';
import { InvalidInput } from '#lib/domain/errors';
import { levelAt } from '#lib/domain/rbac/everyone/permission-bits';
import { pageOf, tally, type Tally } from '#lib/domain/rbac/everyone/who-can';
import { whoCsvHead, whoCsvLine } from '#lib/domain/rbac/people-csv';
import { cursorBehind, peopleCursor, peoplePageSize } from '#lib/domain/rbac/people-pages';
import { csvFile, inChunks } from './csv-file';
import { defineQuery } from './define-query';
import { rowsAt, type PersonRow } from './people-rows';
import { perIndex } from '#lib/data/per-index';
import { positionBehind } from './selected-people';

const asked = {
  permission: z.string().min(1).max(100),
  level: z.coerce.number().int().min(1).max(31).default(1),
};

type Asked = { permission: string; level: number };

const tallies = perIndex<Tally | null>();

/** Who has a permission, counted once for all pages; throws for one that neither guide nor any role names. */
function tallyOf(index: AccessIndex, { permission, level }: Asked): Tally | null {
  const { bits } = index.rules;
  const levels = bits.places.get(permission)?.levels ?? 0;
  if (levels === 0 && !Object.hasOwn(catalog, permission)) {
    throw new InvalidInput({ permission: ['There is no such permission.'] });
  }
  if (level > levels) throw new InvalidInput({ level: [`${permission} has no level ${String(level)}.`] });
  const count = () => tally(index.everyone, bits, { permission, level });
  return tallies(index, `${String(level)} ${permission}`, count);
}

function positionsFrom(
  { everyone, rules }: AccessIndex,
  counted: Tally | null,
  { from, limit }: { from: number; limit: number },
): number[] {
  return counted ? pageOf(everyone, rules.bits, { counted, from, limit }) : [];
}

function withLevel(
  { everyone, rules: { bits } }: AccessIndex,
  { position, ...person }: PersonRow,
  key: string,
) {
  const place = bits.places.get(key);
  const level = place ? levelAt(everyone.masks, position * bits.words, place) : 0;
  return { id: person.id, name: person.name, email: person.email, level };
}

/**
 * Who has a permission, at `level` or more: how many exactly, and the first of them by name, a page at a time.
 * `cursor` is that of the following page, null on the last one.
 */
export const readWho = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ ...asked, cursor: peopleCursor.optional() }),
  output: z.object({
    count: z.int(),
    people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), level: z.int() })),
    cursor: z.string().nullable(),
  }),
  async run({ ctx: { workspaceId }, db, input: { cursor = null, ...question } }) {
    const index = await accessIndex(db, { workspaceId });
    const counted = tallyOf(index, question);
    const from = await positionBehind(db, index, { workspaceId, after: cursor });
    const found = positionsFrom(index, counted, { from, limit: peoplePageSize + 1 });
    const rows = await rowsAt(db, index, { workspaceId, positions: found.slice(0, peoplePageSize) });
    const last = rows.at(-1);
    return {
      count: counted?.total ?? 0,
      people: rows.map((row) => withLevel(index, row, question.permission)),
      cursor: found.length > peoplePageSize && last ? cursorBehind({ ...last, at: last.position }) : null,
    };
  },
});

/** Everybody who has a permission, as a CSV file. */
export const readWhoCsv = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject(asked),
  output: csvFile,
  async run({ ctx: { workspaceId }, db, input }) {
    const index = await accessIndex(db, { workspaceId });
    const counted = tallyOf(index, input);
    const positions = positionsFrom(index, counted, { from: 0, limit: index.population.count });
    return {
      name: `who-can-${input.permission.replace(/[^\w.-]/g, '_')}.csv`,
      chunks: inChunks(whoCsvHead, positions, async (part) => {
        const rows = await rowsAt(db, index, { workspaceId, positions: part });
        return rows.map((row) => whoCsvLine(withLevel(index, row, input.permission))).join('');
      }),
    };
  },
});
