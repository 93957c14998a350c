/** A literal text of a rules file: what it stands for and where it ends, or why it is none. */
export type ReadText = { text: string; end: number } | { fault: string; at: number };

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '\n': '',
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The text whose opening quote stands at `start`, with its escapes resolved as the client does.
 *
 * An unknown escape keeps its backslash, a carriage return is left out, an octal escape may reach U+01FF.
 */
export function readText(source: string, start: number, isRaw: boolean): ReadText {
  const quote = source.charAt(start);
  const close = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let text = '';
  let index = start + close.length;
  while (!source.startsWith(close, index)) {
    const char = source.charAt(index);
    if (char === '' || (char === '\n' && close.length === 1)) {
      return { fault: 'unfinished string literal', at: start };
    }
    if (char !== '\\') {
      text += char === '\r' ? '' : char;
      index += 1;
      continue;
    }
    const escape = isRaw ? readRawPair(source, index) : readEscape(source, index);
    if ('fault' in escape) return escape;
    text += escape.text;
    index = escape.end;
  }
  return { text, end: index + close.length };
}

function readRawPair(source: string, at: number): ReadText {
  const next = source.charAt(at + 1);
  return { text: next === '"' || next === "'" ? next : `\\${next}`, end: at + 1 + next.length };
}

function readEscape(source: string, at: number): ReadText {
  const letter = source.charAt(at + 1);
  if (letter === '') return { fault: 'missing string escape sequence, only saw `\\`', at };
  if (source.startsWith('\r\n', at + 1)) return { text: '', end: at + 3 };
  const plain = simple[letter];
  if (plain !== undefined && letter !== '\r') return { text: plain, end: at + 2 };
  const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined)
    return { text: String.fromCodePoint(parseInt(octal, 8)), end: at + 1 + octal.length };
  const width = hexDigits[letter];
  if (width !== undefined) return readHex(source, at, width);
  if (letter === '\r') return { fault: `invalid string escape sequence \`${source.charAt(at + 2)}\``, at };
  return { text: `\\${letter}`, end: at + 2 };
}

function readHex(source: string, at: number, width: number): ReadText {
  const digits = source.slice(at + 2, at + 2 + width);
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === width ? parseInt(digits, 16) : NaN;
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (isCharacter) return { text: String.fromCodePoint(code), end: at + 2 + width };
  return { fault: `invalid string escape sequence \`${source.charAt(at + 1)}${digits}\``, at };
}
