/** What the chain covers of one audit event. Dates are ISO strings, values are JSON. */
export type ChainedEvent = {
  workspaceId: string;
  sequence: number;
  id: string;
  at: string;
  actorId: string;
  actorName: string;
  via: string;
  requestId: string;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
};

/** What stands in place of a previous hash before the first event. */
export const chainStart = '0'.repeat(64);

/** JSON with sorted keys, so that the same value has one text wherever it was stored. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** What a hash covers; whatever else an event carries (the hashes themselves) stays outside. */
const coveredFields = [
  'workspaceId',
  'sequence',
  'id',
  'at',
  'actorId',
  'actorName',
  'via',
  'requestId',
  'action',
  'subject',
  'before',
  'after',
] as const satisfies readonly (keyof ChainedEvent)[];

/**
 * The hash of one event: SHA-256 over the previous hash, a line feed, and the event's canonical JSON.
 *
 * Anyone with an export can recompute it: no secret takes part.
 */
export function chainHash(
  event: ChainedEvent,
  previousHash: string,
  sha256: (text: string) => string,
): string {
  const covered = Object.fromEntries(coveredFields.map((field) => [field, event[field]]));
  return sha256(`${previousHash}\n${canonicalJson(covered)}`);
}

/** The first sequence number at which a chain does not hold, or null where all of it holds. */
export function findBreak(
  events: Iterable<ChainedEvent & { previousHash: string; hash: string }>,
  sha256: (text: string) => string,
): number | null {
  let previousHash = chainStart;
  let expected = 1;
  for (const event of events) {
    const holds =
      event.sequence === expected &&
      event.previousHash === previousHash &&
      event.hash === chainHash(event, previousHash, sha256);
    if (!holds) return expected;
    previousHash = event.hash;
    expected += 1;
  }
  return null;
}
