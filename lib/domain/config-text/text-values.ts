import { readToml } from '#lib/domain/config-check/read-toml';
import { plainValue } from '#lib/domain/config-check/toml-document';
import type { Written } from './statements';

/** A table of plain values. */
export type Table = Readonly<Record<string, unknown>>;

/** Whether a value is a table. */
export const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** What a file says, as plain values; null where the text is no TOML that clients read. */
export function textValues(text: string): Readonly<Record<string, unknown>> | null {
  const read = readToml(text);
  // safe because a document is a table
  return read.ok ? (plainValue(read.value.document) as Record<string, unknown>) : null;
}

/** What stands at a dotted name, given part by part, or with places in lists; undefined where nothing does. */
export function valueAt(values: unknown, path: readonly (string | number)[]): unknown {
  let here: unknown = values;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string | number, unknown>)[part];
  }
  return here;
}

/** The plain value of what is written behind a key. */
export const writtenValue = ({ toml }: Written): unknown => textValues(`value = ${toml}`)?.value;
