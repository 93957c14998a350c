/**
 * Where each permission stands in a mask. A permission takes as many bits as it has levels, and level n sets the
 * first n of them: then the bitwise or of two masks is the maximum of the levels. No permission crosses a word.
 */
export type PermissionBits = {
  /** Words of 32 bits in one mask. */
  words: number;
  keys: readonly string[];
  places: ReadonlyMap<string, PermissionPlace>;
};

/** The bits of one permission: `levels` of them from bit `shift` of word `word`. */
export type PermissionPlace = { word: number; shift: number; levels: number };

const wordBits = 32;
const most = 31;

/** The places of permissions, given how many levels each has (1 where it is only on or off; 31 at most). */
export function permissionBits(levels: ReadonlyMap<string, number>): PermissionBits {
  const places = new Map<string, PermissionPlace>();
  let next = 0;
  for (const [key, wanted] of levels) {
    const count = Math.min(Math.max(wanted, 1), most);
    if ((next % wordBits) + count > wordBits) next += wordBits - (next % wordBits);
    places.set(key, { word: Math.floor(next / wordBits), shift: next % wordBits, levels: count });
    next += count;
  }
  return { words: Math.max(1, Math.ceil(next / wordBits)), keys: [...places.keys()], places };
}

/** The bits of one permission at a level, within its word. */
export const bitsAt = ({ shift, levels }: PermissionPlace, level: number): number =>
  ((2 ** Math.min(level, levels) - 1) << shift) >>> 0;

/** The mask of `levels` (permission -> level); permissions without a place are passed over. */
export function maskOf(levels: Iterable<readonly [string, number]>, bits: PermissionBits): Uint32Array {
  const mask = new Uint32Array(bits.words);
  for (const [key, level] of levels) {
    const place = bits.places.get(key);
    if (place && level > 0) mask[place.word] = (mask[place.word] ?? 0) | bitsAt(place, level);
  }
  return mask;
}

/** The levels in the mask that begins at `offset` of `masks`, by permission; what is not granted is not in it. */
export function levelsIn(masks: Uint32Array, offset: number, bits: PermissionBits): Map<string, number> {
  const levels = new Map<string, number>();
  for (const [key, place] of bits.places) {
    const level = levelAt(masks, offset, place);
    if (level > 0) levels.set(key, level);
  }
  return levels;
}

/** The level of one permission in the mask that begins at `offset` of `masks`; 0 where it is not granted. */
export function levelAt(
  masks: Uint32Array,
  offset: number,
  { word, shift, levels }: PermissionPlace,
): number {
  const set = ((masks[offset + word] ?? 0) >>> shift) & (2 ** levels - 1);
  return wordBits - Math.clz32(set);
}
