import { placeOf, type Place, type Token } from './rules-tokens';

/** A literal value of a rules file. Of numbers and tuples only the type matters: no parameter takes one. */
export type Value = Place &
  (
    | { type: 'string'; text: string }
    | { type: 'list'; items: Value[] }
    | { type: 'bool'; isTrue: boolean }
    | { type: 'int' | 'float' | 'tuple' | 'NoneType' }
  );

/** Why a value cannot be told: the file is broken there, or it would have to be run. */
export type Unread = Place & ({ type: 'fault'; message: string } | { type: 'computed'; reason: string });

/** Reads tokens one after the other; the last one is an `end` that stays. */
export type Cursor = { peek(ahead?: number): Token; next(): Token };

/** A cursor at the beginning of `tokens`. */
export function cursorOf(tokens: readonly Token[]): Cursor {
  const end: Token = { kind: 'end', value: '', line: 1, column: 1 };
  let index = 0;
  const peek = (ahead = 0) => tokens[index + ahead] ?? tokens.at(-1) ?? end;
  return {
    peek,
    next() {
      const token = peek();
      index += 1;
      return token;
    },
  };
}

/** Whether reading stopped. */
export const isUnread = (read: Value | Value[] | Unread): read is Unread =>
  !Array.isArray(read) && (read.type === 'fault' || read.type === 'computed');

const operators = new Set('+ - * / // % == != < > <= >= | & ^ << >> . ( [ and or not in if for'.split(' '));

/** Whether a value goes on with this token, so that it would have to be computed. */
export const continuesValue = ({ kind, value }: Token): boolean =>
  (kind === 'symbol' || kind === 'keyword') && operators.has(value);

/** Brackets inside brackets that are looked into, at most: far more than any rule needs. */
const deepest = 50;

type Known = (name: string) => boolean;

/** The value that begins at the cursor, which is moved behind it. `isKnown` tells the names that mean something. */
export function readValue(cursor: Cursor, isKnown: Known, depth = 0): Value | Unread {
  const value = readPrimary(cursor, isKnown, depth);
  const after = cursor.peek();
  return isUnread(value) || !continuesValue(after) ? value : computed(after);
}

function readPrimary(cursor: Cursor, isKnown: Known, depth: number): Value | Unread {
  const token = cursor.peek();
  const { kind, value } = token;
  if (kind === 'text') return literal(cursor, { type: 'string', text: value });
  if (kind === 'number')
    return literal(cursor, { type: /^(?:\d+|0[xob].*)$/i.test(value) ? 'int' : 'float' });
  if (kind === 'name') return readName(cursor, isKnown);
  if (isSymbol(token, '[') || isSymbol(token, '(')) {
    if (depth < deepest) return readGroup(cursor, isKnown, depth + 1);
    return { ...placeOf(token), type: 'computed', reason: `more than ${deepest} brackets inside each other` };
  }
  if (kind === 'opaque')
    return { ...placeOf(token), type: 'computed', reason: 'a text of bytes or with a format' };
  return startsComputed.has(value) ? computed(token) : unexpected(token, 'expression');
}

const startsComputed = new Set(['-', '+', '~', '{', '...', 'not', 'lambda']);

/** A value that would have to be worked out, as `token` tells. */
export const computed = (token: Token): Unread => ({
  ...placeOf(token),
  type: 'computed',
  reason: `a value that is computed (${token.value})`,
});

type Literal = { type: 'string'; text: string } | { type: 'int' | 'float' };

const literal = (cursor: Cursor, value: Literal): Value => ({ ...placeOf(cursor.next()), ...value });

function readName(cursor: Cursor, isKnown: Known): Value | Unread {
  const token = cursor.next();
  const { value: name } = token;
  if (name === 'True' || name === 'False')
    return { ...placeOf(token), type: 'bool', isTrue: name === 'True' };
  if (name === 'None') return { ...placeOf(token), type: 'NoneType' };
  if (isKnown(name)) return { ...placeOf(token), type: 'computed', reason: `the value of ${name}` };
  return { ...placeOf(token), type: 'fault', message: `Variable \`${name}\` not found` };
}

/** A list, a tuple, or a value in parentheses. */
function readGroup(cursor: Cursor, isKnown: Known, depth: number): Value | Unread {
  const open = cursor.next();
  const close = open.value === '[' ? ']' : ')';
  const items: Value[] = [];
  let isTuple = true;
  while (!isSymbol(cursor.peek(), close)) {
    const item = readValue(cursor, isKnown, depth);
    if (isUnread(item)) return item;
    items.push(item);
    isTuple = items.length > 1 || isSymbol(cursor.peek(), ',');
    if (!endsItem(cursor, close)) return unexpected(cursor.peek(), `symbol '${close}'`);
  }
  cursor.next();
  if (close === ']') return { ...placeOf(open), type: 'list', items };
  const [only] = items;
  return only && !isTuple ? only : { ...placeOf(open), type: 'tuple' };
}

/** Whether an item of a group ends at the cursor, which is moved behind its comma. */
export function endsItem(cursor: Cursor, close: string): boolean {
  if (!isSymbol(cursor.peek(), ',')) return isSymbol(cursor.peek(), close);
  cursor.next();
  return true;
}

/** Whether a token is this symbol. */
export const isSymbol = ({ kind, value }: Token, symbol: string): boolean =>
  kind === 'symbol' && value === symbol;

/** The client's words for a token where another thing has to stand. */
export function unexpected(token: Token, expected: string): Unread & { type: 'fault' } {
  return { ...placeOf(token), type: 'fault', message: `unexpected ${describe(token)}, expected ${expected}` };
}

function describe({ kind, value }: Token): string {
  if (kind === 'name') return `identifier '${value}'`;
  if (kind === 'text' || kind === 'opaque') return `string literal ${JSON.stringify(value)}`;
  if (kind === 'number') return `integer literal '${value}'`;
  return kind === 'keyword' || kind === 'symbol' ? `${kind} '${value}'` : 'new line';
}
