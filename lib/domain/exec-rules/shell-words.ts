/**
 * The words that a POSIX shell makes of a line by its quotes and backslashes alone, or null where a quote or a
 * backslash stays open. Operators and `$` are characters like others; a `#` that begins a word starts a comment.
 */
export function shellWords(line: string): string[] | null {
  const words: string[] = [];
  let rest = line;
  while (true) {
    rest = rest.replace(/^(?:[ \t\n]|#[^\n]*)+/, '');
    if (rest === '') return words;
    const word = readWord(rest);
    if (word === null) return null;
    words.push(word.text);
    rest = rest.slice(word.length);
  }
}

const wordPiece =
  /(?<plain>[^ \t\n'"\\]+)|\\\n|\\(?<escaped>[^])|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\[^])*)"/y;

function readWord(line: string): { text: string; length: number } | null {
  let text = '';
  let length = 0;
  while (length < line.length && !/[ \t\n]/.test(line.charAt(length))) {
    wordPiece.lastIndex = length;
    const found = wordPiece.exec(line);
    if (!found) return null;
    const { plain, escaped, single, double } = found.groups ?? {};
    text += plain ?? escaped ?? single ?? withinDouble(double ?? '');
    length += found[0].length;
  }
  return { text, length };
}

/** In double quotes a backslash counts before `$`, a backquote, `"`, itself and the end of a line alone. */
const withinDouble = (text: string) => text.replace(/\\\n|\\([$`"\\])/g, '$1');
