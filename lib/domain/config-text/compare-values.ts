import { canonicalJson } from '#lib/domain/audit/chain';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';
import type { TomlEdit } from './edit-toml';
import { isTable, type Table } from './text-values';

/** Numbers too large for a number as text, so that any value of a file can be written as JSON. */
function comparable(value: unknown): unknown {
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(comparable);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, comparable(held)]));
}

/** Whether two values of files say the same; `undefined` is a key that is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(comparable(a)) === canonicalJson(comparable(b));
}

/**
 * The edits by which `after` takes the place of what stands at `path`, as deep as they can go, so that whatever both
 * say stays as it is written.
 */
export function editsTo(path: readonly string[], before: unknown, after: TomlValue | undefined): TomlEdit[] {
  if (sameValue(before, after)) return [];
  if (after === undefined) return [{ path, toml: null }];
  if (typeof after !== 'object' || Array.isArray(after)) return [{ path, toml: renderValue(after) }];
  const clear: TomlEdit[] = before !== undefined && !isTable(before) ? [{ path, toml: null }] : [];
  const inner = editsInside(
    path,
    isTable(before) ? before : {},
    after as Readonly<Record<string, TomlValue>>,
  );
  const empty: TomlEdit[] = Object.keys(after).length === 0 ? [{ path, toml: { kind: 'table' } }] : [];
  return [...clear, ...inner, ...empty];
}

function editsInside(
  path: readonly string[],
  before: Table,
  after: Readonly<Record<string, TomlValue>>,
): TomlEdit[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => editsTo([...path, name], before[name], after[name]));
}
