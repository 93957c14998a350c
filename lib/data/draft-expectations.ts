import 'server-only';
import type { Db } from './db';
import { loadFacts } from './load-facts';
import type { Context } from '#lib/domain/context';
import type { FailingAfter } from '#lib/domain/drafts/failing-after';
import { accessAfter } from '#lib/domain/rbac/everyone/changed-people';
import { evaluateExpectations } from '#lib/domain/rbac/expectations/evaluate-expectations';
import { expectationSentence, foundWords } from '#lib/domain/rbac/expectations/expectation-words';
import { openExpectations } from '#lib/domain/rbac/expectations/expectations-standing';
import type { AccessDifference } from './access-difference';

/** Which expectations would fail after what was compared, in their order. */
export async function failingAfter(
  ctx: Context,
  db: Db,
  compared: AccessDifference,
): Promise<FailingAfter[]> {
  const facts = await loadFacts(ctx, db);
  const { list } = facts.expectations;
  if (list.length === 0) return [];
  const { population, book, everyone } = accessAfter(compared);
  const standpoints = { groups: book.groups, bits: compared.index.rules.bits };
  const verdicts = new Map(
    evaluateExpectations(list, everyone, population, standpoints).map(({ people: _people, ...judgement }) => [
      judgement.id,
      judgement,
    ]),
  );
  const judged = list.map((one) => ({ ...one, ...verdicts.get(one.id) }));
  // The same facts with other judgements, so that what was accepted is held against what would be found.
  const after = { ...facts, expectations: { ...facts.expectations, list: judged } };
  const open = new Set(openExpectations(after).map(({ id }) => id));
  const names = { groups: facts.access.groups, permissions: facts.guide.permissions };
  return judged.flatMap((one, at) => {
    if (one.holds) return [];
    const before = list[at];
    return {
      id: one.id,
      sentence: expectationSentence(one, names),
      found: foundWords(one, one, names) ?? '',
      accepted: !open.has(one.id),
      byDraft: before === undefined || before.holds || one.count > before.count,
    };
  });
}
