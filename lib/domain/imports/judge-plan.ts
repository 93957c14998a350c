import { sumOf } from './import-counts';
import type { ImportPlan } from './import-view';
import { err, ok, type Result } from '#lib/domain/result';

type Wanted = { skipRejected: boolean; removals: number | null };

/** Rows cannot be taken, and nobody said to leave them out. */
type RowsRejected = { code: 'rows_rejected'; message: string };
/** So much would go that its number must be given. */
type RemovalsUnconfirmed = { code: 'removals_unconfirmed'; message: string; removals: number };

/**
 * Whether a plan may be applied as it is wanted.
 *
 * `rows_rejected` while rows are bad and are not to be skipped; `removals_unconfirmed` where over 5 % of a kind
 * would go and the number given is not the number of removals.
 */
export function judgePlan(
  plan: ImportPlan,
  { skipRejected, removals }: Wanted,
): Result<null, RowsRejected | RemovalsUnconfirmed> {
  const { rejected, removed } = sumOf(plan.byKind);
  if (rejected > 0 && !skipRejected) {
    const rows = rejected === 1 ? '1 row' : `${rejected.toLocaleString('en')} rows`;
    const message = `${rows} cannot be taken. Mend the files, or leave these rows out.`;
    return err({ code: 'rows_rejected', message });
  }
  if (plan.toType === null || removals === removed) return ok(null);
  const number = removed.toLocaleString('en');
  const message = `It would remove ${number}, more than 5 % of a kind. Give the number ${number} of removals to go on.`;
  return err({ code: 'removals_unconfirmed', message, removals: removed });
}
