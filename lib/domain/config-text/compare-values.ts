import { canonicalJson } from '#lib/domain/audit/chain';
import type { Address, Pair, Written } from './statements';
import { isTable, writtenValue } from './text-values';
import type { TomlEdit } from './toml-edit';

/** Numbers too large for a number as text, so that any value of a file can be written as JSON. */
function comparable(value: unknown): unknown {
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(comparable);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, comparable(held)]));
}

/** A value of a file as one text, the same for values that say the same. */
export const signature = (value: unknown): string => canonicalJson(comparable(value));

/** Whether two values of files say the same; `undefined` is a key that is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return signature(a) === signature(b);
}

/**
 * The edits by which `after` takes the place of the value at `path`, key by key where both are tables, so that
 * whatever both say stays as it is written. A table that is new becomes one by header; null takes the key away.
 */
export function editsTo(path: Address, before: unknown, after: Written | null): TomlEdit[] {
  if (after === null) return before === undefined ? [] : [{ path, toml: null }];
  const wanted = writtenValue(after);
  if (sameValue(before, wanted)) return [];
  const held = before === undefined ? {} : before;
  if (!after.inline?.every(isPlain) || !isTable(held) || !isTable(wanted))
    return [{ path, toml: after.toml }];
  const gone = Object.keys(held).filter((name) => !Object.hasOwn(wanted, name));
  const isEmpty = after.inline.length === 0;
  return [
    ...gone.map((name) => ({ path: [...path, name], toml: null })),
    ...after.inline.flatMap(({ keys: [name = ''], value }) =>
      editsTo([...path, name], Object.hasOwn(held, name) ? held[name] : undefined, value),
    ),
    ...(isEmpty ? [{ path, toml: { kind: 'table' } as const }] : []),
  ];
}

/** Whether a pair names one key: of dotted names in an inline table, several make one table. */
export const isPlain = ({ keys }: Pair): boolean => keys.length === 1;
