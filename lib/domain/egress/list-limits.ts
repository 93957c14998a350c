/** The most a list or a published file may hold. */
export const maxEntries = 50_000;

/** The most blocks that either side of a comparison may take. */
export const maxBlocks = 50_000;

/** The most a list or a published file may weigh, as UTF-8: 1 MB. */
export const maxListBytes = 1_000_000;

/** Says that a text is too large. */
export const tooLargeWords = 'It is larger than 1 MB.';

/** Says that `count` entries are too many. */
export const tooManyWords = (count: number): string =>
  `It has ${count.toLocaleString('en')} entries; at most ${maxEntries.toLocaleString('en')} are read.`;
