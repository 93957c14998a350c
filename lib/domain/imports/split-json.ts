import { maxRowLength, type OnRow, type Splitter } from './split-csv';
import type { FileFault } from './read-text';

/** Takes the names in a file's first object, and says which to read of every object. */
export type OnNames = (names: string[]) => string[];

/** Whole strings, the borders of objects, and the beginning of a string that does not end here. */
const signs = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}"]/g;

const broken = 'This is no list of objects, such as [{"id": "p1", "name": "Ada"}].';
const notFlat = 'Give texts, numbers, true or false.';

/** `line` counts objects: many a JSON file has but one line. */
type State = { rest: string; line: number; names: string[] | null };

/**
 * Rows of a JSON file that arrives in pieces: a list of flat objects, or one object a line. Each name of the
 * first object is a column. What stands for its line is which object it is, counted from 1.
 */
export function jsonSplitter(onNames: OnNames, onRow: OnRow): Splitter {
  const state: State = { rest: '', line: 1, names: null };
  const fault = (reason: string): FileFault => ({ line: state.line, column: null, reason });

  const take = (object: string): FileFault | null => {
    const value = parsed(object);
    if (value === null) return fault(broken);
    state.names ??= onNames(Object.keys(value));
    const cells = state.names.map((name) => cellOf(Object.hasOwn(value, name) ? value[name] : null));
    onRow(
      cells.map((cell) => cell ?? ''),
      state.line,
      cells.includes(null) ? notFlat : undefined,
    );
    return null;
  };
  const push = (text: string): FileFault | null => {
    const { objects, rest, isBroken } = objectsIn(state.rest + text);
    for (const { lead, object } of objects) {
      const wrong = isBetween(lead) ? take(object) : fault(broken);
      if (wrong) return wrong;
      state.line += 1;
    }
    state.rest = rest;
    if (isBroken) return fault(broken);
    return rest.length > maxRowLength
      ? unended('This object is longer than 64 KB, or is never closed.')
      : null;
  };
  const unended = (reason: string) => fault(isOpen.test(state.rest) ? reason : broken);

  return {
    push,
    end: () => (isBetween(state.rest) ? null : unended('The file ends in the middle of an object.')),
    line: () => state.line,
  };
}

type Objects = { objects: { lead: string; object: string }[]; rest: string; isBroken: boolean };

/** The whole objects of a text, each with what stands before it; `rest` is behind the last. */
function objectsIn(text: string): Objects {
  const objects: Objects['objects'] = [];
  let [at, start, depth] = [0, 0, 0];
  for (const { 0: sign, index } of text.matchAll(signs)) {
    if (sign === '"') break;
    if (sign === '{') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth < 0) return { objects, rest: '', isBroken: true };
      if (depth > 0) continue;
      objects.push({ lead: text.slice(at, start), object: text.slice(start, index + 1) });
      at = index + 1;
    }
  }
  return { objects, rest: text.slice(at), isBroken: false };
}

/** An object that has begun, and nothing else before it. */
const isOpen = /^[\s,[\]]*\{/;

const isBetween = (text: string): boolean => /^[\s,[\]]*$/.test(text);

function parsed(text: string): Record<string, unknown> | null {
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)));
  } catch {
    return null;
  }
}

/** The text of a value; null where it is a list or an object. */
function cellOf(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? null : String(value);
}
