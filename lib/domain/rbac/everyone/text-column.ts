/** Texts one behind the other as UTF-8, without an object for each. */
export type TextColumn = {
  bytes: Uint8Array;
  /** Text i is bytes[offsets[i]] up to bytes[offsets[i + 1]]. */
  offsets: Uint32Array;
};

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Text `index` of a column; empty where there is none. */
export const textAt = ({ bytes, offsets }: TextColumn, index: number): string =>
  decoder.decode(bytes.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0));

/** The column of `texts`. */
export function textColumn(texts: readonly string[]): TextColumn {
  const encoded = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(texts.length + 1);
  encoded.forEach((part, index) => (offsets[index + 1] = (offsets[index] ?? 0) + part.length));
  const bytes = new Uint8Array(offsets[texts.length] ?? 0);
  encoded.forEach((part, index) => bytes.set(part, offsets[index]));
  return { bytes, offsets };
}
