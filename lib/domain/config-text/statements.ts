import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { Spot } from '#lib/domain/config-check/toml-document';

/** A key with its value as it is written: `keys` is the dotted name inside its table. */
export type Pair = { keys: readonly string[]; at: Spot; value: Written };

/** What is written behind a key: a value, or an inline table with its pairs. */
export type Written = { at: Spot; inline: readonly Pair[] | null };

/**
 * A table by its header, or the top of the file (`path` empty), with the pairs under it. `path` is null where the
 * table stands in a list of tables: nothing in it has an address of its own. `within` is its dotted name, without
 * places in lists.
 */
export type Section = { path: readonly string[] | null; within: readonly string[]; at: Spot; pairs: Pair[] };

const spotOf = ({ range: [from, to] }: AST.TOMLNode): Spot => ({ from, to });
const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted) => (key.type === 'TOMLBare' ? key.name : key.value);

/** How a text is written: its top first, then every table by header, in order. Null where it is no TOML. */
export function sectionsOf(text: string): Section[] | null {
  const [top] = parsed(text)?.body ?? [];
  if (!top) return null;
  const root: Section = { path: [], within: [], at: { from: 0, to: 0 }, pairs: [] };
  const sections = [root];
  for (const statement of top.body) {
    if (statement.type === 'TOMLKeyValue') root.pairs.push(pairOf(statement));
    else sections.push(sectionOf(statement));
  }
  root.at = { from: 0, to: root.pairs.at(-1)?.at.to ?? 0 };
  return sections;
}

function parsed(text: string): AST.TOMLProgram | null {
  try {
    return parseTOML(text, { tomlVersion: '1.1' });
  } catch (thrown) {
    if (thrown instanceof ParseError || thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function sectionOf(header: AST.TOMLTable): Section {
  const within = header.resolvedKey.filter((key) => typeof key === 'string');
  const isAddressed = within.length === header.resolvedKey.length;
  return { path: isAddressed ? within : null, within, at: spotOf(header), pairs: header.body.map(pairOf) };
}

const pairOf = (pair: AST.TOMLKeyValue): Pair => ({
  keys: pair.key.keys.map(nameOf),
  at: spotOf(pair),
  value: {
    at: spotOf(pair.value),
    inline: pair.value.type === 'TOMLInlineTable' ? pair.value.body.map(pairOf) : null,
  },
});
