import { changesAnything, sumOf } from './import-counts';
import type { ImportPlan } from './import-view';
import { err, ok, type Result } from '#lib/domain/result';

/** `seen` is the mark of the effect that was looked at; null where nobody has looked. */
type Wanted = { skipRejected: boolean; removals: number | null; seen?: string | null };

/** Rows cannot be taken, and nobody said to leave them out. */
type RowsRejected = { code: 'rows_rejected'; message: string };
/** So much would go that its number must be given. */
type RemovalsUnconfirmed = { code: 'removals_unconfirmed'; message: string; removals: number };
type EffectMoved = { code: 'effect_moved'; message: string };

/**
 * Whether a plan may be applied as it is wanted.
 *
 * `rows_rejected` while rows are bad and are not to be skipped; `removals_unconfirmed` where over 5 % of a kind
 * would go and the number given is not the number of removals; `effect_moved` where somebody saw another effect than
 * it would have. A plan that changes nothing meets nobody, whatever was seen.
 */
export function judgePlan(
  plan: ImportPlan,
  { skipRejected, removals, seen = null }: Wanted,
): Result<null, RowsRejected | RemovalsUnconfirmed | EffectMoved> {
  const { rejected, removed } = sumOf(plan.byKind);
  if (rejected > 0 && !skipRejected) {
    const rows = rejected === 1 ? '1 row' : `${rejected.toLocaleString('en')} rows`;
    const message = `${rows} cannot be taken. Mend the files, or leave these rows out.`;
    return err({ code: 'rows_rejected', message });
  }
  if (plan.toType === null || removals === removed) return sameEffect(plan, seen);
  const number = removed.toLocaleString('en');
  const message = `It would remove ${number}, more than 5 % of a kind. Give the number ${number} of removals to go on.`;
  return err({ code: 'removals_unconfirmed', message, removals: removed });
}

const moved =
  'Whom it would meet has changed since it was looked at. Below is whom it would meet now; apply it if that is still what you want.';

function sameEffect({ byKind, effect }: ImportPlan, seen: string | null): Result<null, EffectMoved> {
  const isSame = seen === null || effect === null || effect.mark === seen || !changesAnything(sumOf(byKind));
  return isSame ? ok(null) : err({ code: 'effect_moved', message: moved });
}
