import { acceptanceContent, acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { findingId, subjectOf } from '#lib/domain/rbac/findings/finding';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import type { JudgedExpectation } from './expectation-facts';
import { expectationSentence, foundWords } from './expectation-words';

/** What an acceptance of a failing expectation is filed under. */
export const expectationSubject = (id: string): string =>
  subjectOf({ id: findingId('expectation', id), kind: 'expectation' });

/** The expectations that fail, and that the governance owner has not accepted. */
export const openExpectations = (facts: RolloutFacts): readonly JudgedExpectation[] =>
  facts.expectations.list.filter(
    ({ id, holds }) => !holds && acceptanceStatus(expectationSubject(id), facts).state !== 'standing',
  );

/** Those that fail although the governance owner has accepted it. */
const acceptedCount = (facts: RolloutFacts): number =>
  facts.expectations.list.filter(({ holds }) => !holds).length - openExpectations(facts).length;

const shown = 3;

/** What fails and is not accepted, as sentences; null where nothing does. */
export function failingWords(facts: RolloutFacts): string | null {
  const open = openExpectations(facts);
  if (open.length === 0) return null;
  const names = { groups: facts.access.groups, permissions: facts.guide.permissions };
  const told = open.slice(0, shown).map((one) => {
    const found = foundWords(one, one, names);
    return `${expectationSentence(one, names)}${found === null ? '.' : `: ${found}`}`;
  });
  const rest = open.length - told.length;
  const count = open.length === 1 ? '1 expectation fails.' : `${open.length} expectations fail.`;
  return [count, ...told, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

/** That everything holds, or is accepted, in one sentence. */
export function holdingWords(facts: RolloutFacts): string {
  const { length } = facts.expectations.list;
  const accepted = acceptedCount(facts);
  const holding = length - accepted;
  const all = length === 1 ? 'The one expectation holds.' : `All ${length} expectations hold.`;
  return accepted === 0 ? all : `${holding} of ${length} expectations hold, ${accepted} accepted.`;
}

/** What a signature covers: what is expected, whether it holds, and what was accepted. */
export const expectationsContent = (facts: RolloutFacts): unknown =>
  facts.expectations.list.map(({ id, kind, group, permission, people, holds }) => ({
    ...{ id, kind, group, permission, people, holds },
    accepted: holds ? null : acceptanceContent(expectationSubject(id), facts),
  }));

/** Where the task about expectations stands: done because they hold, or because a failing one is accepted. */
export function expectationsStanding(facts: RolloutFacts): Standing {
  const { list, version } = facts.expectations;
  const content = expectationsContent(facts);
  if (list.length === 0) {
    return { state: 'todo', reason: 'Nobody has said yet what must hold.', version, content };
  }
  const failing = failingWords(facts);
  if (failing !== null) return { state: 'in_progress', reason: failing, finding: true, version, content };
  return { state: 'done', reason: holdingWords(facts), version, content };
}
