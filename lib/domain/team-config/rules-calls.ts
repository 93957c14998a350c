import type { Token } from './rules-tokens';

/** A value of a call, as far as it can be told without running the file. */
export type Value = { text: string } | { list: Value[] } | 'unknown';

/** One argument of a call; `name` is null where it is given by its place. */
export type Argument = { name: string | null; value: Value; line: number };

/** One call of a function by its name. */
export type Call = { name: string; line: number; arguments: Argument[] };

/** Brackets inside brackets, at most: far more than any rule needs, and few enough to be looked into. */
const deepest = 50;

/** The first bracket without its partner or inside too many others, or null. */
export function bracketFault(tokens: readonly Token[]): { line: number; message: string } | null {
  const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open' && open.push(token) > deepest) {
      const message = `At most ${deepest} brackets may be open at once; this ${token.value} is one more.`;
      return { line: token.line, message };
    }
    if (token.kind !== 'close') continue;
    const opened = open.pop();
    if (!opened) return { line: token.line, message: `Nothing opens this ${token.value}.` };
    if (partners[opened.value] !== token.value) {
      const message = `The ${opened.value} of line ${opened.line} is closed by ${token.value}.`;
      return { line: token.line, message };
    }
  }
  const left = open.at(-1);
  return left ? { line: left.line, message: `Nothing closes this ${left.value}.` } : null;
}

/** The first two texts in a bracket with nothing between them, or null: Starlark does not join them. */
export function missingComma(tokens: readonly Token[]): { line: number; message: string } | null {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth > 0 && token.kind === 'text' && tokens[index - 1]?.kind === 'text') {
      return { line: token.line, message: `A comma is missing before "${token.value.slice(0, 40)}".` };
    }
  }
  return null;
}

/** Where the group ends that `start` opens. Brackets are known to be in pairs. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    if (tokens[index]?.kind === 'open') depth += 1;
    if (tokens[index]?.kind === 'close') depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** The parts of `tokens` between commas that are in no bracket. Empty parts are left out. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (token.kind === 'other' && token.value === ',') {
      parts.push([]);
      continue;
    }
    const end = token.kind === 'open' ? endOf(tokens, index) : index;
    parts.at(-1)?.push(...tokens.slice(index, end + 1));
    index = end;
  }
  return parts.filter((part) => part.length > 0);
}

function valueOf(tokens: readonly Token[]): Value {
  const [first] = tokens;
  if (first?.kind === 'text' && tokens.length === 1) return { text: first.value };
  const isList = first?.kind === 'open' && first.value === '[' && endOf(tokens, 0) === tokens.length - 1;
  if (!isList) return 'unknown';
  const inner = tokens.slice(1, -1);
  if (inner.some(({ kind, value }) => kind === 'word' && value === 'for')) return 'unknown';
  return { list: partsOf(inner).map(valueOf) };
}

function argumentOf(tokens: readonly Token[]): Argument {
  const [name, equals, after] = tokens;
  const line = name?.line ?? 0;
  const isNamed = name?.kind === 'word' && equals?.value === '=' && after?.value !== '=';
  if (isNamed) return { name: name.value, value: valueOf(tokens.slice(2)), line };
  return { name: null, value: valueOf(tokens), line };
}

/** Every call of a function by its name, in the order of the file; methods of values are none. */
export function callsIn(tokens: readonly Token[]): Call[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.value;
    const opens = tokens[index + 1];
    if (token.kind !== 'word' || opens?.kind !== 'open' || opens.value !== '(') return [];
    if (before === '.' || before === 'def') return [];
    const inner = tokens.slice(index + 2, endOf(tokens, index + 1));
    return [{ name: token.value, line: token.line, arguments: partsOf(inner).map(argumentOf) }];
  });
}

/** Names that the file itself gives to something: its functions, parameters and variables. */
export function namesGiven(tokens: readonly Token[]): Set<string> {
  const given = tokens.flatMap((token, index) => {
    const [before, after] = [tokens[index - 1]?.value, tokens[index + 1]?.value];
    if (token.kind !== 'word') return [];
    if (before === 'def') return [token, ...parametersOf(tokens, index + 1)];
    return before === 'for' || before === 'lambda' || after === '=' ? [token] : [];
  });
  return new Set(given.map(({ value }) => value));
}

/** The names in the group that `start` opens behind the name of a function. */
function parametersOf(tokens: readonly Token[], start: number): Token[] {
  if (tokens[start]?.value !== '(') return [];
  const parts = partsOf(tokens.slice(start + 1, endOf(tokens, start)));
  return parts.flatMap((part) => part.find(({ kind }) => kind === 'word') ?? []);
}
