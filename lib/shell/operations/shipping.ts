import 'server-only';
import { z } from 'zod';
import { createDeliveryToken } from '#lib/commands/api-tokens/create-delivery-token';
import { revokeDeliveryToken } from '#lib/commands/api-tokens/revoke-delivery-token';
import { receiveReceipts } from '#lib/commands/receipts/receive-receipts';
import { setFleetSize } from '#lib/commands/receipts/set-fleet-size';
import { readCoverage, readMachines, readMachinesCsv } from '#lib/queries/coverage';
import { readDeliveryTokens } from '#lib/queries/delivery-tokens';
import { maxReceipts, receipt } from '#lib/domain/receipts/receipt';
import { readRelease, readReleaseFile } from '#lib/queries/releases';
import type { Operations } from './operation';

const { capability, output } = receiveReceipts;
const receipts = z.union([receipt, z.array(receipt).max(maxReceipts)]);

/** Releases on their way to machines, and which machines have them. */
export const shippingOperations = {
  '/releases/{number}': {
    get: {
      summary: 'A release with the sums of its files; the one that is current under latest',
      of: readRelease,
    },
  },
  '/releases/{number}/{file}': {
    get: {
      summary:
        'A file of a release, by its path in the bundle; all of it as bundle.zip, of one system as linux.zip, macos.zip or windows.zip; of the release that is current under latest',
      of: readReleaseFile,
      gives: 'application/octet-stream',
    },
  },
  '/receipts': {
    post: {
      summary: 'Receipts of machines: one, a list of up to 1,000, or one on each line',
      of: { capability, input: receipts, output },
    },
  },
  '/coverage': { get: { summary: 'How many machines have the current release', of: readCoverage } },
  '/coverage/machines': {
    get: {
      summary: 'Machines that differ, are older or silent, a page at a time',
      of: readMachines,
    },
  },
  '/coverage/machines.csv': {
    get: { summary: 'All machines that stand so, as a CSV file', of: readMachinesCsv, gives: 'text/csv' },
  },
  '/coverage/fleet': { put: { summary: 'Say how many machines of each system there are', of: setFleetSize } },
  '/delivery-tokens': {
    get: {
      summary: 'Tokens with which machines fetch releases, and what was fetched',
      of: readDeliveryTokens,
    },
    post: { summary: 'Make a token that fetches releases and sends receipts alone', of: createDeliveryToken },
  },
  '/delivery-tokens/{id}': { delete: { summary: 'Revoke a delivery token', of: revokeDeliveryToken } },
} as const satisfies Operations;
