import { localDay } from '#lib/domain/local-day';
import type { Duty } from '#lib/domain/owners/owner';
import { notFound } from '#lib/domain/errors';
import { err, ok, type Result } from '#lib/domain/result';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { ownerOf } from '#lib/domain/rollout/standing';
import { acceptableOf } from './acceptable';
import type { Acceptance } from './acceptance';

/** Who accepts, with the duties held by app role or by name. */
export type Acceptor = { name: string; held: readonly Duty[] };

/** The acceptance is another duty's to give or take back. */
export type NotYourDuty = { code: 'not_your_duty'; message: string; duty: Duty; owner: string | null };

/** Why something is not accepted, whoever asks. */
export type NotAcceptable =
  | { code: 'not_found'; message: string }
  | { code: 'already_ended'; message: string }
  | { code: 'end_needed'; message: string; fields: { endsOn: string[] } };

/** Whether somebody holds the governance duty, which alone accepts. */
export const mayAccept = ({ held }: Pick<Acceptor, 'held'>): boolean => held.includes('governance');

function refuseOthers(member: Acceptor, facts: RolloutFacts): Result<null, NotYourDuty> {
  if (mayAccept(member)) return ok(null);
  const { name } = ownerOf('governance', facts);
  const { label } = facts.guide.duties.governance;
  const message = `The ${label} decides this: ${name ?? 'nobody is named yet'}.`;
  return err({ code: 'not_your_duty', message, duty: 'governance', owner: name });
}

/**
 * The acceptance of `subject`, given for all it rests on as that is now.
 *
 * Fails with `not_found` where there is nothing of the kind to accept, with `not_your_duty` for anybody who does
 * not hold the governance duty, the workspace owner included, with `end_needed` for a finding without a last day,
 * and with `already_ended` for a last day that is over. `acceptable` is what the subject is about, where it does not
 * follow from the facts.
 */
export function acceptRisk(
  subject: string,
  word: { acceptor: Acceptor; reason: string; endsOn: string | null },
  facts: RolloutFacts,
  acceptable = acceptableOf(subject, facts),
): Result<Acceptance, NotYourDuty | NotAcceptable> {
  const { acceptor, reason, endsOn } = word;
  const allowed = refuseOthers(acceptor, facts);
  if (!allowed.ok) return allowed;
  if (!acceptable) return err(notFound);
  if (endsOn === null && acceptable.needsEnd) {
    const message = 'Give the last day on which this is accepted.';
    return err({ code: 'end_needed', message, fields: { endsOn: [message] } });
  }
  if (endsOn !== null && endsOn < localDay(facts.now, facts.timeZone)) {
    return err({ code: 'already_ended', message: 'Give a last day that is not over yet.' });
  }
  return ok({
    subject,
    kind: 'given',
    reason,
    endsOn,
    restsOn: acceptable.basis,
    at: facts.now,
    by: acceptor.name,
    version: (facts.acceptances.get(subject)?.version ?? 0) + 1,
  });
}

/**
 * The acceptance after taking it back. Fails with `not_accepted` where there is none to take back, and with
 * `not_your_duty` for anybody who does not hold the governance duty.
 */
export function withdrawAcceptance(
  subject: string,
  { acceptor, reason }: { acceptor: Acceptor; reason: string },
  facts: RolloutFacts,
): Result<Acceptance, NotYourDuty | { code: 'not_accepted'; message: string }> {
  const allowed = refuseOthers(acceptor, facts);
  if (!allowed.ok) return allowed;
  const current = facts.acceptances.get(subject);
  if (current?.kind !== 'given') {
    return err({
      code: 'not_accepted',
      message: 'Nobody has accepted it, so there is nothing to take back.',
    });
  }
  const { name: by } = acceptor;
  const { restsOn, version } = current;
  return ok({
    subject,
    kind: 'withdrawn',
    reason,
    endsOn: null,
    restsOn,
    at: facts.now,
    by,
    version: version + 1,
  });
}
