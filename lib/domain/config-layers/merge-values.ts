import { sameValue } from '#lib/domain/config-text/compare-values';
import { isTable } from '#lib/domain/config-text/text-values';
import type { Layer, Said, Values } from './layer';

/** A value with the layers that gave it and what weaker layers say. */
export type MergedLeaf = {
  kind: 'leaf';
  value: unknown;
  layers: readonly Layer[];
  beaten: readonly Said[];
};

/** A table whose keys may come from different layers. */
export type MergedTable = { kind: 'table'; layer: Layer; entries: ReadonlyMap<string, Merged> };

/** What several layers say together. */
export type Merged = MergedLeaf | MergedTable;

/** How what a stronger layer says of a key and what a weaker one says become one. */
export type Joining = 'replace' | 'append' | 'unite' | 'false_stays';

/** Tells how a key's values are joined; `path` is its dotted name part by part. */
export type JoiningOf = (path: readonly string[]) => Joining;

/** Layers laid on each other table by table, the weakest first; any other value replaces the weaker one whole. */
export function mergeLayers(
  layers: readonly { layer: Layer; values: Values }[],
  joiningOf: JoiningOf = () => 'replace',
): MergedTable {
  let merged: MergedTable = { kind: 'table', layer: 'built_in', entries: new Map() };
  for (const { layer, values } of layers) merged = laidOn(merged, { layer, values, path: [] }, joiningOf);
  return merged;
}

type Laid = { layer: Layer; values: Values; path: readonly string[] };

function laidOn(under: MergedTable, { layer, values, path }: Laid, joiningOf: JoiningOf): MergedTable {
  const entries = new Map(under.entries);
  for (const [name, value] of Object.entries(values)) {
    const here = [...path, name];
    const held = entries.get(name);
    if (isTable(value)) {
      const table: MergedTable = held?.kind === 'table' ? held : { kind: 'table', layer, entries: new Map() };
      entries.set(name, laidOn(table, { layer, values: value, path: here }, joiningOf));
    } else {
      entries.set(name, joined(held, { layer, value }, joiningOf(here)));
    }
  }
  return { ...under, entries };
}

function joined(under: Merged | undefined, said: Said, joining: Joining): MergedLeaf {
  const leaf: MergedLeaf = { kind: 'leaf', value: said.value, layers: [said.layer], beaten: [] };
  if (!under) return leaf;
  return (under.kind === 'leaf' && joinedLeaf(under, said, joining)) || { ...leaf, beaten: saidOf(under) };
}

/** Two values that become one; null where the stronger simply takes the place of the weaker. */
function joinedLeaf(under: MergedLeaf, { layer, value }: Said, joining: Joining): MergedLeaf | null {
  if (joining === 'false_stays') {
    return under.value === false ? { ...under, beaten: [{ layer, value }, ...under.beaten] } : null;
  }
  if (joining === 'replace' || !Array.isArray(under.value) || !Array.isArray(value)) return null;
  const both = [...(under.value as unknown[]), ...(value as unknown[])];
  const layers = [...under.layers, layer];
  return { kind: 'leaf', value: joining === 'unite' ? distinct(both) : both, layers, beaten: [] };
}

const distinct = (values: readonly unknown[]) =>
  values.filter((value, at) => values.findIndex((other) => sameValue(other, value)) === at);

/** What a part that is replaced said, the strongest layer first. */
function saidOf(merged: Merged): Said[] {
  if (merged.kind === 'table') return [{ layer: merged.layer, value: plainOf(merged) }];
  return [...merged.layers.map((layer) => ({ layer, value: merged.value })), ...merged.beaten];
}

/** The values alone. */
export function plainOf(merged: Merged): unknown {
  if (merged.kind === 'leaf') return merged.value;
  return Object.fromEntries([...merged.entries].map(([name, entry]) => [name, plainOf(entry)]));
}

/** What stands at a dotted name, given part by part; null where nothing does. */
export function mergedAt(merged: Merged, path: readonly string[]): Merged | null {
  let here: Merged | undefined = merged;
  for (const name of path) here = here?.kind === 'table' ? here.entries.get(name) : undefined;
  return here ?? null;
}

/** Every value with its dotted name; a list is one value, and so is an empty table. */
export function leavesOf(
  table: MergedTable,
  above: readonly string[] = [],
): { path: readonly string[]; leaf: MergedLeaf }[] {
  return [...table.entries].flatMap(([name, entry]) => {
    const path = [...above, name];
    if (entry.kind === 'leaf') return [{ path, leaf: entry }];
    if (entry.entries.size > 0) return leavesOf(entry, path);
    return [{ path, leaf: { kind: 'leaf', value: {}, layers: [entry.layer], beaten: [] } }];
  });
}
