/** What the bytes of a file are, as far as proof may be it. */
export type FileKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'pdf' | 'zip' | 'docx' | 'xlsx' | 'text';

/** Endings a name may have for each kind, with the media type the file is then handed out under. */
const endings: Readonly<Record<FileKind, Readonly<Record<string, string>>>> = {
  png: { png: 'image/png' },
  jpeg: { jpg: 'image/jpeg', jpeg: 'image/jpeg' },
  gif: { gif: 'image/gif' },
  webp: { webp: 'image/webp' },
  pdf: { pdf: 'application/pdf' },
  zip: { zip: 'application/zip' },
  docx: { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  text: {
    txt: 'text/plain',
    log: 'text/plain',
    toml: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    json: 'application/json',
  },
};

const knownEndings: ReadonlySet<string> = new Set(Object.values(endings).flatMap(Object.keys));

/** Every ending a proof file may have, for a form and for people. */
export const evidenceEndings: readonly string[] = [...knownEndings];

/** What a file's name ends with, in lower case; empty where it has no ending. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** Whether some kind of proof has names with this ending. */
export const isKnownEnding = (ending: string): boolean => knownEndings.has(ending);

/** The media type of a file of `kind` under a name with `ending`; null where they do not belong together. */
export function mediaTypeOf(kind: FileKind, ending: string): string | null {
  const types: Readonly<Record<string, string>> = endings[kind];
  return Object.hasOwn(types, ending) ? (types[ending] ?? null) : null;
}

const beginnings: readonly (readonly [Exclude<FileKind, 'text' | 'docx' | 'xlsx'>, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04'],
];

/**
 * What the bytes are, told from the bytes alone; null for what proof may not be: programs, markup that a
 * browser would run (HTML, SVG, XML), and whatever is neither known nor text in UTF-8.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const head = binaryText(bytes.subarray(0, 16));
  const found = beginnings.find(([, beginning]) => head.startsWith(beginning))?.[0];
  if (found === 'zip') return packedKind(bytes);
  if (found) return found;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return isPlainText(bytes) ? 'text' : null;
}

const binaryText = (bytes: Uint8Array) => String.fromCharCode(...bytes);

// An office document is an archive; the names of what it holds stand in it as they are.
function packedKind(bytes: Uint8Array): FileKind {
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.includes('[Content_Types].xml')) return 'zip';
  if (text.includes('word/document.xml')) return 'docx';
  return text.includes('xl/workbook.xml') ? 'xlsx' : 'zip';
}

/** Control characters that no text has; tab, line breaks, form feed and the escape of coloured logs are kept. */
const notText = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F]/;
const markup = /^[\s\uFEFF]*<[a-z!?/]/i;

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !notText.test(text) && !markup.test(text);
  } catch {
    return false;
  }
}

/** Whether the bytes are JSON. */
export function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
