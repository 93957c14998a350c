import { renderKey } from '#lib/domain/config/render-toml';
import { tableEnd } from '#lib/domain/config-check/text-stretches';
import type { Spot } from '#lib/domain/config-check/toml-document';
import { isUnder, pairAt, sharedParts } from './find-written';
import { withPair } from './rewrite-value';
import type { Address, Section, Written } from './statements';

/** A key that the text does not have yet, and its value as TOML writes it. */
export type NewKey = { path: Address; toml: string };

/** A dotted name as TOML writes it, without places in lists. */
export const dotted = (keys: Address): string =>
  keys.flatMap((key) => (typeof key === 'string' ? [renderKey(key)] : [])).join('.');

/** The text with a new key: inline or dotted where its table is, else as a line of its table, else in a new table. */
export function withKey(text: string, sections: readonly Section[], { path, toml }: NewKey): string {
  const inline = inlineTableOf(sections, path);
  if (inline) return put(text, inline.table.at, withPair(inline.table, `${dotted(inline.keys)} = ${toml}`));
  const beside = dottedNeighbourOf(sections, path);
  if (beside) return behind(text, beside.at, `${dotted(beside.keys)} = ${toml}`);
  const parent = path.slice(0, -1);
  const line = `${dotted(path.slice(-1))} = ${toml}`;
  const section = sections.find(({ path: own }) => own.length === parent.length && isUnder(own, parent));
  if (!section) return newTable(text, sections, { path: parent, lines: [line] });
  const last = section.pairs.at(-1);
  if (last) return behind(text, last.at, line);
  return parent.length === 0 ? atTop(text, line) : behind(text, section.at, line);
}

/** Text in place of a stretch. */
export const put = (text: string, { from, to }: Spot, part: string): string =>
  text.slice(0, from) + part + text.slice(to);

/** The inline table that the name would stand in, with the rest of its name. */
function inlineTableOf(
  sections: readonly Section[],
  path: Address,
): { table: Written; keys: Address } | null {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const table = pairAt(sections, path.slice(0, length))?.value;
    if (table?.inline) return { table, keys: path.slice(length) };
  }
  return null;
}

type Neighbour = { at: Spot; keys: Address; depth: number };

/** The last pair that by its dotted name makes the table the name would stand in: a header may not make it again. */
function dottedNeighbourOf(sections: readonly Section[], path: Address): Neighbour | null {
  let best: Neighbour | null = null;
  for (const section of sections) {
    if (!isUnder(path, section.path)) continue;
    const rest = path.slice(section.path.length);
    for (const { keys, at } of section.pairs) {
      const shared = Math.min(sharedParts(keys, rest), keys.length - 1);
      const depth = section.path.length + shared;
      if (shared > 0 && depth >= (best?.depth ?? 0)) best = { at, keys: rest, depth };
    }
  }
  return best;
}

/** A line of its own behind what stands at `at`, as far in as that. */
function behind(text: string, at: Spot, line: string): string {
  const end = endingOf(text);
  const indentation = /[ \t]*$/.exec(text.slice(0, at.from))?.[0] ?? '';
  const lineEnd = text.indexOf('\n', at.to);
  if (lineEnd === -1) return `${text}${end}${indentation}${line}${end}`;
  return put(text, { from: lineEnd + 1, to: lineEnd + 1 }, `${indentation}${line}${end}`);
}

/** A line before everything but the comments that a file begins with. */
function atTop(text: string, line: string): string {
  const end = endingOf(text);
  const comments = /^(?:[ \t]*#.*\r?\n)+(?=[ \t]*(?:\r?\n|$))/.exec(text)?.[0] ?? '';
  const rest = text.slice(comments.length);
  const gap = rest === '' || /^[ \t]*\r?\n/.test(rest) ? '' : end;
  return `${comments}${line}${end}${gap}${rest}`;
}

const endingOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');

/** The text with a new table by header, behind the last of those with which most of its name is shared. */
export function newTable(
  text: string,
  sections: readonly Section[],
  { path, lines }: { path: Address; lines: readonly string[] },
): string {
  const shared = sections.map((section) => sharedParts(section.path, path));
  const most = Math.max(...shared);
  const kin = most > 0 ? sections[shared.lastIndexOf(most)] : undefined;
  const end = kin ? tableEnd(text, kin.at) : text.length;
  const block = blockOf(text, `[${dotted(path)}]`, lines);
  if (text.trim() === '') return `${text}${block}`;
  if (end < text.length) return put(text, { from: end + 1, to: end + 1 }, `${endingOf(text)}${block}`);
  return `${text}${text.endsWith('\n') ? '' : endingOf(text)}${endingOf(text)}${block}`;
}

/** A header with its lines, each with its end. */
export function blockOf(text: string, header: string, lines: readonly string[]): string {
  return [header, ...lines].map((line) => `${line}${endingOf(text)}`).join('');
}
