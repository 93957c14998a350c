import type { ErrorText } from './error-text';

/** How a pasted text was recognised: whole, by a code, as a piece of a known text, or by most of its words. */
export type MatchKind = 'whole' | 'code' | 'piece' | 'similar';

/** A known text found in what was pasted. */
export type ErrorMatch = { error: ErrorText; kind: MatchKind; score: number };

/** Pasted logs are read as far as this; the rest cannot change the answer much. */
const longestPaste = 20_000;
/** A piece must say something: shorter ones are in too many texts. */
const shortestPiece = 12;
const leastWords = 4;
const most = 5;

const base: Readonly<Record<MatchKind, number>> = { whole: 3000, code: 2000, piece: 1000, similar: 0 };

/**
 * The known texts that `pasted` holds or is a piece of, best first, at most five; none where nothing fits.
 *
 * Case, whitespace, line breaks of a terminal, colours, quotes and dashes make no difference. A known text
 * found whole stands before a code, a code before a piece of a text, a piece before a text of which most
 * words were found in a row; within one kind the longer text stands first.
 */
export function explainError(pasted: string, known: readonly ErrorText[]): ErrorMatch[] {
  const log = plain(pasted.slice(0, longestPaste));
  if (log.words.length === 0) return [];
  return known
    .flatMap((error) => bestMatch(error, log))
    .sort((one, other) => other.score - one.score || one.error.id.localeCompare(other.error.id))
    .slice(0, most);
}

type Plain = { joined: string; words: readonly string[] };

/** What is left of a text when everything that gets lost between a screen and a paste is left out. */
function plain(text: string): Plain {
  const clean = text
    // Colours of a terminal.
    .replaceAll(/\u001B\[[0-9;]*m/g, '')
    .normalize('NFKC')
    .toLowerCase();
  const words = clean.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  return { joined: words.join(''), words };
}

function bestMatch(error: ErrorText, log: Plain): ErrorMatch[] {
  const found = [
    ...error.codes.filter((code) => holdsCode(log, code)).map((code) => scored('code', code.length)),
    ...error.texts.flatMap((text) => matchText(text, log)),
  ].sort((one, other) => other.score - one.score);
  const [best] = found;
  return best ? [{ error, ...best }] : [];
}

type Scored = Omit<ErrorMatch, 'error'>;

const scored = (kind: MatchKind, length: number): Scored => ({
  kind,
  score: base[kind] + Math.min(length, 999),
});

const holdsCode = (log: Plain, code: string) => log.words.includes(plain(code).joined);

function matchText(text: string, log: Plain): Scored[] {
  const parts = text.split(/\{[^}]*\}/).map(plain);
  const length = parts.reduce((sum, part) => sum + part.joined.length, 0);
  if (holdsInOrder(log.joined, parts)) return [scored('whole', length)];
  const isPiece =
    log.joined.length >= shortestPiece && parts.some(({ joined }) => joined.includes(log.joined));
  if (isPiece) return [scored('piece', log.joined.length)];
  const words = parts.flatMap((part) => part.words);
  const run = longestRun(words, log.words);
  const isSimilar = run >= leastWords && run * 2 >= words.length;
  return isSimilar ? [scored('similar', run)] : [];
}

/** Whether `text` holds every part, one after the other. */
function holdsInOrder(text: string, parts: readonly Plain[]): boolean {
  let from = 0;
  for (const { joined } of parts) {
    const at = text.indexOf(joined, from);
    if (at === -1) return false;
    from = at + joined.length;
  }
  return true;
}

/** How many words in a row both lists have in common. */
function longestRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before: readonly number[] = [];
  for (const word of other) {
    const row = one.map((mine, index) => (mine === word ? (before[index - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
    before = row;
  }
  return longest;
}
