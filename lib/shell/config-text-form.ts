import 'server-only';
import { isProfile, textFromProfile } from '#lib/domain/config-text/mobileconfig';
import { decodedText } from '#lib/domain/config-text/text-bytes';
import { textNames } from '#lib/domain/config-text/text-view';

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

function decoded(payload: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payload, 'base64'));
  } catch {
    return null;
  }
}

/**
 * The input of an import: what was pasted, or the text of the file that was chosen; of a profile, what it carries.
 * The text of the file stands in the form as if it had been pasted. Bytes that are no text are handed on as they are.
 */
export async function importedText(form: FormData): Promise<Record<string, unknown>> {
  const file = form.get('file');
  form.delete('file');
  const chosen =
    file instanceof File && file.size > 0 ? decodedText(new Uint8Array(await file.arrayBuffer())) : null;
  const [name, version] = ['name', 'version'].map((field) => textOf(form, field));
  if (chosen instanceof Uint8Array) return { name, text: chosen, version: Number(version) };
  if (chosen !== null) form.set('text', chosen.replace(/^\ufeff/, ''));
  const text = textOf(form, 'text');
  const known = textNames.find((one) => one === name);
  const carried = known && isProfile(text) ? textFromProfile(text, known, decoded) : text;
  // Without a file and without a text there is nothing to write: the schema says so at the field.
  return { name, text: carried || undefined, version: Number(version) };
}

/** The input of a change of one key: ticked words become a list, a word a text, and a press of “Take away” nothing. */
export function keyFromForm(form: FormData): Record<string, unknown> {
  const press = form.get('press');
  const kind = textOf(form, 'kind');
  const typed: Readonly<Record<string, string>> = {
    choices: JSON.stringify(form.getAll('value')),
    choice: JSON.stringify(textOf(form, 'value')),
  };
  return {
    name: textOf(form, 'name'),
    key: JSON.parse(textOf(form, 'key')) as unknown,
    toml: press === 'remove' ? null : (typed[kind] ?? textOf(form, 'value')),
    reason: textOf(form, 'reason'),
    version: Number(textOf(form, 'version')),
  };
}
