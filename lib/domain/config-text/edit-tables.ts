import { applyEdits } from '#lib/domain/config-check/apply-fix';
import { tableEnd, tableStart, withLine, withTable } from '#lib/domain/config-check/text-stretches';
import type { Spot } from '#lib/domain/config-check/toml-document';
import { entriesAt, isUnder } from './find-written';
import { blockOf, dotted } from './new-lines';
import type { Address, Section, Written } from './statements';

/** What a list of tables is to hold at one place: the table of before, by its place, or a new one. */
export type TableSlot = { old: number | null; entry: Written };

/**
 * The text with other tables in a list that is written by headers, `[[…]]`. Those of before keep their bytes with the
 * comments directly above and in them; where they change places, they share the places they had. One that is left out
 * goes with all under it, a new one stands behind the one before it.
 */
export function withTables(
  text: string,
  sections: readonly Section[],
  path: Address,
  slots: readonly TableSlot[],
): string {
  const entries = entriesAt(sections, path);
  const kept = slots.flatMap(({ old }) => old ?? []);
  const staying = new Set(kept);
  const gone = entries
    .filter((_, at) => !staying.has(at))
    .flatMap((entry) => sections.filter((section) => isUnder(section.path, entry.path)))
    .map(({ at }) => ({ ...withTable(text, at), text: '' }));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const stretches = entries.map((entry) => stretchesOf(text, sections, entry));
  const places = [...kept].sort((a, b) => a - b);
  const moved = kept.flatMap((old, at) => {
    const place = places[at];
    return place === undefined || place === old ? [] : putInto(text, stretches[place], stretches[old]);
  });
  const endAt = (place: number, old: number) =>
    lineBehind(text, stretches[place]?.at(place === old ? -1 : 0)?.to ?? text.length);
  let behind = firstPlace(text, entries);
  let at = 0;
  const fresh = slots.flatMap(({ old, entry }) => {
    if (old !== null) {
      behind = { offset: endAt(places[at] ?? old, old), isBehind: true };
      at += 1;
      return [];
    }
    const lines = (entry.inline ?? []).map(({ toml }) => toml);
    const block = blockOf(text, `[[${dotted(path)}]]`, lines);
    const { offset, isBehind } = behind;
    const start = offset === text.length && !text.endsWith('\n') ? end : '';
    return [{ from: offset, to: offset, text: isBehind ? `${start}${end}${block}` : `${block}${end}` }];
  });
  return applyEdits(text, [...gone, ...moved, ...together(fresh)]);
}

/**
 * Where a table of a list stands with all under it, comments along, without the blanks behind: one stretch, unless
 * other tables stand in between.
 */
function stretchesOf(text: string, sections: readonly Section[], { path }: Section): readonly Spot[] {
  const found: Spot[] = [];
  let before = -1;
  sections.forEach((section, at) => {
    if (!isUnder(section.path, path)) return;
    const start = tableStart(text, section.at.from);
    const to = start + text.slice(start, tableEnd(text, section.at)).trimEnd().length;
    const from = before === at - 1 ? found.pop()?.from : undefined;
    found.push({ from: from ?? start, to });
    before = at;
  });
  return found;
}

/** The edits by which one table stands where another stood: in the first of its stretches. */
function putInto(text: string, [first, ...others]: readonly Spot[] = [], table: readonly Spot[] = []) {
  if (!first) return [];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const bytes = table.map(({ from, to }) => text.slice(from, to)).join(`${end}${end}`);
  return [{ ...first, text: bytes }, ...others.map((other) => ({ ...withLine(text, other), text: '' }))];
}

const lineBehind = (text: string, offset: number) => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
};

function firstPlace(text: string, [first]: readonly Section[]) {
  return { offset: first ? withTable(text, first.at).from : text.length, isBehind: false };
}

type Insertion = { from: number; to: number; text: string };

/** One insertion where several stand at one place, in their order. */
function together(edits: readonly Insertion[]): Insertion[] {
  const at = new Map<number, string>();
  for (const { from, text } of edits) at.set(from, `${at.get(from) ?? ''}${text}`);
  return [...at].map(([from, text]) => ({ from, to: from, text }));
}
