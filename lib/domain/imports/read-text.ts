/** Why a whole file cannot be taken, with the line from which on. */
export type FileFault = { line: number; column: string | null; reason: string };

/** Why bytes are no text, and the text `before` the first that is none. */
export type NoText = { reason: string; before: string };

/** Text out of bytes as they arrive; a reason where they are no text. */
export type TextReader = {
  push: (bytes: Uint8Array) => string | NoText;
  end: () => string | NoText;
};

const notText: NoText = {
  reason: 'This is no text file. Save it as CSV with the encoding UTF-8, or as JSON.',
  before: '',
};
const otherEncoding =
  'This file is neither UTF-8 nor UTF-16. Save it again with the encoding UTF-8: in Excel, with the file type “CSV UTF-8”.';
const archive: NoText = {
  reason: 'This is an archive or a workbook, not a CSV file. Save the sheet as CSV.',
  before: '',
};
const beginnings: readonly (readonly [readonly number[], NoText])[] = [
  [[0x50, 0x4b, 0x03, 0x04], archive],
  [[0x50, 0x4b, 0x05, 0x06], archive],
  [[0x1f, 0x8b], archive],
  [[0xd0, 0xcf, 0x11, 0xe0], archive],
  [[0x25, 0x50, 0x44, 0x46], notText],
];
const bytesToTell = 4;

const marks: readonly (readonly [RegExp, string])[] = [
  [/^fffe/, 'utf-16le'],
  [/^feff/, 'utf-16be'],
  [/^(?!00)..00(?!00)..00/, 'utf-16le'],
  [/^00(?!00)..00(?!00)../, 'utf-16be'],
];

/** The encoding by its byte order mark, or by where the zero bytes of Latin letters stand; UTF-8 otherwise. */
function encodingOf(head: Uint8Array): string {
  const signs = [...head.subarray(0, bytesToTell)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return marks.find(([mark]) => mark.test(signs))?.[1] ?? 'utf-8';
}

/**
 * Reads UTF-8 and UTF-16, with or without a byte order mark. Every line break comes out as `\n`.
 *
 * Archives, other binary files, and text in an older encoding are refused.
 */
export function textReader(): TextReader {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | null = null;
  let encoding = '';
  let held = '';

  const plain = (text: string, isEnd: boolean): string | NoText => {
    const zero = text.indexOf('\0');
    if (zero >= 0) return { ...notText, before: withBreaks(held + text.slice(0, zero)) };
    if (held === '' && !text.includes('\r')) return text;
    const whole = held + text;
    held = whole.endsWith('\r') && !isEnd ? '\r' : '';
    return withBreaks(held === '' ? whole : whole.slice(0, -1));
  };
  const decode = (bytes: Uint8Array, isEnd: boolean) => {
    try {
      return plain(decoder?.decode(bytes, { stream: !isEnd }) ?? '', isEnd);
    } catch {
      // A sign that was cut between two pieces stands for itself at the beginning, and is no fault.
      const [before = ''] = new TextDecoder(encoding)
        .decode(bytes)
        .replace(/^\uFFFD{1,3}/, '')
        .split('\uFFFD');
      return { reason: otherEncoding, before: withBreaks(held + before) };
    }
  };
  const begin = (isEnd: boolean) => {
    const known = beginnings.find(([signs]) => signs.every((sign, at) => head[at] === sign));
    if (known) return known[1];
    encoding = encodingOf(head);
    decoder = new TextDecoder(encoding, { fatal: true });
    return decode(head, isEnd);
  };

  return {
    push(bytes) {
      if (decoder) return decode(bytes, false);
      head = joined(head, bytes);
      return head.length < bytesToTell ? '' : begin(false);
    },
    end: () => (decoder ? decode(new Uint8Array(0), true) : begin(true)),
  };
}

const withBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
