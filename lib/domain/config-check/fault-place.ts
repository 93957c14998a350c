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
 * nobody closes at its beginning, a line without its value or its `=` at its own end.
 */
export function faultPlace(text: string, fault: ParseFault): ParseFault {
  const { quote, brackets, contentEnd } = openAt(text, fault.offset);
  if (fault.message === 'Unterminated string constant') return { ...fault, offset: quote ?? fault.offset };
  const isLineOver = text.slice(contentEnd, fault.offset).includes('\n') || fault.offset === text.length;
  if (isLineOver && text[contentEnd - 1] === '=') return { message: missingValue, offset: contentEnd };
  if (isLineOver && endsTooEarly.has(fault.message)) return { ...fault, offset: contentEnd };
  const bracket = brackets.at(-1);
  if (bracket === undefined || !isNeverClosed(text, fault.offset, bracket)) return fault;
  return { message: `Unterminated ${text[bracket] === '{' ? 'inline table' : 'array'}`, offset: bracket };
}

/** What begins like a header or a key with its value, which no list holds. */
const statement = /^(?:\[{1,2}(?!true\b|false\b)[A-Za-z_"'][^\]\n]*\]|[A-Za-z0-9_."'-]+[ \t]*=)/;

/** Whether the bracket that is open at a fault was forgotten: the text ends, or a list goes on with a new statement. */
function isNeverClosed(text: string, offset: number, bracket: number): boolean {
  if (text.slice(offset).trim() === '') return true;
  const isLineStart = text[offset - 1] === '\n';
  return text[bracket] === '[' && isLineStart && statement.test(text.slice(offset, offset + 500));
}

type Open = { quote: number | null; brackets: readonly number[]; contentEnd: number };

/** What is open before an offset: a text, brackets; and where the last that is no blank and no comment ends. */
function openAt(text: string, end: number): Open {
  const brackets: number[] = [];
  let [at, contentEnd] = [0, 0];
  while (at < end) {
    const letter = text.charAt(at);
    if (letter === '#') at = before(text.indexOf('\n', at), end);
    else if (letter.trim() === '' || letter === '\ufeff') at += 1;
    else {
      const close: number = letter === '"' || letter === "'" ? closeOf(text, at) : at + 1;
      if (close > end || close === -1) return { quote: at, brackets, contentEnd };
      if (letter === '[' || letter === '{') brackets.push(at);
      if (letter === ']' || letter === '}') brackets.pop();
      at = contentEnd = close;
    }
  }
  return { quote: null, brackets, contentEnd };
}

const before = (at: number, end: number) => (at === -1 ? end : at);

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
