import {
  expectationsContent,
  failingWords,
  holdingWords,
} from '#lib/domain/rbac/expectations/expectations-standing';
import { coverageStanding } from '#lib/domain/receipts/coverage-standing';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { ownerOf, type Standing } from '#lib/domain/rollout/standing';
import type { TaskDefinition } from '#lib/domain/rollout/task';
import type { CheckResult } from './check';
import type { CheckDefinition } from './check-definition';
import { itemStatuses, type ItemStatus } from './check-status';

/** The task that brings what a check looks at. */
const neededBy: Readonly<Record<CheckDefinition['items'], string | null>> = {
  once: null,
  systems: null,
  access: 'roles.default',
  file: 'configuration.requirements',
};

/**
 * Where a check stands: blocked while there is nothing to look at yet, stale while what a result rests on has
 * changed, in progress while an item is open or differs, done once every item is as expected or not used.
 *
 * Once a configuration was released, what machines say decides the check of files.
 *
 * Where somebody said what is expected of access, the check of access is decided by whether all of it holds; what
 * was seen counts besides, and nobody has to look at every profile.
 */
export function checkStanding(taskId: string, check: CheckDefinition, facts: RolloutFacts): Standing {
  if (check.items === 'file' && facts.shipping) return coverageStanding(facts.shipping, facts.now);
  const items = itemStatuses(taskId, check, facts);
  const results = items.flatMap(({ result }) => result ?? []);
  const version = results.reduce((sum, result) => sum + result.version, 0);
  const content = contentOf(results);
  if (items.length === 0) return { ...blocked(check, facts), version, content };
  if (check.items === 'access' && facts.expectations.list.length > 0) {
    const both = { seen: content, expected: expectationsContent(facts) };
    return { ...expectedSummary(items, facts), version: version + facts.expectations.version, content: both };
  }
  return { ...summary(items), version, content };
}

/** What a signature covers of the results, in an order that does not depend on who is planned first. */
const contentOf = (results: readonly CheckResult[]) =>
  results
    .toSorted((one, other) => (one.item < other.item ? -1 : 1))
    .map(({ item, outcome, observed, permissions, restsOn, at, by }) => ({
      ...{ item, outcome, observed, permissions, restsOn, by },
      at: at.toISOString(),
    }));

function expectedSummary(items: readonly ItemStatus[], facts: RolloutFacts): Summary {
  const failing = failingWords(facts);
  if (failing !== null) return { state: 'in_progress', reason: failing, finding: true };
  const seen = items.filter(({ state }) => state !== 'todo');
  const differing = seen.filter(({ state }) => state === 'differs' || state === 'stale');
  return differing.length > 0 ? summary(seen) : { state: 'done', reason: holdingWords(facts) };
}

type Summary = Pick<Standing, 'state' | 'reason' | 'finding' | 'blockedBy'>;

function blocked({ items }: CheckDefinition, facts: RolloutFacts): Summary {
  const needed = taskOf(neededBy[items], facts);
  if (!needed) return { state: 'todo', reason: 'There is nothing to look at yet.' };
  const { id, rows, title, duty } = needed;
  const [row = ''] = rows;
  const reason = `${row} ${title} is not done yet.`;
  return {
    state: 'blocked',
    reason,
    blockedBy: { key: id, row, label: title, owner: ownerOf(duty, facts) },
  };
}

function taskOf(taskId: string | null, { guide }: RolloutFacts): TaskDefinition | undefined {
  return guide.steps.flatMap((step) => step.tasks).find(({ id }) => id === taskId);
}

function summary(items: readonly ItemStatus[]): Summary {
  const of = (state: ItemStatus['state']) => items.filter((item) => item.state === state);
  const [stale] = of('stale');
  if (stale) return { state: 'stale', reason: stale.reason };
  const differing = of('differs').map(({ planned }) => planned.label);
  if (differing.length > 0) {
    const reason = `Found to differ: ${differing.join(', ')}.`;
    return { state: 'in_progress', reason, finding: true };
  }
  const open = of('todo').map(({ planned }) => planned.label);
  if (open.length === items.length) return { state: 'todo', reason: 'Nobody has looked yet.' };
  if (open.length > 0) return { state: 'in_progress', reason: `Still to look at: ${open.join(', ')}.` };
  if (of('done').length > 0) return { state: 'done', reason: null };
  return { state: 'in_progress', reason: 'Nothing of it is used here, so nothing was seen to work.' };
}
