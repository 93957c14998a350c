import { parse, type TomlTable, type TomlValue } from 'smol-toml';

/** A value of a configuration file, or an empty table. */
export type ConfigValue = Exclude<TomlValue, TomlTable> | Record<string, never>;

/**
 * Every value of a TOML file by its dotted key; a table without any key counts as a value, because an empty
 * `mcp_servers` says something. Lists are values. Null where the text is no TOML.
 */
export function configValues(text: string): Map<string, ConfigValue> | null {
  const values = new Map<string, ConfigValue>();
  try {
    collect(parse(text), [], values);
  } catch {
    return null;
  }
  return values;
}

function collect(table: TomlTable, path: readonly string[], values: Map<string, ConfigValue>): void {
  for (const [key, value] of Object.entries(table)) {
    const at = [...path, key];
    if (!isTable(value)) values.set(at.join('.'), value);
    else if (Object.keys(value).length === 0) values.set(at.join('.'), {});
    else collect(value, at, values);
  }
}

const isTable = (value: TomlValue): value is TomlTable =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);

/** A value as a person reads it in a sentence. */
export function valueWords(value: ConfigValue): string {
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(itemWords).join(', ');
  if (typeof value === 'object' && !(value instanceof Date)) return 'empty';
  return String(value);
}

const itemWords = (value: TomlValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
