/** A value that these files hold. Tables inside values are written inline, on one line. */
export type TomlValue =
  string | boolean | number | bigint | Date | readonly TomlValue[] | { readonly [key: string]: TomlValue };

/** One key with its value, and a short note for the person who reads the file. */
export type TomlLine = { key: string; value: TomlValue; note?: string };

/** A table with its lines; `table` is a dotted path of bare keys, or null for the top of the file. */
export type TomlSection = { table: string | null; note?: string; lines: readonly TomlLine[] };

const bareKey = /^[A-Za-z0-9_-]+$/;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * The sections as TOML 1.0: LF line ends, a final newline, an empty line between tables, notes behind
 * their value. No line begins with `#`, so a header of comment lines above can be told from the rest.
 * A section at the top of the file comes first or is lost in the table before it.
 */
export function renderToml(sections: readonly TomlSection[]): string {
  const filled = sections.filter((section) => section.table !== null || section.lines.length > 0);
  return filled.map(renderSection).join('\n');
}

function renderSection({ table, note, lines }: TomlSection): string {
  const head = table === null ? [] : [`[${table}]${renderNote(note)}`];
  const body = lines.map(
    ({ key, value, note: lineNote }) => `${renderKey(key)} = ${renderValue(value)}${renderNote(lineNote)}`,
  );
  return [...head, ...body].map((line) => `${line}\n`).join('');
}

const renderNote = (note: string | undefined) => (note === undefined ? '' : `  # ${note}`);

/** A key as TOML writes it: bare where it may be. */
export const renderKey = (key: string): string => (bareKey.test(key) ? key : renderString(key));

/** A value as TOML writes it, on one line. */
export function renderValue(value: TomlValue): string {
  if (typeof value === 'string') return renderString(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (isList(value)) return `[${value.map(renderValue).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${renderKey(key)} = ${renderValue(inner)}`);
  return `{ ${pairs.join(', ')} }`;
}

const isList = (value: TomlValue): value is readonly TomlValue[] => Array.isArray(value);

function renderString(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f\u007f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return shortEscapes[character] ?? `\\u${code}`;
  });
  return `"${escaped}"`;
}
