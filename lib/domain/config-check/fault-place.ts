/** What a parser says of a text that is no TOML, and where it gave up. */
export type ParseFault = { message: string; offset: number };

const missingValue = 'Unspecified values are invalid';
const endsTooEarly = new Set([
  'Expected equal (=) token',
  'The key, equals sign, and value must be on the same line',
  'Unterminated table-key',
]);

/**
 * The place of a fault that a person would go to, where the parser gave up further down: a text or a list that
 * nobody closes at its beginning, a line without its value or its `=` at its own end. Common slips are told in words.
 */
export function faultPlace(text: string, fault: ParseFault): ParseFault {
  return inWords(text, placeOf(text, fault));
}

function placeOf(text: string, fault: ParseFault): ParseFault {
  const open = openAt(text, fault.offset);
  if (fault.message === 'Unterminated string constant') {
    return { ...fault, offset: open.quote ?? fault.offset };
  }
  return lineOver(text, fault, open.contentEnd) ?? neverClosed(text, fault, open.brackets) ?? fault;
}

/** The end of a line that stops too early, where the parser looked for the rest of it further down. */
function lineOver(text: string, { message, offset }: ParseFault, contentEnd: number): ParseFault | null {
  if (offset < text.length && !text.slice(contentEnd, offset).includes('\n')) return null;
  if (text[contentEnd - 1] === '=') return { message: missingValue, offset: contentEnd };
  return endsTooEarly.has(message) ? { message, offset: contentEnd } : null;
}

/** The bracket that is open and was forgotten: the text ends, or a list or table goes on with a new statement. */
function neverClosed(text: string, { offset }: ParseFault, brackets: readonly number[]): ParseFault | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const isHeader = header.test(text.slice(lineStart, lineStart + 500));
  // The parser takes the header for a list in the list and gives up inside it.
  const bracket = brackets.findLast((at) => !isHeader || at < lineStart);
  if (bracket === undefined) return null;
  const isTable = text[bracket] === '{';
  const isOver = text.slice(offset).trim() === '';
  const isStatement = isHeader || (offset === lineStart && pair.test(text.slice(offset, offset + 500)));
  // A table on several lines that is closed further down lacks a comma.
  const isOpen = !isTable || openAt(text, text.length).brackets.includes(bracket);
  if (!isOver && !(isStatement && isOpen)) return null;
  return { message: `Unterminated ${isTable ? 'inline table' : 'array'}`, offset: bracket };
}

/** A header alone on its line, which no list holds; what a closing bracket follows is a list in a list. */
const header = /^\[{1,2}(?!true\b|false\b)[A-Za-z_"'][^\],\n]*\]{1,2}[ \t]*(?:#[^\n]*)?(?:\r?\n(?!\s*\])|$)/;

/** What begins like a key with its value, which no list holds. */
const pair = /^[A-Za-z0-9_."'-]+[ \t]*=/;

/** Common slips, by what stands on the line before the fault and what follows it. */
const slips: readonly { message?: string; before?: RegExp; after?: RegExp; words: string }[] = [
  ...[...endsTooEarly].flatMap((message) => [
    { message, before: /^[ \t]*\[\[/, words: 'The header is not closed, end it with ]]' },
    { message, before: /^[ \t]*\[/, words: 'The header is not closed, end it with ]' },
  ]),
  { before: /[\w"'-][ \t]*$/, after: /^:/, words: 'Write = between key and value' },
  { after: /^(?:true|false)\b/i, words: 'Write true and false in small letters' },
  { after: /^[“”„‘’]/, words: 'Write straight quotes' },
  { after: /^"[^"\n]*[“”]/, message: 'Unterminated string constant', words: 'Write straight quotes' },
];

function inWords(text: string, fault: ParseFault): ParseFault {
  const { offset } = fault;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/^\ufeff/, '');
  const after = text.slice(offset, offset + 500);
  const found = slips.find(
    (slip) =>
      (slip.message ?? 'Unexpected character') === fault.message &&
      (slip.before?.test(before) ?? true) &&
      (slip.after?.test(after) ?? true),
  );
  return found ? { ...fault, message: found.words } : fault;
}

type Open = { quote: number | null; brackets: readonly number[]; contentEnd: number };

/** What is open before an offset: a text, brackets; and where the last that is no blank and no comment ends. */
function openAt(text: string, end: number): Open {
  const brackets: number[] = [];
  let [at, contentEnd] = [0, 0];
  while (at < end) {
    const letter = text.charAt(at);
    const next = behindOne(text, at, letter);
    if (next > end || next === -1) return { quote: letter === '#' ? null : at, brackets, contentEnd };
    if ('[{'.includes(letter)) brackets.push(at);
    if (']}'.includes(letter)) brackets.pop();
    at = next;
    if (letter !== '#' && letter.trim() !== '') contentEnd = at;
  }
  return { quote: null, brackets, contentEnd };
}

/** Behind a comment, a text or a letter; -1 where nothing ends it. */
function behindOne(text: string, at: number, letter: string): number {
  if (letter === '#') return text.indexOf('\n', at);
  return letter === '"' || letter === "'" ? closeOf(text, at) : at + 1;
}

/** Behind the quotes that close a text; -1 where nothing does. */
function closeOf(text: string, from: number): number {
  const letter = text.charAt(from);
  const isLong = text.startsWith(letter.repeat(3), from);
  const quotes = isLong ? letter.repeat(3) : letter;
  let at = from + quotes.length;
  while (at < text.length && (isLong || text[at] !== '\n')) {
    if (text.startsWith(quotes, at)) {
      at += quotes.length;
      // Up to two quotes at the end of a long text belong to it.
      while (isLong && text[at] === letter) at += 1;
      return at;
    }
    at += letter === '"' && text[at] === '\\' ? 2 : 1;
  }
  return -1;
}
