import type { Fix } from './finding';

/** The text after edits by offset that do not overlap; of two at one offset, what is put in comes before what goes. */
export function applyEdits(text: string, edits: Fix['edits']): string {
  return [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((changed, { from, to, text: put }) => changed.slice(0, from) + put + changed.slice(to), text);
}

/** The text after a fix. */
export const applyFix = (text: string, { edits }: Fix): string => applyEdits(text, edits);
