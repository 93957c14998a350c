import { bracketDepth, placeOf, type Fault, type Place, type Token } from './rules-tokens';
import {
  computed,
  continuesValue,
  cursorOf,
  endsItem,
  isSymbol,
  isUnread,
  readValue,
  unexpected,
  type Cursor,
  type Unread,
  type Value,
} from './rules-values';

/** The functions that rules are made with. */
export const ruleFunctions = ['prefix_rule', 'network_rule', 'host_executable'] as const;

type RuleFunction = (typeof ruleFunctions)[number];

/** One argument of a call; `name` is null where it is given by its place. */
export type Argument = Place & { name: string | null; value: Value };

/** One call of such a function with literal values alone. */
export type Call = Place & { name: RuleFunction; arguments: Argument[] };

/** A part of a file that would have to be run to know what it means. */
export type NotSimulated = Place & { reason: string };

/** What stands in a rules file, statement by statement. */
export type Statements = { calls: Call[]; faults: Fault[]; notSimulated: NotSimulated[] };

/** What Starlark itself brings. */
const builtIn = (
  'abs all any bool bytes chr dict dir enumerate fail float getattr hasattr hash int len list max min ' +
  'None True False ord range repr reversed sorted str tuple type zip'
).split(' ');

const reasons: Readonly<Record<string, string>> = {
  def: 'a function',
  for: 'a loop',
  if: 'a condition',
};

/** Signs that an expression may begin with. */
const startsExpression = new Set(['[', '(', '{', '-', '+', '~', '...']);

type Known = (name: string) => boolean;

/** The statements behind these tokens, up to the first fault: a client reads no further either. */
export function readStatements(tokens: readonly Token[]): Statements {
  const cursor = cursorOf(tokens);
  const names = new Set<string>([...builtIn, ...ruleFunctions, ...namesGiven(tokens)]);
  const found: Statements = { calls: [], faults: [], notSimulated: [] };
  while (cursor.peek().kind !== 'end') {
    const statement = readStatement(cursor, (name) => names.has(name));
    const ending = statement === null || 'arguments' in statement ? endStatement(cursor) : statement;
    if (ending?.type === 'fault') {
      found.faults.push({ ...placeOf(ending), message: ending.message });
      return found;
    }
    if (ending) {
      found.notSimulated.push({ ...placeOf(ending), reason: ending.reason });
      skipBlock(cursor);
    } else if (statement !== null && 'arguments' in statement) found.calls.push(statement);
  }
  return found;
}

/** A call, or null for a statement that does nothing. */
function readStatement(cursor: Cursor, isKnown: Known): Call | Unread | null {
  const token = cursor.peek();
  const { kind, value } = token;
  if (kind === 'newline') return null;
  if (kind === 'name') return readNamed(cursor, isKnown);
  if (kind === 'text' || kind === 'number' || value === 'pass') {
    cursor.next();
    return null;
  }
  if (kind === 'keyword') return readKeyword(token);
  if (kind === 'opaque' || startsExpression.has(value)) {
    return { ...placeOf(token), type: 'computed', reason: 'an expression' };
  }
  if (kind === 'symbol') return unexpected(token, 'expression');
  return {
    ...placeOf(token),
    type: 'fault',
    message: 'unexpected new indentation block, expected expression',
  };
}

function readKeyword(token: Token): Unread {
  const { value } = token;
  if (value === 'load') {
    return { ...placeOf(token), type: 'fault', message: 'load() is not allowed in a rules file.' };
  }
  return { ...placeOf(token), type: 'computed', reason: reasons[value] ?? `the word ${value}` };
}

/** A statement that begins with a name: a call of ours, or something that is not looked into. */
function readNamed(cursor: Cursor, isKnown: Known): Call | Unread {
  const token = cursor.peek();
  const { value: name } = token;
  const after = cursor.peek(1);
  const own = ruleFunctions.find((one) => one === name);
  const isCall = isSymbol(after, '(');
  if (own && isCall) return readCall(cursor, own, isKnown);
  if (after.kind === 'name' || after.kind === 'text' || after.kind === 'number')
    return unexpected(after, 'new line');
  if (!isKnown(name)) return { ...placeOf(token), type: 'fault', message: `Variable \`${name}\` not found` };
  return { ...placeOf(token), type: 'computed', reason: isCall ? `a call of ${name}` : `the name ${name}` };
}

function readCall(cursor: Cursor, name: RuleFunction, isKnown: Known): Call | Unread {
  const place = placeOf(cursor.next());
  cursor.next();
  const given: Argument[] = [];
  while (!isSymbol(cursor.peek(), ')')) {
    const argument = readArgument(cursor, isKnown);
    if (!('value' in argument)) return argument;
    const fault = orderFault(given, argument);
    if (fault) return fault;
    given.push(argument);
    if (!endsItem(cursor, ')')) return unexpected(cursor.peek(), "symbol ')'");
  }
  cursor.next();
  return { ...place, name, arguments: given };
}

function readArgument(cursor: Cursor, isKnown: Known): Argument | Unread {
  const token = cursor.peek();
  if (isSymbol(token, '*') || isSymbol(token, '**')) {
    return { ...placeOf(token), type: 'computed', reason: `arguments that are computed (${token.value})` };
  }
  const isNamed = token.kind === 'name' && isSymbol(cursor.peek(1), '=');
  if (isNamed) [cursor.next(), cursor.next()];
  const value = readValue(cursor, isKnown);
  if (isUnread(value)) return value;
  return { ...placeOf(token), name: isNamed ? token.value : null, value };
}

function orderFault(given: readonly Argument[], { name, ...rest }: Argument): Unread | null {
  if (name === null && given.some((one) => one.name !== null)) {
    return { ...placeOf(rest), type: 'fault', message: 'positional argument after non positional' };
  }
  if (name !== null && given.some((one) => one.name === name)) {
    return { ...placeOf(rest), type: 'fault', message: 'repeated named argument' };
  }
  return null;
}

/** Moves behind the end of a statement; something else where there is none. */
function endStatement(cursor: Cursor): Unread | null {
  const token = cursor.peek();
  if (token.kind !== 'newline' && !isSymbol(token, ';')) {
    return continuesValue(token) ? computed(token) : unexpected(token, 'new line');
  }
  cursor.next();
  if (token.kind !== 'newline' && cursor.peek().kind === 'newline') cursor.next();
  return null;
}

/** Moves behind the line and the indented lines below it. */
function skipBlock(cursor: Cursor): void {
  do {
    while (cursor.peek().kind !== 'newline' && cursor.peek().kind !== 'end') cursor.next();
    if (cursor.peek().kind === 'newline') cursor.next();
  } while (cursor.peek().kind === 'indent');
}

/** Names that the file itself gives to something: functions, variables, what a loop or a lambda goes through. */
function namesGiven(tokens: readonly Token[]): string[] {
  const given: string[] = [];
  let line: string[] = [];
  let isNaming = false;
  let depth = 0;
  for (const token of tokens) {
    const { kind, value } = token;
    depth += bracketDepth(token);
    if (kind === 'name') (isNaming ? given : line).push(value);
    if (kind === 'newline') line = [];
    if (isSymbol(token, '=') && depth === 0) given.push(...line);
    if (kind === 'keyword') isNaming = naming.has(value);
    if (isSymbol(token, ':')) isNaming = false;
  }
  return given;
}

const naming = new Set(['def', 'for', 'lambda']);
