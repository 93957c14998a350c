import { applyEdits } from '#lib/domain/config-check/apply-fix';
import { tableEnd, withTable } from '#lib/domain/config-check/text-stretches';
import { entriesAt, isUnder } from './find-written';
import { blockOf, dotted } from './new-lines';
import type { Address, Section, Written } from './statements';

/** What a list of tables is to hold at one place: the table of before, by its place, or a new one. */
export type TableSlot = { old: number | null; entry: Written };

/**
 * The text with other tables in a list that is written by headers, `[[…]]`; those of before stay as they are, in
 * their order. One that is left out goes with all under it, a new one stands behind the one before it.
 */
export function withTables(
  text: string,
  sections: readonly Section[],
  path: Address,
  slots: readonly TableSlot[],
): string {
  const entries = entriesAt(sections, path);
  const kept = new Set(slots.map(({ old }) => old));
  const gone = entries
    .filter((_, at) => !kept.has(at))
    .flatMap((entry) => sections.filter((section) => isUnder(section.path, entry.path)))
    .map(({ at }) => ({ ...withTable(text, at), text: '' }));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let behind = firstPlace(text, entries);
  const fresh = slots.flatMap(({ old, entry }) => {
    const stays = old === null ? undefined : entries[old];
    if (stays) {
      const last = sections.findLast((section) => isUnder(section.path, stays.path)) ?? stays;
      behind = { offset: Math.min(tableEnd(text, last.at) + 1, text.length), isBehind: true };
      return [];
    }
    const lines = (entry.inline ?? []).map(({ toml }) => toml);
    const block = blockOf(text, `[[${dotted(path)}]]`, lines);
    const { offset, isBehind } = behind;
    const start = offset === text.length && !text.endsWith('\n') ? end : '';
    return [{ from: offset, to: offset, text: isBehind ? `${start}${end}${block}` : `${block}${end}` }];
  });
  return applyEdits(text, [...gone, ...together(fresh)]);
}

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
