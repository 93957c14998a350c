import { applyEdits } from '#lib/domain/config-check/apply-fix';
import { withLine, withTable } from '#lib/domain/config-check/text-stretches';
import { editsTo, isPlain } from './compare-values';
import { withTables } from './edit-tables';
import { entriesAt, isThere, isUnder, pairAt } from './find-written';
import { matchEntries } from './match-entries';
import { newTable, put, withKey } from './new-lines';
import { rewritten, withoutName } from './rewrite-value';
import { readWritten, sectionsOf, type Address, type Pair, type Section, type Written } from './statements';
import { textValues, valueAt, writtenValue } from './text-values';
import type { TomlEdit } from './toml-edit';

/**
 * The text with one key changed and everything else as it was: comments, order of keys, blanks, line ends. A new
 * key stands behind the last of its table, as far in as that; a new table behind the nearest of its kind or at the
 * end. A key that is taken away takes its line along, with the comment on that line. A table by header takes along
 * what stands in it and the comment lines directly above its header, and leaves those above the next one.
 *
 * A list or an inline table is changed entry by entry (`rewritten`). So is a list of tables by headers, `[[…]]`: a
 * table that stays keeps its comments, also where it changes places, and one that is like it (`matchEntries`) is
 * changed inside. Where one of its tables is no table any more, or is written with dotted names, the list is written
 * anew as a whole.
 *
 * Null where the text is no TOML or `toml` is no value.
 */
export function editToml(text: string, { path, toml }: TomlEdit): string | null {
  const sections = sectionsOf(text);
  if (!sections) return null;
  if (toml === null) return without(text, sections, path);
  if (typeof toml === 'object')
    return isThere(sections, path) ? text : newTable(text, sections, { path, lines: [] });
  const value = readWritten(toml);
  if (!value) return null;
  const pair = pairAt(sections, path);
  if (pair) return put(text, pair.value.at, rewritten(pair.value, value));
  return isThere(sections, path)
    ? inPlaceOfTables(text, sections, { path, value })
    : withKey(text, sections, { path, toml });
}

/** A value in place of tables by header, or of dotted keys: by them where they are a list, else on one line. */
function inPlaceOfTables(
  text: string,
  sections: readonly Section[],
  { path, value }: { path: Address; value: Written },
): string | null {
  if (entriesAt(sections, path).length > 0 && isListOfTables(value)) return withList(text, path, value.items);
  const cleared = without(text, sections, path);
  const left = sectionsOf(cleared);
  return left && withKey(cleared, left, { path, toml: value.toml });
}

/** The text after several changes, one by one. Null where it is no TOML. */
export function editAll(text: string, edits: readonly TomlEdit[]): string | null {
  let edited: string | null = text;
  for (const edit of edits) edited = edited === null ? null : editToml(edited, edit);
  return edited;
}

const isListOfTables = (value: Written): value is Written & { items: readonly Written[] } =>
  value.items !== null &&
  value.items.length > 0 &&
  value.items.every(({ inline }) => inline !== null && inline.every(isPlain));

/** First what changes inside the tables that stay, as no place moves by that; then those that move, come and go. */
function withList(text: string, path: Address, items: readonly Written[]): string | null {
  const held = valueAt(textValues(text), path);
  const before: readonly unknown[] = Array.isArray(held) ? held : [];
  const wanted = items.map(writtenValue);
  const matched = matchEntries(before, wanted);
  const slots = items.map((entry, place) => ({ old: matched[place] ?? null, entry }));
  const inside = slots.flatMap(({ old, entry }) =>
    old === null ? [] : editsTo([...path, old], before[old], entry),
  );
  const changed = editAll(text, inside);
  const sections = changed === null ? null : sectionsOf(changed);
  return changed !== null && sections ? withTables(changed, sections, path, slots) : null;
}

function without(text: string, sections: readonly Section[], path: Address): string {
  const gone = sections.flatMap((section) =>
    section.path.length >= path.length && isUnder(section.path, path)
      ? [{ ...withTable(text, section.at), text: '' }]
      : isUnder(path, section.path)
        ? pairsWithout(text, section.pairs, path.slice(section.path.length))
        : [],
  );
  return applyEdits(text, gone);
}

function pairsWithout(text: string, pairs: readonly Pair[], rest: Address) {
  return pairs.flatMap(({ keys, at, value }) => {
    if (isUnder(keys, rest)) return [{ ...withLine(text, at), text: '' }];
    if (!isUnder(rest, keys) || !value.inline) return [];
    return [{ ...value.at, text: withoutName(value, rest.slice(keys.length)) }];
  });
}
