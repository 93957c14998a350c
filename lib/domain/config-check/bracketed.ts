import type { Spot } from './toml-document';

/** What stands at one place of a list afterwards: an entry of before, by its number, or null for a new one. */
export type Slot = { old: number | null; text: string };

/**
 * A list or an inline table (`at`, with its brackets) with other entries than before.
 *
 * Entries of before keep the comment on their line and the comment lines above them, also where they change places.
 * An entry that is left out takes its line along where it has one of its own; comment lines above it stay, and so
 * does the comment of a line that others still stand on. A new entry stands on a line of its own, as far in as the
 * last that does, or behind a comma where they share one line. The last entry has a comma behind it where it had one
 * before.
 */
export function rebuilt(text: string, at: Spot, items: readonly Spot[], slots: readonly Slot[]): string {
  const whole = partsOf(text, at, items);
  const style = styleOf(whole, text);
  const { head, pieces, tail } = withoutOthers(whole, new Set(slots.flatMap(({ old }) => old ?? [])), style);
  let inner = head;
  let isInComment = head.includes('#');
  const add = (lead: string, more: string) => {
    inner += `${isInComment && !lineEnd.test(lead) ? style.end : ''}${lead}${more}`;
  };
  slots.forEach(({ old, text: value }, place) => {
    const piece = (old === null ? null : pieces[old]) ?? { ...noPiece, lead: style.lead };
    const hasComma = place < slots.length - 1 || style.endsWithComma;
    add(leadAt(place, piece.lead, style), `${value}${commaOf(piece, hasComma)}${piece.trail}`);
    isInComment = piece.trail.includes('#');
  });
  const isBare = slots.length === 0 && !`${head}${tail}`.includes('#');
  if (!isBare) add(tail, '');
  return `${text.slice(at.from, at.from + 1)}${inner.trim() === '' ? '' : inner}${text.slice(at.to - 1, at.to)}`;
}

/** The one edit by which `after` takes the place of a stretch, without what both begin and end with. */
export function changeOf(text: string, { from, to }: Spot, after: string) {
  const before = text.slice(from, to);
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: from + start, to: to - end, text: after.slice(start, after.length - end) };
}

/**
 * One entry without its value: `lead` is what stands before it since the line of the entry before ended, `gap` what
 * stands between it and its comma, `trail` the rest of its line.
 */
type Piece = { lead: string; gap: string; hasComma: boolean; trail: string };

/** What stands between two brackets besides the values; `head` is the rest of the line that opens. */
type Parts = { head: string; pieces: readonly Piece[]; tail: string };

const lineEnd = /\r?\n/;
const noPiece: Piece = { lead: '', gap: '', hasComma: false, trail: '' };

function partsOf(text: string, { from, to }: Spot, items: readonly Spot[]): Parts {
  const [head, first] = splitAtLineEnd(text.slice(from + 1, items[0]?.from ?? to - 1));
  let lead = first;
  const pieces = items.map((item, at): Piece => {
    const between = text.slice(item.to, items[at + 1]?.from ?? to - 1);
    const comma = commaIn(between);
    const [trail, rest] = splitAtLineEnd(between.slice(comma + 1));
    const piece = { lead, gap: between.slice(0, Math.max(comma, 0)), hasComma: comma >= 0, trail };
    lead = rest;
    return piece;
  });
  return { head, pieces, tail: lead };
}

/** What stands on the line, and the rest from its end on; blanks alone are no line. */
function splitAtLineEnd(text: string): [string, string] {
  const at = text.search(lineEnd);
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at)];
}

/** Where the comma stands in blanks and comments; -1 without one. */
function commaIn(between: string): number {
  return between.replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length)).indexOf(',');
}

type Style = { end: string; lead: string; first: string; between: string; endsWithComma: boolean };

/** How entries are written: before a new one, before the first and between two on one line, behind the last. */
function styleOf(parts: Parts, text: string): Style {
  const { pieces } = parts;
  const between = pieces.slice(1).find(({ lead }) => !lineEnd.test(lead))?.lead ?? ' ';
  const first = pieces[0]?.lead ?? '';
  return {
    ...{ end: text.includes('\r\n') ? '\r\n' : '\n', between, first: lineEnd.test(first) ? '' : first },
    lead: freshLead(parts) ?? between,
    endsWithComma: pieces.at(-1)?.hasComma ?? false,
  };
}

/** What stands before a new entry on a line of its own; null where entries share a line. */
function freshLead({ pieces, tail }: Parts): string | null {
  if (pieces.length === 0) return deeper(tail);
  const onOwn = (pieces.length === 1 ? pieces : pieces.slice(1)).findLast(({ lead }) => lineEnd.test(lead));
  return onOwn ? ownLine(onOwn.lead) : null;
}

/** The end of a line and the indentation behind it; null without an end of a line. */
const ownLine = (lead: string) => /\r?\n[ \t]*$/.exec(lead)?.[0] ?? null;

/** Where nothing stands between brackets on several lines: as far in as a comment there, or two blanks more. */
const deeper = (tail: string) =>
  /\r?\n[ \t]*(?=#)/.exec(tail)?.[0] ?? (ownLine(tail) === null ? null : `${ownLine(tail) ?? ''}  `);

function leadAt(place: number, lead: string, style: Style): string {
  if (lineEnd.test(lead)) return lead;
  if (place === 0) return style.first;
  return lead === style.first ? style.between : lead;
}

/** What stands between a value and the rest of its line. */
function commaOf({ gap, hasComma }: Piece, wanted: boolean): string {
  if (hasComma) return wanted ? `${gap},` : gap.trimEnd() && gap;
  return wanted ? `,${gap}` : gap;
}

/** The parts with the comments that stay of entries that are left out. */
function withoutOthers({ head, pieces, tail }: Parts, kept: ReadonlySet<number>, { end }: Style): Parts {
  const left = pieces.map((piece) => ({ ...piece }));
  let pending: string | null = null;
  left.forEach((piece, at) => {
    if (kept.has(at)) {
      piece.lead = joined(pending, piece.lead);
      pending = null;
      return;
    }
    const before = onLineOf(pieces, at).findLast((other) => kept.has(other));
    const stays = before === undefined ? undefined : left[before];
    if (stays) stays.trail += piece.trail;
    pending = pending === null ? piece.lead : joined(pending, piece.lead);
  });
  const comments = pending === null ? '' : commentsOf(pending);
  const closed = comments !== '' && !lineEnd.test(tail) ? `${end}${tail}` : tail;
  return { head, pieces: left, tail: `${comments}${closed}` };
}

/** The entries before this one that stand on its line. */
function onLineOf(pieces: readonly Piece[], at: number): number[] {
  const start = pieces.findLastIndex(({ lead }, other) => other <= at && lineEnd.test(lead));
  return pieces.flatMap((_, other) => (other >= start && other < at ? [other] : []));
}

/** Lines with comments out of what stood before an entry, without the indentation of that entry. */
const commentsOf = (lead: string) => (lead.includes('#') ? lead.slice(0, lead.search(/\r?\n[ \t]*$/)) : '');

/** What stands before an entry where the one before it, with `pending` before it, went. */
function joined(pending: string | null, lead: string): string {
  if (pending === null) return lead;
  return lineEnd.test(lead) ? `${commentsOf(pending)}${lead}` : pending;
}
