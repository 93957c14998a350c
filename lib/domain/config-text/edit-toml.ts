import { renderKey } from '#lib/domain/config/render-toml';
import { withComma, withLine } from '#lib/domain/config-check/text-stretches';
import type { Spot } from '#lib/domain/config-check/toml-document';
import { sectionsOf, type Pair, type Section } from './statements';

/**
 * A change of one key. `path` is its dotted name, part by part; `toml` its new value as TOML writes it on one line,
 * `table` an empty table by header, and null takes the key away with everything under it.
 */
export type TomlEdit = { path: readonly string[]; toml: string | null | { kind: 'table' } };

/**
 * The text with one key changed and everything else as it was: comments, order of keys, blanks, line ends. A new
 * key stands behind the last of its table, a new table behind the nearest of its kind or at the end. A key that is
 * taken away takes its line along, with the comment on that line.
 *
 * Null where the text is no TOML. What stands in a list of tables has no address: the list is changed whole.
 */
export function editToml(text: string, { path, toml }: TomlEdit): string | null {
  const sections = sectionsOf(text);
  if (!sections) return null;
  const pair = pairAt(sections, path);
  if (toml === null) return without(text, sections, path);
  if (typeof toml === 'object') return isThere(sections, path) ? text : newTable(text, sections, path);
  if (pair) return put(text, pair.value.at, toml);
  if (!isThere(sections, path)) return withKey(text, sections, { path, toml });
  const cleared = without(text, sections, path);
  const left = sectionsOf(cleared);
  return left && withKey(cleared, left, { path, toml });
}

/** The text after several changes, one by one. Null where it is no TOML. */
export function editAll(text: string, edits: readonly TomlEdit[]): string | null {
  let edited: string | null = text;
  for (const edit of edits) edited = edited === null ? null : editToml(edited, edit);
  return edited;
}

const put = (text: string, { from, to }: Spot, part: string) => text.slice(0, from) + part + text.slice(to);

const isUnder = (name: readonly string[], path: readonly string[]) =>
  path.every((part, at) => name[at] === part);

const sharedParts = (a: readonly string[], b: readonly string[]) => {
  const differs = a.findIndex((part, at) => part !== b[at]);
  return differs === -1 ? a.length : differs;
};

/** The pair that is written under exactly this name, also inside inline tables. */
function pairAt(sections: readonly Section[], path: readonly string[]): Pair | null {
  for (const section of sections) {
    if (!section.path || !isUnder(path, section.path)) continue;
    const found = pairIn(section.pairs, path.slice(section.path.length));
    if (found) return found;
  }
  return null;
}

function pairIn(pairs: readonly Pair[], rest: readonly string[]): Pair | null {
  for (const pair of pairs) {
    if (!isUnder(rest, pair.keys)) continue;
    const deeper = rest.slice(pair.keys.length);
    if (deeper.length === 0) return pair;
    const found = pair.value.inline && pairIn(pair.value.inline, deeper);
    if (found) return found;
  }
  return null;
}

/** Whether anything is written at the name or under it, by header, by dotted keys, inline or as a list of tables. */
function isThere(sections: readonly Section[], path: readonly string[]): boolean {
  return sections.some(
    (section) =>
      (section.within.length >= path.length && isUnder(section.within, path)) ||
      stretchesIn(section, path).length > 0,
  );
}

/** The stretches of pairs that write the name or something under it. */
function stretchesIn({ path: own, pairs }: Section, path: readonly string[]): Stretch[] {
  if (!own || !isUnder(path, own)) return [];
  return pairsUnder(pairs, path.slice(own.length), false);
}

type Stretch = { at: Spot; isInline: boolean };

function pairsUnder(pairs: readonly Pair[], rest: readonly string[], isInline: boolean): Stretch[] {
  return pairs.flatMap(({ keys, at, value }) => {
    if (isUnder(keys, rest)) return [{ at, isInline }];
    if (!isUnder(rest, keys) || !value.inline) return [];
    return pairsUnder(value.inline, rest.slice(keys.length), true);
  });
}

function without(text: string, sections: readonly Section[], path: readonly string[]): string {
  const gone: Stretch[] = sections.flatMap((section) =>
    section.within.length >= path.length && isUnder(section.within, path)
      ? [{ at: section.at, isInline: false }]
      : stretchesIn(section, path),
  );
  return gone
    .sort((a, b) => b.at.from - a.at.from)
    .reduce(
      (left, { at, isInline }) => put(left, isInline ? withComma(left, at) : withLine(left, at), ''),
      text,
    );
}

