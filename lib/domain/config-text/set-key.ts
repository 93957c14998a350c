import { err, ok, type Result } from '#lib/domain/result';
import { sameValue } from './compare-values';
import { editToml } from './edit-toml';
import { sectionsOf } from './statements';
import { textValues, valueAt } from './text-values';

/** Why a key cannot be set; `fields` are those of the form. */
export type KeyError =
  | { code: 'text_not_readable'; message: string }
  | { code: 'value_not_readable' | 'key_taken'; message: string; fields: Record<string, string[]> };

const broken: KeyError = {
  code: 'text_not_readable',
  message: 'The text of the file is no TOML, so nothing can be written into it. Mend the text first.',
};

function taken(path: readonly string[]): KeyError {
  const message = `Something else stands where ${path.join('.')} would have to be written. Change the text.`;
  return { code: 'key_taken', message, fields: { toml: [message] } };
}

/**
 * The text with `path` set to a value that is written as TOML, or without it where `toml` is null. Fails with
 * `text_not_readable`, with `value_not_readable` where the value is no TOML value, and with `key_taken` where a value
 * stands in the place of a table on the way.
 */
export function setKey(text: string, path: readonly string[], toml: string | null): Result<string, KeyError> {
  const said = textValues(text);
  if (said === null) return err(broken);
  const value = toml === null ? undefined : readValue(toml);
  if (value === null) {
    const message =
      'Write the value as TOML does: "text" in quotes, true, 10, ["a", "b"], { key = "value" }.';
    return err({ code: 'value_not_readable', message, fields: { toml: [message] } });
  }
  const held = value?.held;
  if (sameValue(valueAt(said, path), held)) return ok(text);
  const edited = editToml(text, { path, toml: toml?.trim() ?? null });
  return edited !== null && sameValue(valueAt(textValues(edited), path), held)
    ? ok(edited)
    : err(taken(path));
}

/** One value, and nothing behind it: a second line would be another key. */
function readValue(toml: string): { held: unknown } | null {
  const text = `value = ${toml.trim()}`;
  const [top, ...tables] = sectionsOf(text) ?? [];
  const [pair] = top?.pairs ?? [];
  const isAlone = tables.length === 0 && top?.pairs.length === 1 && pair?.value.at.to === text.length;
  return isAlone ? { held: textValues(text)?.value } : null;
}
