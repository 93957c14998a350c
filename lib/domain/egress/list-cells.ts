/** One text of a pasted list and the line it stands on, from 1. */
export type ListCell = { line: number; text: string };

/** Heads of a column that holds ranges, as spreadsheets and GitHub's export spell them; letters only. */
const rangeHeads = new Set([
  'cidr',
  'cidrs',
  'ip',
  'ips',
  'ipaddress',
  'ipaddresses',
  'ipaddressorrange',
  'iprange',
  'ipranges',
  'iprangeincidrnotation',
  'address',
  'range',
  'ranges',
  'prefix',
  'network',
  'allowlistvalue',
  'allowlist',
  'value',
]);

const headOf = (cell: string) => cell.toLowerCase().replace(/[^a-z]/g, '');

/** A line's cells: separated by commas, semicolons or tabs, in double quotes where they hold one. */
function cellsOf(line: string): string[] {
  const cells = line.match(/(?<=^|[,;\t])\s*("(?:[^"]|"")*"|[^,;\t]*)/g) ?? [];
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/**
 * The texts of a pasted list, each with its line: one or several a line, or a column of a table.
 *
 * What follows a # is a comment. A first line with a head such as "cidr" or "IP range" makes it a table, of
 * which that column alone is read.
 */
export function listCells(text: string): ListCell[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((content, index) => ({ line: index + 1, content: content.replace(/#.*$/, '').trim() }))
    .filter(({ content }) => content !== '');
  const [first, ...rest] = lines;
  if (!first) return [];

  const column = cellsOf(first.content).findIndex((cell) => rangeHeads.has(headOf(cell)));
  if (column >= 0) {
    return rest.map(({ line, content }) => ({ line, text: cellsOf(content)[column] ?? '' }));
  }
  return lines.flatMap(({ line, content }) =>
    content
      .replaceAll('"', ' ')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((cell) => ({ line, text: cell })),
  );
}
