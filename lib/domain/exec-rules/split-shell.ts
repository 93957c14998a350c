/** A piece of a script: one word of a command, or what stands between commands. */
type Piece = { kind: 'word'; text: string; isBare: boolean } | { kind: 'joins' | 'ends'; text: string };

const blank = /[ \t\r]+(?:\\\n[ \t]*)*/y;
const operator = /&&|\|\||\|(?!&)|;(?!;)|\n/y;
const wordPiece =
  /(?<bare>[^\s'"\\$`()<>&|;*?[\]{}~^#]+)|'(?<single>[^']*)'|"(?<double>(?:[^"$`\\]|\\[^"$`\\])*)"/y;

/** Words that begin something else than a plain command. */
const structural = new Set(
  (
    'if then else elif fi for while until do done case esac function select in coproc ! ' +
    'export declare typeset local readonly unset unsetenv'
  ).split(' '),
);

const assignment = /^[A-Za-z_]\w*\+?=/;

/**
 * The commands that a client sees in a script which it runs with `bash -lc`, or null where it does not look inside
 * and takes the script as one.
 *
 * It looks inside where there are only plain words and plain quotes, joined by `&&`, `||`, `|`, `;` and ends of
 * lines. A redirection, a variable, a pattern of file names, a comment or a quoted program is enough to make it one.
 *
 * Source: turns played through codex-cli 0.169.0 (lib/catalog/shell-splitting.ts).
 */
export function splitShell(script: string): string[][] | null {
  const pieces = piecesOf(script);
  return pieces && commandsOf(pieces);
}

/** The pieces of a script; an end of a line counts only behind a word. */
function piecesOf(script: string): Piece[] | null {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < script.length) {
    const skipped = matchAt(blank, script, index)?.[0];
    if (skipped !== undefined) {
      index += skipped.length;
      continue;
    }
    const found = readOperator(script, index) ?? readWord(script, index);
    if (!found) return null;
    if (found.piece.text !== '\n' || pieces.at(-1)?.kind === 'word') pieces.push(found.piece);
    index = found.end;
  }
  return pieces;
}

type Read = { piece: Piece; end: number };

function readOperator(script: string, index: number): Read | null {
  const text = matchAt(operator, script, index)?.[0];
  if (text === undefined) return null;
  return {
    piece: { kind: text === ';' || text === '\n' ? 'ends' : 'joins', text },
    end: index + text.length,
  };
}

function readWord(script: string, start: number): Read | null {
  let [text, isBare, end] = ['', true, start];
  for (let found = matchAt(wordPiece, script, end); found; found = matchAt(wordPiece, script, end)) {
    const { bare, single, double } = found.groups ?? {};
    text += bare ?? single ?? double ?? '';
    isBare &&= bare !== undefined;
    end += found[0].length;
  }
  return end === start ? null : { piece: { kind: 'word', text, isBare }, end };
}

function matchAt(pattern: RegExp, script: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(script);
}

function commandsOf(pieces: readonly Piece[]): string[][] | null {
  const commands: string[][] = [];
  let words: string[] = [];
  for (const piece of pieces) {
    const isFirst = words.length === 0;
    if (piece.kind !== 'word') {
      if (isFirst) return null;
      commands.push(words);
      words = [];
    } else if (isFirst && !startsCommand(piece)) return null;
    else words.push(piece.text);
  }
  if (words.length > 0) return [...commands, words];
  return pieces.at(-1)?.kind === 'ends' ? commands : null;
}

const startsCommand = ({ text, isBare }: { text: string; isBare: boolean }) =>
  isBare && !structural.has(text) && !assignment.test(text);
