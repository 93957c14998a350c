import 'server-only';
import type { Context } from '#lib/domain/context';
import { newlyBreaking, type FailingAfter } from '#lib/domain/drafts/failing-after';
import { accessAfter } from '#lib/domain/rbac/everyone/changed-people';
import { textAt } from '#lib/domain/rbac/everyone/text-column';
import {
  evaluateExpectations,
  type Judgement,
  type Verdict,
} from '#lib/domain/rbac/expectations/evaluate-expectations';
import type { Expectation } from '#lib/domain/rbac/expectations/expectation';
import { expectationSentence, foundWords } from '#lib/domain/rbac/expectations/expectation-words';
import type { PermissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import type { Population } from '#lib/domain/rbac/everyone/population';
import type { Everyone } from '#lib/domain/rbac/everyone/resolve-everyone';
import type { RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import { openExpectations } from '#lib/domain/rbac/expectations/expectations-standing';
import type { AccessDifference } from './access-difference';
import type { AccessIndex } from './access-index';
import type { Db } from './db';
import { findExpectations } from './expectations';
import { loadFacts } from './load-facts';

const peopleNamed = 3;

/** Which expectations would fail after what was compared, in their order. */
export const failingAfter = (ctx: Context, db: Db, compared: AccessDifference): Promise<FailingAfter[]> =>
  failingBetween(ctx, db, compared.index, () => accessAfter(compared));

/** Everybody at one time, and by which rules. */
type Side = { population: Population; book: RuleBook; everyone: Everyone };

/** Which expectations would fail once everybody of `index` is as `after` gives them; asked only where any is. */
export async function failingBetween(
  ctx: Context,
  db: Db,
  index: AccessIndex,
  after: () => Side,
): Promise<FailingAfter[]> {
  if ((await findExpectations(db, ctx)).list.length === 0) return [];
  const facts = await loadFacts(ctx, db);
  const { list } = facts.expectations;
  const { bits } = index.rules;
  const then = after();
  const found = verdicts(list, then, bits);
  const judged = list.map((one) => ({ ...one, ...judgementOf(found.get(one.id)) }));
  // Only where one fails before and after does it matter who broke it already.
  const failing = list.filter(({ id, holds }) => !holds && found.get(id)?.holds === false);
  const now = verdicts(failing, index, bits);
  // The same facts with other judgements, so that what was accepted is held against what would be found.
  const open = new Set(
    openExpectations({ ...facts, expectations: { ...facts.expectations, list: judged } }).map(({ id }) => id),
  );
  const names = { groups: facts.access.groups, permissions: facts.guide.permissions };
  const people = (of: Verdicts, { population }: Side, id: string) => ({
    people: of.get(id)?.people ?? [],
    numbers: population.numbers,
  });
  return judged.flatMap((one) => {
    if (one.holds) return [];
    const { id } = one;
    const breaking = newlyBreaking(people(now, index, id), people(found, then, id));
    return {
      id,
      sentence: expectationSentence(one, names),
      found: foundWords(one, one, names) ?? '',
      accepted: !open.has(id),
      byDraft: !now.has(id) || breaking.length > 0,
      failsNow: now.has(id),
      breaking: breaking.length,
      people: breaking.slice(0, peopleNamed).map((position) => personAt(then, position)),
    };
  });
}

type Verdicts = ReadonlyMap<string, Verdict>;

function verdicts(
  list: readonly Expectation[],
  { population, book, everyone }: Side,
  bits: PermissionBits,
): Verdicts {
  if (list.length === 0) return new Map();
  const standpoints = { groups: book.groups, bits, shown: Infinity };
  const all = evaluateExpectations(list, everyone, population, standpoints);
  return new Map(all.map((one) => [one.id, one]));
}

function judgementOf(verdict: Verdict | undefined): Partial<Judgement> {
  if (!verdict) return {};
  const { people: _people, ...judgement } = verdict;
  return judgement;
}

const personAt = ({ population }: Side, position: number) => ({
  id: textAt(population.ids, position),
  name: textAt(population.names, position),
});
