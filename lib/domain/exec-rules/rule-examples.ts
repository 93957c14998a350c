import type { Bound } from './rule-arguments';
import { placeOf, type Fault, type Place } from './rules-tokens';
import type { Value } from './rules-values';
import { shellWords } from './shell-words';

/** A command that a rule names as an example. */
export type Example = Place & { words: string[] };

/** The examples that a rule has to match and those that it must not. */
export type Examples = { match: Example[]; notMatch: Example[]; faults: Fault[] };

/** The examples among the arguments of a `prefix_rule`. */
export function examplesOf(bound: Bound): Examples {
  const [match, notMatch] = ['match', 'not_match'].map((name) =>
    (bound.list(name)?.items ?? []).map(exampleOf),
  );
  const read = (found: (Example | Fault)[] = []) => found.flatMap((one) => ('words' in one ? [one] : []));
  const faults = [...(match ?? []), ...(notMatch ?? [])].flatMap((one) => ('words' in one ? [] : [one]));
  return { match: read(match), notMatch: read(notMatch), faults };
}

function exampleOf(value: Value): Example | Fault {
  const invalid = (message: string): Fault => ({ ...placeOf(value), message: `invalid example: ${message}` });
  if (value.type === 'list') {
    const stranger = value.items.find(({ type }) => type !== 'string');
    if (stranger) return invalid(`example tokens must be strings (got ${stranger.type})`);
    if (value.items.length === 0) return invalid('example cannot be an empty list');
    return {
      ...placeOf(value),
      words: value.items.flatMap((item) => (item.type === 'string' ? [item.text] : [])),
    };
  }
  if (value.type !== 'string')
    return invalid(`example must be a string or list of strings (got ${value.type})`);
  const words = shellWords(value.text);
  if (words === null) return invalid('example string has invalid shell syntax');
  if (words.length === 0) return invalid('example cannot be an empty string');
  return { ...placeOf(value), words };
}
