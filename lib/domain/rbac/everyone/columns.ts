// One accessor for each kind of column, so that each stays fast: a loop over half a million cells calls them.
// A cell beyond the end is 0.

/** A word of a mask, a position or an offset. */
export const word = (column: Uint32Array, at: number): number => column[at] ?? 0;

/** A flag, 0 or 1. */
export const flag = (column: Uint8Array, at: number): number => column[at] ?? 0;

/** Whether a flag is set. */
export const isSet = (column: Uint8Array, at: number): boolean => column[at] === 1;

/** A number of a row in the store. */
export const number = (column: Int32Array, at: number): number => column[at] ?? 0;

/** Sets `bits` in a word of a mask, besides those that are set. */
export function setBits(column: Uint32Array, at: number, bits: number): void {
  column[at] = word(column, at) | bits;
}

/** Adds one to a count, or a position. */
export function countUp(column: Uint32Array | Uint16Array, at: number): void {
  column[at] = (column[at] ?? 0) + 1;
}
