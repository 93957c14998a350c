import type { AST } from 'toml-eslint-parser';
import type { Spot, TomlList, TomlNode, TomlTable } from './toml-document';

/** Deepest nesting that clients read. */
const maxDepth = 80;

/** Thrown inside this folder only, and turned into a finding by `readToml`. */
export class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('nested too deeply');
  }
}

type Growing = { kind: 'table'; at: Spot; entries: Map<string, GrowingEntry> };
type GrowingEntry = {
  name: string;
  key: Spot;
  statements: Spot[];
  isInline: boolean;
  node: Growing | TomlNode;
};

const spotOf = ({ range: [from, to] }: AST.TOMLNode): Spot => ({ from, to });
const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted) => (key.type === 'TOMLBare' ? key.name : key.value);

/** The document of a parsed program. Throws `TooDeep` past the nesting that clients read. */
export function buildDocument(program: AST.TOMLProgram): TomlTable {
  const [top] = program.body;
  const root: Growing = { kind: 'table', at: spotOf(top), entries: new Map() };
  for (const statement of top.body) {
    if (statement.type === 'TOMLKeyValue') addPair(root, statement, { depth: 1, isInline: false });
    else addTable(root, statement);
  }
  return finished(root);
}

// safe because every growing table holds what a finished one holds
const finished = (table: Growing) => table as TomlTable;

type Place = { depth: number; isInline: boolean };

function addPair(table: Growing, pair: AST.TOMLKeyValue, { depth, isInline }: Place): void {
  const keys = pair.key.keys;
  const held = follow(table, keys.slice(0, -1), { statement: spotOf(pair), depth, isInline });
  const last = keys.at(-1);
  if (!last) return;
  const node = contentOf(pair.value, depth + keys.length);
  const name = nameOf(last);
  held.entries.set(name, { name, key: spotOf(last), statements: [spotOf(pair)], isInline, node });
}

function addTable(root: Growing, header: AST.TOMLTable): void {
  const keys = header.key.keys;
  const statement = spotOf(header);
  const parent = follow(root, keys.slice(0, -1), { statement, depth: 1, isInline: false });
  const last = keys.at(-1);
  if (!last) return;
  const table =
    header.kind === 'array'
      ? appended(
          entryFor(parent, last, statement, () => ({ kind: 'list', at: statement, items: [] })),
          statement,
        )
      : tableIn(
          entryFor(parent, last, statement, () => emptyTable(statement)),
          statement,
        );
  for (const pair of header.body) addPair(table, pair, { depth: keys.length + 1, isInline: false });
}

const emptyTable = (at: Spot): Growing => ({ kind: 'table', at, entries: new Map() });

type Way = Place & { statement: Spot };

/** The table at the end of dotted keys, made where there is none; the newest entry of a list on the way. */
function follow(from: Growing, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[], way: Way): Growing {
  let here = from;
  let depth = way.depth;
  for (const key of keys) {
    if ((depth += 1) > maxDepth) throw new TooDeep(key.range[0]);
    const entry = entryFor(here, key, way.statement, () => emptyTable(way.statement));
    entry.isInline = way.isInline;
    here = tableIn(entry, way.statement);
  }
  return here;
}

function entryFor(
  table: Growing,
  key: AST.TOMLBare | AST.TOMLQuoted,
  statement: Spot,
  make: () => Growing | TomlNode,
): GrowingEntry {
  const name = nameOf(key);
  const found = table.entries.get(name);
  if (found) {
    found.statements.push(statement);
    return found;
  }
  const entry = { name, key: spotOf(key), statements: [statement], isInline: false, node: make() };
  table.entries.set(name, entry);
  return entry;
}

function tableIn(entry: GrowingEntry, statement: Spot): Growing {
  const { node } = entry;
  if (node.kind === 'table') return growing(node);
  const newest = node.kind === 'list' ? node.items.at(-1) : undefined;
  return newest?.kind === 'table' ? growing(newest) : emptyTable(statement);
}

// safe because this file alone makes tables, each with a Map of its own
const growing = (table: Growing | TomlTable) => table as Growing;

function appended(entry: GrowingEntry, statement: Spot): Growing {
  const table = emptyTable(statement);
  if (entry.node.kind === 'list') itemsOf(entry.node).push(finished(table));
  return table;
}

// safe because this file alone makes lists, each with an array of its own
const itemsOf = ({ items }: TomlList) => items as TomlNode[];

function contentOf(content: AST.TOMLContentNode, depth: number): TomlNode {
  if (depth > maxDepth) throw new TooDeep(content.range[0]);
  const at = spotOf(content);
  if (content.type === 'TOMLArray') {
    return { kind: 'list', at, items: content.elements.map((element) => contentOf(element, depth + 1)) };
  }
  if (content.type === 'TOMLInlineTable') {
    const table = emptyTable(at);
    for (const pair of content.body) addPair(table, pair, { depth, isInline: true });
    return finished(table);
  }
  return { kind: 'value', at, value: valueOf(content) };
}

function valueOf(content: AST.TOMLValue) {
  if (content.kind !== 'integer') return content.value;
  return Number.isSafeInteger(content.value) ? content.value : content.bigint;
}
