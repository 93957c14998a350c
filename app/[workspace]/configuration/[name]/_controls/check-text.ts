import { mostCharacters, tooLong } from '#lib/domain/config-text/text-size';
import { bytesInWords } from '#lib/domain/form-bytes';

/** Characters of a file that is surely too large: base64 and the words of a profile make a text no larger than so. */
const mostBytes = 4 * mostCharacters;

/** What of a text or of a chosen file is known to be too large before it is sent; null where nothing is. */
export function checkText(form: FormData): Record<string, string[]> | null {
  const file = form.get('file');
  if (file instanceof File && file.size > mostBytes) {
    return { file: [`${file.name} has ${bytesInWords(file.size)}. ${tooLong}`] };
  }
  const text = form.get('text');
  if (typeof text !== 'string') return null;
  // A form counts every line end as two characters; the text is kept with one.
  const { length } = text.replaceAll('\r\n', '\n');
  if (length <= mostCharacters || (file instanceof File && file.size > 0)) return null;
  return { text: [`It has ${length.toLocaleString('en')} characters. ${tooLong}`] };
}
