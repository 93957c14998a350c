import 'server-only';
import { z } from 'zod';

/** A CSV file as it is read, a part at a time, so that a list of any length takes the same memory. */
export const csvFile = z.object({ name: z.string(), chunks: z.custom<AsyncIterable<string>>() });

/** A CSV file as it is read. */
export type CsvFile = z.output<typeof csvFile>;

const rowsAtOnce = 2000;

/** The text of a file: `head`, then the lines of `all`, asked for in parts. */
export async function* inChunks<T>(
  head: string,
  all: readonly T[],
  lines: (part: readonly T[]) => Promise<string>,
): AsyncGenerator<string> {
  yield head;
  for (let at = 0; at < all.length; at += rowsAtOnce) yield await lines(all.slice(at, at + rowsAtOnce));
}
