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

/** Heads of a column that says whether a row counts, and what it says where it does not. */
const activeHeads = new Set(['active', 'isactive', 'enabled', 'isenabled', 'status', 'state']);
const offWords = new Set(['false', 'no', 'off', '0', 'inactive', 'disabled']);

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
 * which that column alone is read; rows that a column such as "active" says are off allow nothing and are
 * passed over.
 */
export function listCells(text: string): ListCell[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((content, index) => ({ line: index + 1, content: content.replace(/#.*$/, '').trim() }))
    .filter(({ content }) => content !== '');
  const [first, ...rest] = lines;
  if (!first) return [];

  const heads = cellsOf(first.content).map(headOf);
  const column = heads.findIndex((head) => rangeHeads.has(head));
  if (column >= 0) {
    const active = heads.findIndex((head) => activeHeads.has(head));
    return rest.flatMap(({ line, content }) => {
      const cells = cellsOf(content);
      return offWords.has(cells[active]?.toLowerCase() ?? '') ? [] : [{ line, text: cells[column] ?? '' }];
    });
  }
  return lines.flatMap(({ line, content }) =>
    content
      .replaceAll('"', ' ')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((cell) => ({ line, text: cell })),
  );
}
