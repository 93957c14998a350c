import type { Spot } from './toml-document';

/** A stretch with the rest of its line, blanks and a comment alike, the end of that line, and the blanks before it. */
export function withLine(text: string, { from, to }: Spot): Spot {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const isFirst = text.slice(lineStart, from).trim() === '';
  return { from: isFirst ? lineStart : from, to: lineEnd === -1 ? text.length : lineEnd + 1 };
}

/** An entry of an inline table or list, with the one comma that goes with it. */
export function withComma(text: string, { from, to }: Spot): Spot {
  const after = /^\s*,\s*/.exec(text.slice(to));
  if (after) return { from, to: to + after[0].length };
  const before = /,\s*$/.exec(text.slice(0, from));
  return before ? { from: from - before[0].length, to } : { from, to };
}

/**
 * A table by header with what belongs to it: the comment lines directly above its header and every line down to the
 * next header, or to the comment lines directly above that.
 */
export function withTable(text: string, { from, to }: Spot): Spot {
  const start = tableStart(text, from);
  const next = /\n[ \t]*\[/.exec(text.slice(endOfLine(text, to)));
  if (next) return { from: start, to: aboveComments(text, endOfLine(text, to) + next.index + 1) };
  const blanks = /(?:^|\n)(?:[ \t]*\r?\n)*$/.exec(text.slice(0, start))?.[0] ?? '';
  return { from: start - blanks.replace(/^\n/, '').length, to: text.length };
}

/** Where a table begins: at the comment lines directly above its header, which starts at `from`. */
export function tableStart(text: string, from: number): number {
  return aboveComments(text, text.lastIndexOf('\n', from - 1) + 1);
}

/** Where the last line of a table ends: its pairs and the comments under them, without the blank lines behind. */
export function tableEnd(text: string, at: Spot): number {
  const end = withTable(text, at).to;
  const lines = text.slice(at.to, end).trimEnd();
  return endOfLine(text, at.to + lines.length);
}

/** Where the line ends that an offset stands on, before its end. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Where the comment lines begin that stand directly above a line. */
function aboveComments(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
  return start;
}
