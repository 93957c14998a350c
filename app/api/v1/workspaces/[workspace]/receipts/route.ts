import { receiveReceipts } from '#lib/commands/receipts/receive-receipts';
import { toJsonFileRoute } from '#lib/shell/http-route';

/** A thousand receipts of a usual fleet take a few megabytes. */
const maxBytes = 8 * 1024 * 1024;

export const POST = toJsonFileRoute(receiveReceipts, maxBytes);
