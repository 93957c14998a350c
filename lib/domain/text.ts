import { z } from 'zod';

/** C0 and C1 control characters and DEL, without tab, line feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const ONE_LINE_BREAKER = /[\t\n\r\u2028\u2029]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Embeddings, overrides and isolates: they can make a name read as another one. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

type Length = { min?: number; max: number };

const isVisible = (text: string) => text.replace(INVISIBLE, '') !== '';

/** Rules every stored text keeps, whichever its shape. */
function safeText({ min = 1, max }: Length, clean: (text: string) => string) {
  return z
    .string()
    .overwrite((text) => clean(text).trim().normalize('NFC'))
    .min(min, { error: min === 1 ? 'Write something here.' : `Use at least ${min} characters.`, abort: true })
    .max(max, { error: `Use at most ${max.toLocaleString('en')} characters.`, abort: true })
    .refine((text) => min === 0 || isVisible(text), 'Write something that can be seen.')
    .refine((text) => !CONTROL.test(text), 'Remove the control characters.')
    .refine((text) => !LONE_SURROGATE.test(text), 'Remove the broken character.')
    .refine((text) => !BIDI_CONTROL.test(text), 'Remove the characters that reorder text.');
}

/**
 * One line of text as a person may write it, trimmed and in Unicode form NFC.
 *
 * Refuses control characters (NUL among them), line breaks, tabs, lone surrogates, text without any visible
 * character, and the bidirectional embeddings, overrides and isolates that can make one name look like
 * another. Right-to-left letters and the marks LRM, RLM and ALM are kept: Arabic and Hebrew names need them.
 * Markup such as `<script>` is plain text and kept. Lengths are in UTF-16 code units, after cleaning.
 */
export function plainText(length: Length) {
  return safeText(length, (text) => text).refine(
    (text) => !ONE_LINE_BREAKER.test(text),
    'Write it in one line, without tabs.',
  );
}

/** Text of several lines: as `plainText`, but line feeds and tabs are kept and every line break becomes `\n`. */
export function multilineText(length: Length) {
  return safeText(length, (text) => text.replace(LINE_BREAKS, '\n'));
}

/** Whether the database can be asked about a text: none in it holds NUL, and one that does cannot be sent. */
export const isStorable = (text: string): boolean => !text.includes('\0');

/** Whether a text of an address is an id, so that it may be asked for. */
export const isId = (text: string | undefined): text is string => z.uuid().safeParse(text).success;

/** What somebody searches for: any text, trimmed, also none; a text that nothing stored can hold is refused. */
export const searchText = ({ max }: { max: number }) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine(isStorable, 'Remove the control characters.');

/** An e-mail address, trimmed; its spelling is kept. */
export const emailAddress = z
  .string()
  .trim()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Write an e-mail address, such as name@example.com.'));

function isWebLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:\/\//i.test(text) && url.username === '' && url.password === '';
}

/** A web address with http or https, without a user name or password in it. */
export const webLink = plainText({ max: 2000 }).refine(
  isWebLink,
  'Write a web address that begins with https:// or http://.',
);
