import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { localDay } from '#lib/domain/local-day';
import { acceptableOf, type Acceptable } from './acceptable';
import type { Acceptance } from './acceptance';

/** Whether something is accepted now, and why it is not. */
export type AcceptanceStatus =
  | { state: 'none'; acceptance: null; reason: string }
  | { state: 'withdrawn' | 'ended' | 'stale'; acceptance: Acceptance; reason: string }
  | { state: 'standing'; acceptance: Acceptance; reason: null };

/**
 * Whether an acceptance holds now for what it is about. The first that is so decides: never accepted, taken back, what
 * it rests on has changed, its last day is over; else it stands. Total: what is found no longer (`acceptable` null)
 * has changed, and the acceptance counts again should it come back.
 */
export function statusOf(
  acceptance: Acceptance | undefined,
  acceptable: Pick<Acceptable, 'changes'> | null,
  { now, timeZone }: Pick<RolloutFacts, 'now' | 'timeZone'>,
): AcceptanceStatus {
  if (!acceptance) return { state: 'none', acceptance: null, reason: 'Nobody has accepted it yet.' };
  const { by, kind, endsOn } = acceptance;
  if (kind === 'withdrawn') {
    return { state: 'withdrawn', acceptance, reason: `${by} took the acceptance back.` };
  }
  const changes = acceptable?.changes(acceptance.restsOn) ?? ['It is not found any more.'];
  if (changes.length > 0) {
    return { state: 'stale', acceptance, reason: `${changes.join(' ')} ${by} accepted it before that.` };
  }
  if (endsOn !== null && endsOn < localDay(now, timeZone)) {
    return { state: 'ended', acceptance, reason: `${by} accepted it until ${endsOn}.` };
  }
  return { state: 'standing', acceptance, reason: null };
}

/** Whether `subject`, of the guide or a finding about access, is accepted now. */
export const acceptanceStatus = (subject: string, facts: RolloutFacts): AcceptanceStatus =>
  statusOf(facts.acceptances.get(subject), acceptableOf(subject, facts), facts);

/** What a signature covers of an acceptance: all that was said, without the present time; null where none stands. */
export function acceptanceContent(subject: string, facts: RolloutFacts): unknown {
  const acceptance = facts.acceptances.get(subject);
  if (acceptance?.kind !== 'given') return null;
  const { by, at, reason, endsOn, restsOn } = acceptance;
  return { by, at: at.toISOString(), reason, endsOn, restsOn };
}
