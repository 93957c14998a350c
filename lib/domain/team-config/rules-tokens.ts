/** A piece of a rules file: a word, a text, a bracket, or one other character. */
export type Token = {
  kind: 'word' | 'text' | 'open' | 'close' | 'other';
  /** Of a text, what is between its quotes, as it is written. */
  value: string;
  /** Line of its beginning, from 1. */
  line: number;
};

/** The pieces of a rules file, or the first place at which it cannot be cut into pieces. */
export type Tokens = { tokens: Token[]; fault: { line: number; message: string } | null };

const piece =
  /(?<space>[ \t\r]+|\\\n)|(?<newline>\n)|(?<comment>#[^\n]*)|(?<text>[rb]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?!"")(?:\\[^]|[^"\\\n])*"|'(?!'')(?:\\[^]|[^'\\\n])*'))|(?<word>[A-Za-z_]\w*)|(?<open>[([{])|(?<close>[)\]}])|(?<quote>["'])|(?<other>[^])/gy;

const betweenQuotes = (text: string): string => {
  const quoted = text.replace(/^[rb]+/, '');
  const width = /^("""|''')/.test(quoted) ? 3 : 1;
  return quoted.slice(width, -width);
};

const kinds = ['word', 'text', 'open', 'close', 'other'] as const;

/** Cuts a rules file, which is Starlark, into its pieces; comments and blanks are left out. */
export function rulesTokens(text: string): Tokens {
  const tokens: Token[] = [];
  let line = 1;
  for (const { 0: whole, groups = {} } of text.matchAll(piece)) {
    if (groups.quote !== undefined) {
      return { tokens, fault: { line, message: 'A text begins here and has no closing quote.' } };
    }
    const kind = kinds.find((name) => groups[name] !== undefined);
    if (kind) tokens.push({ kind, value: kind === 'text' ? betweenQuotes(whole) : whole, line });
    line += whole.split('\n').length - 1;
  }
  return { tokens, fault: null };
}
