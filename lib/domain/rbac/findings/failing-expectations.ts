import { expectationSentence, foundWords } from '#lib/domain/rbac/expectations/expectation-words';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** Expectations that do not hold. */
export function findFailingExpectations({ access, guide, expectations }: RolloutFacts): Finding[] {
  const names = { groups: access.groups, permissions: guide.permissions };
  return expectations.list
    .filter(({ holds }) => !holds)
    .map((one) => ({
      id: findingId('expectation', one.id),
      kind: 'expectation',
      severity: 'error',
      title: expectationSentence(one, names),
      reason: `This is expected and does not hold. ${foundWords(one, one, names) ?? ''}`.trim(),
      fix: { words: 'Open the expectation', at: { kind: 'expectation', id: one.id, says: one.kind } },
      people: one.problem === null ? one.count : null,
      basis: [one.kind, one.group, one.permission, one.people, one.problem],
      taskId: 'roles.expectations',
    }));
}
