import { bitsAt, type PermissionBits, type PermissionPlace } from './permission-bits';
import type { Everyone } from './resolve-everyone';

/** People in one block: small enough to look through, large enough to skip most of a million. */
const blockSize = 1024;

/** How many people of each block have a permission at each level. */
export type Tally = { place: PermissionPlace; level: number; total: number; blocks: Uint16Array };

/** Counts who has a permission at `level` or more, once for all pages. */
export function tally(
  everyone: Everyone,
  bits: PermissionBits,
  { permission, level = 1 }: { permission: string; level?: number },
): Tally | null {
  const place = bits.places.get(permission);
  if (!place) return null;
  const { masks } = everyone;
  const { words } = bits;
  const count = masks.length / words;
  const blocks = new Uint16Array(Math.ceil(count / blockSize));
  const bit = bitsAt(place, level) & ~bitsAt(place, level - 1);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    if (((masks[at * words + place.word] ?? 0) & bit) === 0) continue;
    total += 1;
    const block = at >>> 10;
    blocks[block] = (blocks[block] ?? 0) + 1;
  }
  return { place, level, total, blocks };
}

/** The first `limit` positions from `from` on that are counted in `counted`. */
export function pageOf(
  everyone: Everyone,
  bits: PermissionBits,
  { counted, from, limit }: { counted: Tally; from: number; limit: number },
): number[] {
  const { masks } = everyone;
  const { words } = bits;
  const { place, level, blocks } = counted;
  const bit = bitsAt(place, level) & ~bitsAt(place, level - 1);
  const count = masks.length / words;
  const found: number[] = [];
  let at = from;
  while (at < count && found.length < limit) {
    if (at % blockSize === 0 && blocks[at >>> 10] === 0) {
      at += blockSize;
      continue;
    }
    if (((masks[at * words + place.word] ?? 0) & bit) !== 0) found.push(at);
    at += 1;
  }
  return found;
}
