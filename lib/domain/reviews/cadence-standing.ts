import { daysBetween, dayInWords } from '#lib/domain/calendar';
import { localDay } from '#lib/domain/local-day';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { cadenceWords, isOverdue } from './cadence';

/** Where the review cadence stands: to do until it is settled, stale once the date of the next review has passed. */
export function cadenceStanding(facts: RolloutFacts): Standing {
  const { every, nextOn, version } = facts.cadence;
  if (every === null || nextOn === null) {
    const reason = 'It is not settled how often governance looks.';
    return { state: 'todo', reason, version, content: null };
  }
  const today = localDay(facts.now, facts.timeZone);
  // The date moves on with every review, which is no reason to sign again.
  const content = { every };
  const day = dayInWords(nextOn, today);
  if (isOverdue(facts.cadence, today)) {
    const late = daysBetween(nextOn, today);
    const reason = `The review of ${day} is ${late === 1 ? '1 day' : `${late} days`} overdue.`;
    return { state: 'stale', reason, version, content };
  }
  const often = cadenceWords[every];
  return { state: 'done', reason: `${often}, next on ${day}.`, version, content };
}
