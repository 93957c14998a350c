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
