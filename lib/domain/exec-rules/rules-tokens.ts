import { readText } from './rules-text';

/** A place in a rules file: line and column, both from 1; columns count characters. */
export type Place = { line: number; column: number };

/** Why a client refuses a rules file, in its own words where it has some for it. */
export type Fault = Place & { message: string };

/** A piece of a rules file. An `opaque` text is one with bytes or a format, whose value is not looked at. */
export type Token = Place & {
  kind: 'name' | 'keyword' | 'text' | 'opaque' | 'number' | 'symbol' | 'newline' | 'indent' | 'end';
  /** Of a text, what it stands for. */
  value: string;
};

const keywords = new Set(
  'and break continue def elif else for if in lambda load not or pass return'.split(' '),
);

const reserved = new Set(
  (
    'as assert async await class del except finally from global import is nonlocal raise try while ' +
    'with yield'
  ).split(' '),
);

const blankLine = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
const indentation = /[ \t]+/y;
const piece = new RegExp(
  [
    '(?<space> +|\\\\\\r?\\n)',
    '(?<comment>#[^\\n]*)',
    '(?<newline>\\r?\\n)',
    '(?<quoted>(?:rb|br|fr|[bfr])?["\'])',
    '(?<name>[A-Za-z_][A-Za-z0-9_]*)',
    '(?<number>0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\\d+\\.\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+|\\d+)',
    '(?<symbol>\\.\\.\\.|->|(?:\\*\\*|\\/\\/|<<|>>|[-+*/%&|^<>=!])=|\\*\\*|\\/\\/|<<|>>|[-+*/%&|^<>=~.,:;()[\\]{}])',
  ].join('|'),
  'y',
);

const pieceKinds = ['newline', 'quoted', 'name', 'number', 'symbol'] as const;

const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

type Kind = Token['kind'];

/** The pieces of a rules file, or the first place that is no piece of any. */
export type ReadTokens = { tokens: Token[]; fault: null } | { tokens: null; fault: Fault };

/** The pieces of a rules file without comments and blanks; each line of a statement ends with a newline. */
export function rulesTokens(source: string): ReadTokens {
  const tokens: Token[] = [];
  const placeAt = placesOf(source);
  let isLineStart = true;
  let depth = 0;
  let index = 0;
  while (index < source.length) {
    const next: Piece | Broken = isLineStart ? readLineStart(source, index) : readPiece(source, index);
    if ('fault' in next) return { tokens: null, fault: { ...placeAt(next.at), message: next.fault } };
    const token: Found = { kind: next.kind, value: next.value, ...placeAt(index) };
    const isBetween = token.kind === 'newline' && depth > 0;
    if (isPiece(token) && !isBetween) tokens.push(token);
    isLineStart = next.isBlankLine ?? (token.kind === 'newline' && depth === 0);
    depth += bracketDepth(token);
    index = next.end;
  }
  const end = { value: '', ...placeAt(source.length) };
  const fault = bracketFault(tokens);
  if (fault) return { tokens: null, fault };
  return { tokens: [...tokens, { kind: 'newline', ...end }, { kind: 'end', ...end }], fault };
}

/** How many more brackets are open behind a token. */
export const bracketDepth = ({ kind, value }: Pick<Piece, 'kind' | 'value'>): number =>
  kind !== 'symbol' ? 0 : partners[value] !== undefined ? 1 : /^[)\]}]$/.test(value) ? -1 : 0;

/** The line and column of something that has more. */
export const placeOf = ({ line, column }: Place): Place => ({ line, column });

function matchAt(pattern: RegExp, source: string, index: number): string {
  pattern.lastIndex = index;
  return pattern.exec(source)?.[0] ?? '';
}

/** What stands at one place of a file; a blank or a comment has no kind. */
type Piece = { kind: Kind | null; value: string; end: number; isBlankLine?: boolean };

type Found = Place & Pick<Piece, 'kind' | 'value'>;

type Broken = { fault: string; at: number };

const isPiece = (found: Found): found is Token => found.kind !== null;

/** A line without anything but blanks and a comment, or the indentation of another. */
function readLineStart(source: string, index: number): Piece | Broken {
  const blank = matchAt(blankLine, source, index);
  if (blank !== '') return { kind: null, value: '', end: index + blank.length, isBlankLine: true };
  const indent = matchAt(indentation, source, index);
  if (indent.includes('\t')) return { fault: 'tabs are not allowed', at: index + indent.indexOf('\t') };
  return { kind: indent === '' ? null : 'indent', value: indent, end: index + indent.length };
}

function readPiece(source: string, index: number): Piece | Broken {
  piece.lastIndex = index;
  const found = piece.exec(source);
  if (!found) return { fault: invalidInput(source, index), at: index };
  const [value] = found;
  const kind = pieceKinds.find((name) => found.groups?.[name] !== undefined);
  const end = index + value.length;
  if (kind === 'quoted') return readQuoted(source, index, value);
  if (kind === 'name') return readName(value, index);
  if (kind === 'number' && /^0\d+$/.test(value)) {
    return { fault: `integer cannot have leading 0, got \`${value}\``, at: index };
  }
  return { kind: kind ?? null, value, end };
}

function readName(word: string, index: number): Piece | Broken {
  if (reserved.has(word)) return { fault: `cannot use reserved keyword \`${word}\``, at: index };
  return { kind: keywords.has(word) ? 'keyword' : 'name', value: word, end: index + word.length };
}

function invalidInput(source: string, index: number): string {
  const char = String.fromCodePoint(source.codePointAt(index) ?? 0);
  return char === '\t' ? 'tabs are not allowed' : `invalid input \`${char}\``;
}

function readQuoted(source: string, index: number, opening: string): Piece | Broken {
  const prefix = opening.slice(0, -1);
  const read = readText(source, index + prefix.length, prefix.includes('r'));
  if ('fault' in read) return { fault: read.fault, at: read.at === index + prefix.length ? index : read.at };
  return { kind: /[bf]/.test(prefix) ? 'opaque' : 'text', value: read.text, end: read.end };
}

/** The first bracket without its partner, or null. */
function bracketFault(tokens: readonly Token[]): Fault | null {
  const open: Token[] = [];
  for (const token of tokens) {
    const depth = bracketDepth(token);
    if (depth > 0) open.push(token);
    if (depth >= 0) continue;
    const partner = partners[open.pop()?.value ?? ''];
    if (partner === token.value) continue;
    const expected = partner === undefined ? 'expression' : `symbol '${partner}'`;
    return { ...placeOf(token), message: `unexpected symbol '${token.value}', expected ${expected}` };
  }
  const left = open.at(-1);
  return left ? { ...placeOf(left), message: `Nothing closes this ${left.value}.` } : null;
}

/** Tells the place of an index; indexes have to be asked in rising order. */
function placesOf(source: string): (index: number) => Place {
  let [line, column, last] = [1, 1, 0];
  return (index) => {
    for (const char of source.slice(last, index)) {
      column = char === '\n' ? 1 : column + 1;
      if (char === '\n') line += 1;
    }
    last = index;
    return { line, column };
  };
}
