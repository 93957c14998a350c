import { err, ok, type Result } from '#lib/domain/result';
import { compareReceipt, type Held, type ReleasedSums } from './compare-receipt';
import { wrongReceipts, type ReceiptError } from './read-receipts';
import type { Receipt } from './receipt';

/** A receipt, and what its machine has by it. */
export type PlacedReceipt = Held & { receipt: Receipt };

type Placed = { current: string; reports: PlacedReceipt[] };

/**
 * What each machine has, by its last receipt among `receipts`; `releases` holds those the receipts name, the current
 * one first.
 *
 * Fails with `invalid_input` where a receipt is about a release that is none here: nobody could say what it means.
 */
export function placeReceipts(
  receipts: readonly Receipt[],
  releases: readonly (ReleasedSums & { number: number })[],
): Result<Placed, ReceiptError> {
  const [current] = releases;
  if (!current) return err(wrongReceipts(['Nothing was released here yet.']));
  const byNumber = new Map(releases.map((release) => [release.number, release]));
  const byMachine = new Map<string, PlacedReceipt>();
  const problems: string[] = [];
  for (const [at, receipt] of receipts.entries()) {
    const looked = byNumber.get(receipt.release);
    if (looked?.sha256 === receipt.content) {
      byMachine.set(receipt.machine, { receipt, ...compareReceipt(receipt, { current, looked }) });
    } else {
      problems.push(
        `Receipt ${String(at + 1)}: release ${String(receipt.release)} of this content is none of this workspace.`,
      );
    }
  }
  if (problems.length > 0) return err(wrongReceipts(problems));
  return ok({ current: current.sha256, reports: [...byMachine.values()] });
}
