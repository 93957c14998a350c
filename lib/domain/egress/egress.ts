import { canonicalJson } from '#lib/domain/audit/chain';
import { fewestBlocks, without, type Drift } from './compare-ranges';

/** A list of ranges as states follow from it: how many entries, and the digest of its addresses. */
export type RangesDigest = { count: number; digest: string };

/** What is stored of the egress ranges, as far as a state follows from it. */
export type Egress = {
  /** What the company's allow list holds; version 0 and null until it was written. */
  allowList: { version: number; list: RangesDigest | null };
  /** The last published file that was read whole. */
  publication: (RangesDigest & { publishedAt: Date | null; readAt: Date }) | null;
  /** How many blocks are missing and too many; null until both lists are there. */
  drift: { missing: number; surplus: number } | null;
};

/** Nothing was ever read or written. */
export const noEgress: Egress = { allowList: { version: 0, list: null }, publication: null, drift: null };

/** The digest of a list's addresses: however it is written, the same addresses have the same one. */
export const digestRanges = (cidrs: readonly string[], sha256: (text: string) => string): RangesDigest => ({
  count: cidrs.length,
  digest: sha256(canonicalJson(fewestBlocks(cidrs))),
});

/** How many blocks a drift has on either side. */
export const driftSizes = (drift: Drift | null): Egress['drift'] =>
  drift && { missing: drift.missing.length, surplus: drift.surplus.length };

/** Where a published file came from. */
export const publicationSources = ['upload', 'fetch'] as const;

export type PublicationSource = (typeof publicationSources)[number];

const recordedBlocks = 500;

/** What was added to a list and taken from it, for the audit log: all by number, the first ones in full. */
export const recordedChange = (before: readonly string[], after: readonly string[]) => ({
  added: without(after, before, recordedBlocks),
  removed: without(before, after, recordedBlocks),
});

/** "3 ranges missing, 1 surplus"; null where there is no drift. */
export function driftWords(drift: Egress['drift']): string | null {
  if (!drift) return null;
  const { missing, surplus } = drift;
  const parts = [
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'range' : 'ranges'} missing`] : []),
    ...(surplus > 0 ? [`${surplus}${missing > 0 ? '' : surplus === 1 ? ' range' : ' ranges'} surplus`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
