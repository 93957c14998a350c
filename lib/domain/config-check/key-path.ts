/** One step of a key's path: a name, `*` for a name of the customer's own, or `[]` for an entry of a list. */
export type PathStep = string;

/** The steps of a catalogue path, names in quotes without them: `a."b.c"[].*` is `a`, `b.c`, `[]`, `*`. */
export const stepsOf = (path: string): readonly PathStep[] =>
  [...path.matchAll(/"([^"]*)"|(\[\])|([^.[\]"]+)/g)].map(
    ([, quoted, item, bare]) => quoted ?? item ?? bare ?? '',
  );
