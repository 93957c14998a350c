import { excludeCidr, mergeCidr } from 'cidr-tools';

/** What an allow list lacks of what is published, and what it holds beyond it; both as the fewest blocks. */
export type Drift = { missing: string[]; surplus: string[] };

/** Nothing is missing and nothing is too much. */
export const noDrift: Drift = { missing: [], surplus: [] };

/** The fewest blocks that hold exactly the addresses of `cidrs`, IPv4 first, lowest first. */
export const fewestBlocks = (cidrs: readonly string[]): string[] => mergeCidr([...cidrs]);

/** The fewest blocks that hold the addresses of `cidrs` that are in none of `others`. */
export const without = (cidrs: readonly string[], others: readonly string[]): string[] =>
  cidrs.length === 0 ? [] : mergeCidr(excludeCidr([...cidrs], [...others]));

/**
 * The difference between two lists as sets of addresses.
 *
 * How a list is written makes none: split, merged, reordered and repeated ranges are the same set. Both lists
 * hold ranges as `readCidr` gives them.
 */
export const compareRanges = (published: readonly string[], allowed: readonly string[]): Drift => ({
  missing: without(published, allowed),
  surplus: without(allowed, published),
});
