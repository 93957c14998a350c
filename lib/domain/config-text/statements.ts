import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { Spot } from '#lib/domain/config-check/toml-document';

/** Steps of an address: names, and behind the name of a list of tables the place in it. */
export type Address = readonly (string | number)[];

/** A key with its value as it is written: `keys` is the dotted name inside its table, `toml` the bytes. */
export type Pair = { keys: readonly string[]; at: Spot; toml: string; value: Written };

/** A value as it is written: its bytes, and where it is an inline table or a list, what stands in it. */
export type Written = {
  at: Spot;
  toml: string;
  inline: readonly Pair[] | null;
  items: readonly Written[] | null;
};

/** A table by its header, or the top of the file (`path` empty), with the pairs under it. */
export type Section = { path: Address; at: Spot; pairs: Pair[] };

const spotOf = ({ range: [from, to] }: AST.TOMLNode): Spot => ({ from, to });
const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted) => (key.type === 'TOMLBare' ? key.name : key.value);

/** How a text is written: its top first, then every table by header, in order. Null where it is no TOML. */
export function sectionsOf(text: string): Section[] | null {
  const [top] = parsed(text)?.body ?? [];
  if (!top) return null;
  const pairOf = pairsIn(text);
  const root: Section = { path: [], at: { from: 0, to: 0 }, pairs: [] };
  const sections = [root];
  for (const statement of top.body) {
    if (statement.type === 'TOMLKeyValue') root.pairs.push(pairOf(statement));
    else {
      const { resolvedKey, body } = statement;
      sections.push({ path: resolvedKey, at: spotOf(statement), pairs: body.map(pairOf) });
    }
  }
  root.at = { from: 0, to: root.pairs.at(-1)?.at.to ?? 0 };
  return sections;
}

/** One value as TOML writes it; null where it is none, or anything stands beside it. */
export function readWritten(toml: string): Written | null {
  const text = `value = ${toml.trim()}`;
  const [top, ...tables] = sectionsOf(text) ?? [];
  const [pair, ...more] = top?.pairs ?? [];
  // A second line would be another key, and a comment would go on to the end of the line it is put on.
  const isAlone = tables.length === 0 && more.length === 0 && pair?.value.at.to === text.length;
  return isAlone ? pair.value : null;
}

function parsed(text: string): AST.TOMLProgram | null {
  try {
    return parseTOML(text, { tomlVersion: '1.1' });
  } catch (thrown) {
    if (thrown instanceof ParseError || thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function pairsIn(text: string) {
  const bytes = ({ range: [from, to] }: AST.TOMLNode) => text.slice(from, to);
  const written = (value: AST.TOMLContentNode): Written => ({
    at: spotOf(value),
    toml: bytes(value),
    inline: value.type === 'TOMLInlineTable' ? value.body.map(pairOf) : null,
    items: value.type === 'TOMLArray' ? value.elements.map(written) : null,
  });
  const pairOf = (pair: AST.TOMLKeyValue): Pair => ({
    keys: pair.key.keys.map(nameOf),
    at: spotOf(pair),
    toml: bytes(pair),
    value: written(pair.value),
  });
  return pairOf;
}
