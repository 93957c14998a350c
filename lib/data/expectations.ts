import 'server-only';
import { z } from 'zod';
import {
  evaluateExpectations,
  type Judgement,
  type Verdict,
} from '#lib/domain/rbac/expectations/evaluate-expectations';
import {
  storedExpectation,
  type Expectation,
  type ExpectationList,
} from '#lib/domain/rbac/expectations/expectation';
import type { ExpectationFacts } from '#lib/domain/rbac/expectations/expectation-facts';
import { Prisma } from '#prisma-client';
import type { AccessIndex } from './access-index';
import type { Db } from './db';
import { onePart } from './facts-part';

type Here = { workspaceId: string };

const stored = z.object({ list: z.array(storedExpectation), version: z.number() });

/** The list as it is written. */
export const expectationsPart = onePart(
  Prisma.sql`select "list", "version" from "AccessExpectations" where "workspaceId" = w.id`,
  stored.nullable(),
);

/** What is expected in a workspace, in order. */
export async function findExpectations(db: Db, { workspaceId }: Here): Promise<ExpectationList> {
  const row = await db.accessExpectations.findUnique({ where: { workspaceId } });
  return row === null ? { list: [], version: 0 } : stored.parse(row);
}

/** Stores the whole list at `version`. */
export async function saveExpectations(
  db: Db,
  { workspaceId, list, ...row }: Here & ExpectationList & { changedAt: Date; changedBy: string },
): Promise<void> {
  const values = { list: list.map((one) => ({ ...one })), ...row };
  await db.accessExpectations.upsert({
    where: { workspaceId },
    create: { workspaceId, ...values },
    update: values,
  });
}

/** Each of `list` against everybody of `index`, with the first who break it. */
export const judge = (
  list: readonly Expectation[],
  { everyone, population, book, rules }: AccessIndex,
): Verdict[] => evaluateExpectations(list, everyone, population, { groups: book.groups, bits: rules.bits });

/** The last list that was judged against an index, as text, and what came of it. */
const judged = new WeakMap<AccessIndex, { text: string; judgements: readonly Judgement[] }>();

/** The list with whether each holds: found again only when the list or the index is another one. */
export function expectationFacts(row: ExpectationList | null, index: AccessIndex): ExpectationFacts {
  const { list, version } = row ?? { list: [], version: 0 };
  const text = JSON.stringify(list);
  const known = judged.get(index);
  const judgements =
    known?.text === text
      ? known.judgements
      : judge(list, index).map(({ people: _people, ...judgement }) => judgement);
  judged.set(index, { text, judgements });
  const found = new Map(judgements.map((judgement) => [judgement.id, judgement]));
  return {
    list: list.flatMap((one) => {
      const judgement = found.get(one.id);
      return judgement ? [{ ...one, ...judgement }] : [];
    }),
    version,
  };
}
