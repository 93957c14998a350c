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
import { openExpectations } from '#lib/domain/rbac/expectations/expectations-standing';
import type { AccessDifference } from './access-difference';
import type { Db } from './db';
import { loadFacts } from './load-facts';

const peopleNamed = 3;

/** Which expectations would fail after what was compared, in their order. */
export async function failingAfter(
  ctx: Context,
  db: Db,
  compared: AccessDifference,
): Promise<FailingAfter[]> {
  const facts = await loadFacts(ctx, db);
  const { list } = facts.expectations;
  if (list.length === 0) return [];
  const after = verdictsAfter(list, compared);
  const judged = list.map((one) => ({ ...one, ...judgementOf(after.get(one.id)) }));
  // Only where one fails before and after does it matter who broke it already.
  const now = verdictsNow(
    list.filter(({ id, holds }) => !holds && after.get(id)?.holds === false),
    compared,
  );
  // The same facts with other judgements, so that what was accepted is held against what would be found.
  const open = new Set(
    openExpectations({ ...facts, expectations: { ...facts.expectations, list: judged } }).map(({ id }) => id),
  );
  const names = { groups: facts.access.groups, permissions: facts.guide.permissions };
  return judged.flatMap((one) => {
    if (one.holds) return [];
    const before = now.get(one.id);
    const people = newlyBreaking(before?.people ?? [], after.get(one.id)?.people ?? []);
    return {
      id: one.id,
      sentence: expectationSentence(one, names),
      found: foundWords(one, one, names) ?? '',
      accepted: !open.has(one.id),
      byDraft: before === undefined || people.length > 0,
      failsNow: before !== undefined,
      breaking: people.length,
      people: people.slice(0, peopleNamed).map((position) => personAt(compared, position)),
    };
  });
}

type Verdicts = ReadonlyMap<string, Verdict>;

const byId = (verdicts: readonly Verdict[]): Verdicts => new Map(verdicts.map((one) => [one.id, one]));

function verdictsAfter(list: readonly Expectation[], compared: AccessDifference): Verdicts {
  const { population, book, everyone } = accessAfter(compared);
  const { bits } = compared.index.rules;
  return byId(
    evaluateExpectations(list, everyone, population, { groups: book.groups, bits, shown: Infinity }),
  );
}

function verdictsNow(list: readonly Expectation[], { index }: AccessDifference): Verdicts {
  if (list.length === 0) return new Map();
  const { population, book, everyone, rules } = index;
  const standpoints = { groups: book.groups, bits: rules.bits, shown: Infinity };
  return byId(evaluateExpectations(list, everyone, population, standpoints));
}

function judgementOf(verdict: Verdict | undefined): Partial<Judgement> {
  if (!verdict) return {};
  const { people: _people, ...judgement } = verdict;
  return judgement;
}

const personAt = ({ index: { population } }: AccessDifference, position: number) => ({
  id: textAt(population.ids, position),
  name: textAt(population.names, position),
});
