/** A text that is no TOML, and where a person would mend it. */
export type BrokenText = {
  what: string;
  text: string;
  place: string;
  /** Clients point at a line further down. */
  isEarlier?: true;
};

const broken = (what: string, text: string, place: string): BrokenText => ({ what, text, place });
const earlier = (what: string, text: string, place: string): BrokenText => ({
  what,
  text,
  place,
  isEarlier: true,
});

/** Faults of texts, by what is wrong and where. */
export const brokenTexts: readonly BrokenText[] = [
  broken('a missing value at the end', 'a = 1\nb =\n', '2:4'),
  broken('a missing value', 'a = 1\nb =\nc = 2\n', '2:4'),
  broken('a missing value before a comment', 'a = 1\nb = # why\nc = 2\n', '2:4'),
  broken('a missing value before a header', 'b =\n\n[t]\nc = 2\n', '1:4'),
  broken('a missing value without an end of its line', 'a = 1\n\n\n\nb =', '5:4'),
  broken('a missing = at the end', 'a = 1\nb\n', '2:2'),
  broken('a missing =', 'a = 1\nb\nc = 2\n', '2:2'),
  broken('a text that is not closed', 'a = "one\nb = 2\n', '1:5'),
  earlier('a long text that is not closed', 'a = """one\ntwo\n\nb = 2\n', '1:5'),
  earlier('a literal text that is not closed', "a = 1\nb = '''one\ntwo\n", '2:5'),
  earlier('a text in a list that is not closed', 'a = [\n  "one",\n  "two,\n  "three",\n]\n', '3:3'),
  broken('a list that is not closed', 'x = [\n\n\n', '1:5'),
  earlier('a list before another key', 'a = [\n  1,\n  2,\nb = 3\n', '1:5'),
  earlier('a list without its comma before another key', 'a = [\n  1,\n  2\nb = 3\n', '1:5'),
  earlier('a list before a header', 'a = [1, 2\n\n[t]\nb = 3\n', '1:5'),
  earlier('a list with a last comma before a header', 'a = [\n "x",\n\n[features]\nx = true\n', '1:5'),
  earlier(
    'a list with a last comma before a list of tables',
    'a = [\n "x",\n[[rules.p]]  # why\nx = 1\n',
    '1:5',
  ),
  earlier('a list with a last comma before an empty header', 'a = [\n "x",\n[t]', '1:5'),
  broken('a word in a list in a list', 'a = [\n[word],\n]\n', '2:2'),
  broken('a word in the last list in a list', 'a = [\n[word]\n]\n', '2:2'),
  broken('a missing comma in a list', 'a = [\n "x"\n "y"\n]\n', '3:2'),
  broken('a missing comma on a line', 'a = [1, "x" 2]\n', '1:13'),
  broken('two commas', 'a = [1,,2]\n', '1:8'),
  broken('an inline table that is not closed', 'a = { b = 1\n', '1:5'),
  earlier('an inline table before another key', 'a = { b = 1, c = 2\nd = 3\n', '1:5'),
  earlier('an inline table before a header', 'a = {x = 1\n\n[t]\nb = { c = 2 }\n', '1:5'),
  broken('a missing comma in an inline table on lines', 'a = { b = 1\nc = 2\n}\n', '2:1'),
  broken('a header that is not closed', 'a = 1\n[t\nb = 1\n', '2:3'),
  broken('a header of a list that is not closed', '[[t]\nb = 1\n', '1:5'),
  broken('a header without a name', 'a = 1\n[]\n', '2:2'),
  broken('a key twice', 'a = 1\nb = 1\na = 2\n', '3:1'),
  broken('a table twice', '[t]\na = 1\n[t]\nb = 1\n', '3:2'),
  broken('a table over dotted keys', 't.a = 1\n[t]\nb = 1\n', '2:2'),
  broken('a table in an inline table', 'a = { b = 1 }\n[a.c]\nd = 1\n', '2:2'),
  broken('a word without quotes', 'a = 1\nb = yes\n', '2:5'),
  broken('a colon for a =', 'a = 1\nb: true\n', '2:2'),
  broken('a large letter', 'a = 1\nb = True\n', '2:5'),
  broken('curly quotes', 'a = “one”\n', '1:5'),
  broken('two keys on a line', 'a = 1 b = 2\n', '1:7'),
  broken('an unknown escape', 'a = "x\\q"\n', '1:8'),
  broken('a bracket too many', 'a = 1\n]\n', '2:1'),
  broken('a key without a name', 'a = 1\n = 1\n', '2:2'),
];
