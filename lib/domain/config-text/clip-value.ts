import { readToml } from '#lib/domain/config-check/read-toml';
import { nodeAt, plainValue } from '#lib/domain/config-check/toml-document';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';

/** The beginning of a value, as TOML writes it, and what was left off, in words; null where nothing was. */
export type ClippedValue = { shown: string; left: string | null };

const mostEntries = 5;
const mostCharacters = 240;

/** The beginning of a value for a row of a table: the first entries of a long list, the first words of anything else. */
export function clipValue(toml: string): ClippedValue {
  const entries = entriesOf(toml);
  if (entries && entries.length > mostEntries) {
    const first = clipText(entries.slice(0, mostEntries).map(renderValue).join(', '));
    return {
      shown: `[${first.shown}, …]`,
      left: `and ${(entries.length - mostEntries).toLocaleString('en')} more`,
    };
  }
  return clipText(toml);
}

function clipText(toml: string): ClippedValue {
  if (toml.length <= mostCharacters) return { shown: toml, left: null };
  const left = toml.length - mostCharacters;
  // Never within a character that takes two units.
  const shown = toml.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');
  return { shown: `${shown}…`, left: `and ${left.toLocaleString('en')} characters more` };
}

/** Entries of a list; null for any other value. */
function entriesOf(toml: string): readonly TomlValue[] | null {
  const read = readToml(`value = ${toml}\n`);
  const node = read.ok ? nodeAt(read.value.document, ['value']) : null;
  const value = node && plainValue(node);
  // safe because what a document holds is made of such values
  return Array.isArray(value) ? (value as readonly TomlValue[]) : null;
}
