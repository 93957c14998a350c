import 'server-only';
import { z } from 'zod';
import { defineMachineCommand } from '#lib/commands/define-machine-command';
import { saveMachines } from '#lib/data/machines';
import { listReleasedSums } from '#lib/data/released-sums';
import { placeReceipts } from '#lib/domain/receipts/place-receipts';
import { readReceipts } from '#lib/domain/receipts/read-receipts';
import { ok } from '#lib/domain/result';

/**
 * Takes what machines say they have: one receipt, a list, or one on each line. All of them or none. The newest receipt
 * of a machine takes the place of the one before.
 */
export const receiveReceipts = defineMachineCommand({
  capability: 'receipt.write',
  input: z.strictObject({ text: z.string() }),
  output: z.object({ machines: z.int(), matches: z.int(), older: z.int(), differs: z.int() }),
  async run({ ctx: { workspaceId, now }, tx, input: { text } }) {
    const read = readReceipts(text);
    if (!read.ok) return read;
    const numbers = [...new Set(read.value.map(({ release }) => release))];
    const placed = placeReceipts(read.value, await listReleasedSums(tx, { workspaceId, numbers }));
    if (!placed.ok) return placed;
    const { current, reports } = placed.value;
    await saveMachines(tx, { workspaceId, reports, now });
    const matches = reports.filter(({ holds }) => holds === current).length;
    const differs = reports.filter(({ holds }) => holds === null).length;
    return ok({
      ...{ machines: reports.length, matches, differs },
      older: reports.length - matches - differs,
    });
  },
});
