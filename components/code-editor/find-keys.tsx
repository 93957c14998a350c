/** A key that can be written, by its dotted name from the top of the file. */
export type KnownKey = { key: string; help: string; sample: string | null };

/** Keys whose name or help holds the words. */
export type FindKeys = (words: string) => Promise<readonly KnownKey[]>;