type NewKey = { path: readonly string[]; toml: string };

const dotted = (keys: readonly string[]) => keys.map(renderKey).join('.');

function withKey(text: string, sections: readonly Section[], { path, toml }: NewKey): string {
  const beside = inlineTableOf(sections, path) ?? dottedNeighbourOf(sections, path);
  if (beside?.kind === 'inline') return intoInline(text, beside, toml);
  if (beside) return behind(text, beside.at.to, `${dotted(beside.keys)} = ${toml}`);
  const parent = path.slice(0, -1);
  const line = `${dotted(path.slice(-1))} = ${toml}`;
  const section = sections.find(({ path: own }) => own?.length === parent.length && isUnder(own, parent));
  if (!section) return newTable(text, sections, parent, line);
  const last = section.pairs.at(-1);
  if (last) return behind(text, last.at.to, line);
  return parent.length === 0 ? atTop(text, line) : behind(text, section.at.to, line);
}

type InlineTable = { kind: 'inline'; at: Spot; keys: readonly string[]; last: Pair | null };

/** The inline table that the name would stand in, with the rest of its name. */
function inlineTableOf(sections: readonly Section[], path: readonly string[]): InlineTable | null {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const value = pairAt(sections, path.slice(0, length))?.value;
    if (!value?.inline) continue;
    return { kind: 'inline', at: value.at, keys: path.slice(length), last: value.inline.at(-1) ?? null };
  }
  return null;
}

function intoInline(text: string, { at, keys, last }: InlineTable, toml: string): string {
  const pair = `${dotted(keys)} = ${toml}`;
  return last ? put(text, { from: last.at.to, to: last.at.to }, `, ${pair}`) : put(text, at, `{ ${pair} }`);
}

type Neighbour = { kind: 'dotted'; at: Spot; keys: readonly string[] };

/** The last pair that by its dotted name makes the table the name would stand in: a header may not make it again. */
function dottedNeighbourOf(sections: readonly Section[], path: readonly string[]): Neighbour | null {
  let best: (Neighbour & { shared: number }) | null = null;
  for (const section of sections) {
    if (!section.path || !isUnder(path, section.path)) continue;
    const rest = path.slice(section.path.length);
    for (const { keys, at } of section.pairs) {
      const shared = Math.min(sharedParts(keys, rest), keys.length - 1);
      const depth = section.path.length + shared;
      if (shared > 0 && depth >= (best?.shared ?? 0))
        best = { kind: 'dotted', at, keys: rest, shared: depth };
    }
  }
  return best;
}

/** A line of its own behind the line that ends at `offset`. */
function behind(text: string, offset: number, line: string): string {
  const end = lineEndOf(text);
  const lineEnd = text.indexOf('\n', offset);
  if (lineEnd === -1) return `${text}${end}${line}${end}`;
  return put(text, { from: lineEnd + 1, to: lineEnd + 1 }, `${line}${end}`);
}

/** A line before everything but the comments that a file begins with. */
function atTop(text: string, line: string): string {
  const end = lineEndOf(text);
  const comments = /^(?:[ \t]*#.*\r?\n)+(?=[ \t]*(?:\r?\n|$))/.exec(text)?.[0] ?? '';
  const rest = text.slice(comments.length);
  const gap = rest === '' || /^[ \t]*\r?\n/.test(rest) ? '' : end;
  return `${comments}${line}${end}${gap}${rest}`;
}

const lineEndOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');

function newTable(
  text: string,
  sections: readonly Section[],
  path: readonly string[],
  line?: string,
): string {
  const end = lineEndOf(text);
  const block = `[${dotted(path)}]${end}${line === undefined ? '' : `${line}${end}`}`;
  const kin = sections.filter(({ within }) => sharedParts(within, path) > 0).at(-1);
  if (!kin || kin === sections.at(-1)) {
    const ended = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
    return `${ended}${ended === '' ? '' : end}${block}`;
  }
  const lineEnd = text.indexOf('\n', kin.at.to);
  return put(text, { from: lineEnd + 1, to: lineEnd + 1 }, `${end}${block}`);
}
