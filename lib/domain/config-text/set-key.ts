import { err, ok, type Result } from '#lib/domain/result';
import { editsTo, sameValue } from './compare-values';
import { editAll } from './edit-toml';
import { readWritten, type Written } from './statements';
import { textValues, valueAt, writtenValue } from './text-values';

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
  if (textValues(text) === null) return err(broken);
  if (toml === null) return written(text, path, null);
  const value = readWritten(toml);
  if (value) return written(text, path, value);
  const message = 'Write the value as TOML does: "text" in quotes, true, 10, ["a", "b"], { key = "value" }.';
  return err({ code: 'value_not_readable', message, fields: { toml: [message] } });
}

function written(text: string, path: readonly string[], value: Written | null): Result<string, KeyError> {
  const before = valueAt(textValues(text), path);
  const held = value ? writtenValue(value) : undefined;
  if (sameValue(before, held)) return ok(text);
  // What is not there yet stands in the text as it was typed.
  const edits = before === undefined && value ? [{ path, toml: value.toml }] : editsTo(path, before, value);
  const edited = editAll(text, edits);
  const isSaid = edited !== null && sameValue(valueAt(textValues(edited), path), held);
  return isSaid ? ok(edited) : err(taken(path));
}
