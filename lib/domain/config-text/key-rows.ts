import type { ConfigForm, ConfigKey } from '#lib/domain/config-check/config-key';
import { placeBelow, type KeyPlace } from '#lib/domain/config-check/key-index';
import { readLeaves } from '#lib/domain/config-check/read-leaves';
import { plainValue, type TomlNode, type TomlTable } from '#lib/domain/config-check/toml-document';
import { renderKey, renderValue, type TomlValue } from '#lib/domain/config/render-toml';

/** A key of a file with its value as TOML writes it, and what is known of it; null where clients know no such key. */
export type KeyRow = { path: readonly string[]; dotted: string; toml: string; known: ConfigKey | null };

/** A dotted name as TOML writes it. */
export const dottedName = (path: readonly string[]): string => path.map(renderKey).join('.');

/** A value as TOML writes it, on one line. */
export const tomlOf = (node: TomlNode): string => renderValue(plainValue(node) as TomlValue);

/** Every key that a document sets, in the order of the text; a list is one value, and so is an empty table. */
export const keyRows = (document: TomlTable, root: KeyPlace): KeyRow[] =>
  readLeaves(document, root, '').map(({ steps, value, key }) => ({
    ...{ path: steps, dotted: dottedName(steps), known: key },
    toml: renderValue(value as TomlValue),
  }));

/** The entry of a key's dotted path, given part by part; null where clients know no such key. */
export function knownKey(root: KeyPlace, path: readonly string[]): ConfigKey | null {
  let here: KeyPlace | null = root;
  for (const name of path) here = here && placeBelow(here, name);
  return here?.key ?? null;
}

/** How a value is typed into a form: by ticking, by choosing, or as TOML writes it. */
export type ValueKind = 'flag' | 'choice' | 'choices' | 'toml';

/** How a value of this key is typed. */
export function valueKind({ good, values }: Pick<ConfigKey, 'good' | 'values'>): ValueKind {
  if (good.length > 0 && good.every((sample) => typeof sample === 'boolean')) return 'flag';
  if (!values) return 'toml';
  const entries = good.flatMap((sample) => (Array.isArray(sample) ? sample : []));
  if (good.every((sample) => Array.isArray(sample))) {
    return entries.every((entry) => typeof entry === 'string') ? 'choices' : 'toml';
  }
  return good.every((sample) => typeof sample === 'string') ? 'choice' : 'toml';
}

/** Whether a field of a kind can show a value, and so give it back; nothing is shown by any. */
export function fitsKind(kind: ValueKind, value: unknown, words: readonly string[]): boolean {
  if (value === undefined || value === null || kind === 'toml') return true;
  if (kind === 'flag') return typeof value === 'boolean';
  const held: unknown[] = Array.isArray(value) ? value : [value];
  const isList = Array.isArray(value);
  return (
    isList === (kind === 'choices') && held.every((one) => typeof one === 'string' && words.includes(one))
  );
}

/** Keys of one form whose name or help holds every word of `find`, shortest names first. */
export function foundKeys(keys: readonly ConfigKey[], form: ConfigForm, find: string): ConfigKey[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return keys
    .filter((key) => key.form === form && !key.path.includes('[]'))
    .filter(({ path, help }) => words.every((word) => `${path} ${help}`.toLowerCase().includes(word)))
    .sort((a, b) => a.path.split('.').length - b.path.split('.').length || (a.path < b.path ? -1 : 1));
}
