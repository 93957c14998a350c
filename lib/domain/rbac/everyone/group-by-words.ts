/** Rows of a column of words that are the same, counted. */
export type WordGroups = {
  /** Row -> group; -1 for rows that are left out. */
  groupOf: Int32Array;
  /** Group -> the first row of it. */
  first: readonly number[];
  /** Group -> number of rows. */
  counts: readonly number[];
};

/**
 * Groups the rows of `table`, `words` words each, by what they hold. `isIn` says which rows count. Groups are in
 * the order of their first rows.
 */
export function groupByWords(table: Uint32Array, words: number, isIn: Uint8Array): WordGroups {
  const count = isIn.length;
  const groupOf = new Int32Array(count).fill(-1);
  const first: number[] = [];
  const counts: number[] = [];
  let slots = new Int32Array(1024).fill(-1);

  const hashAt = (row: number): number => {
    let hash = 0x811c9dc5;
    for (let word = 0; word < words; word += 1) {
      hash = Math.imul(hash ^ (table[row * words + word] ?? 0), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  };
  const isSame = (one: number, other: number): boolean => {
    for (let word = 0; word < words; word += 1) {
      if (table[one * words + word] !== table[other * words + word]) return false;
    }
    return true;
  };
  const slotOf = (row: number): number => {
    const size = slots.length - 1;
    let slot = hashAt(row) & size;
    for (;;) {
      const group = slots[slot] ?? -1;
      if (group === -1 || isSame(first[group] ?? 0, row)) return slot;
      slot = (slot + 1) & size;
    }
  };
  const grow = () => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    first.forEach((row, group) => (slots[slotOf(row)] = group));
  };

  for (let row = 0; row < count; row += 1) {
    if (isIn[row] !== 1) continue;
    const slot = slotOf(row);
    let group = slots[slot] ?? -1;
    if (group === -1) {
      group = first.length;
      slots[slot] = group;
      first.push(row);
      counts.push(0);
      if (first.length * 2 > slots.length) grow();
    }
    groupOf[row] = group;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return { groupOf, first, counts };
}
