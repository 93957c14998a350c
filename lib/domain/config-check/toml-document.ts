/** A stretch of the text: offsets in UTF-16 code units, `to` not included. */
export type Spot = { from: number; to: number };

/** One value with its place. */
export type TomlValue = {
  kind: 'value';
  at: Spot;
  value: string | number | bigint | boolean | Date;
};

/** A list with the places of its entries; `[[…]]` gives one as well. */
export type TomlList = { kind: 'list'; at: Spot; items: readonly TomlNode[] };

/** A table with the places of its keys, however it was written: header, dotted keys or inline. */
export type TomlTable = { kind: 'table'; at: Spot; entries: ReadonlyMap<string, TomlEntry> };

/** Anything a key can hold. */
export type TomlNode = TomlValue | TomlList | TomlTable;

/**
 * One key with what it holds. `key` is where its name stands first; `statements` are the stretches that vanish
 * with it: its lines, its tables, or its place in an inline table.
 */
export type TomlEntry = {
  name: string;
  key: Spot;
  statements: readonly Spot[];
  isInline: boolean;
  node: TomlNode;
};

/** The plain value of a node, for a schema. */
export function plainValue(node: TomlNode): unknown {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([name, entry]) => [name, plainValue(entry.node)]));
}

/** What stands at `path`, names and places in lists; null where nothing does. */
export function nodeAt(node: TomlNode, path: readonly (string | number)[]): TomlNode | null {
  let here: TomlNode | undefined = node;
  for (const step of path) {
    if (here?.kind === 'table') here = here.entries.get(String(step))?.node;
    else if (here?.kind === 'list') here = here.items[Number(step)];
    else return null;
  }
  return here ?? null;
}

/** The entry of `name` in a table; null in anything else, and where there is none. */
export const entryOf = (node: TomlNode | null, name: string): TomlEntry | null =>
  node?.kind === 'table' ? (node.entries.get(name) ?? null) : null;

/** The entries of a list; none for anything else. */
export const itemsOf = (node: TomlNode | null | undefined): readonly TomlNode[] =>
  node?.kind === 'list' ? node.items : [];

/** The text that a node is; null for anything else. */
export const textOf = (node: TomlNode | null | undefined): string | null =>
  node?.kind === 'value' && typeof node.value === 'string' ? node.value : null;

/** The truth value that a node is; null for anything else. */
export const flagOf = (node: TomlNode | null | undefined): boolean | null =>
  node?.kind === 'value' && typeof node.value === 'boolean' ? node.value : null;

/** The texts of a list, each with its place; entries of other kinds are left out. */
export const textsOf = (node: TomlNode | null | undefined): readonly { text: string; at: Spot }[] =>
  itemsOf(node).flatMap((item) => {
    const text = textOf(item);
    return text === null ? [] : [{ text, at: item.at }];
  });
