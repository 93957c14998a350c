const header = /^\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$/;
const pair = /^(\s*)([\w.-]+)\s*=/;

/** Dotted name of the table that an offset stands in, with a dot behind it; empty at the top of the file. */
export function tableAt(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n').slice(0, -1);
  for (const line of lines.reverse()) {
    const found = header.exec(line)?.[1];
    if (found !== undefined) return `${found}.`;
  }
  return '';
}

/** The key that is written at an offset, by its dotted name, with where it stands; null beside any. */
export function keyAt(text: string, offset: number): { key: string; from: number; to: number } | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const table = header.exec(line)?.[1];
  if (table !== undefined) return { key: table, from: lineStart, to: lineStart + line.length };
  const [, blank = '', name] = pair.exec(line) ?? [];
  if (name === undefined) return null;
  const from = lineStart + blank.length;
  const to = from + name.length;
  return offset < from || offset > to ? null : { key: `${tableAt(text, lineStart + 1)}${name}`, from, to };
}
