import { err, ok, type Result } from '#lib/domain/result';
import { readCidrOrAddress } from './cidr';
import { countOf, findingSentences, type Finding } from './list-findings';
import { listCells, type ListCell } from './list-cells';
import { maxEntries, maxListBytes, tooManyWords, tooLargeWords } from './list-limits';

/** Why an allow list cannot be used; nothing of it is taken. */
export type AllowListError = {
  code: 'allow_list_unusable';
  message: string;
  findings: readonly Finding[];
  fields: { cidrs: string[] };
};

/** A list as an array of texts, or as text: lines, commas, a column of a table, a JSON array. */
export type PastedList = string | readonly string[];

type Unit = 'Line' | 'Entry';

/**
 * The ranges of an allow list in their one spelling, in its order, each once; a bare address is a range of one.
 *
 * Fails with `allow_list_unusable` over 1 MB or 50,000 entries, for an empty list, and when any entry is no
 * range on the internet (`readCidr`): then each is named with its line, or with its place in an array.
 */
export function readAllowList(list: PastedList): Result<string[], AllowListError> {
  if (typeof list === 'string' && isTooLarge(list)) return unusable(tooLargeWords);
  const array = typeof list === 'string' ? jsonArray(list) : list;
  if (array === null)
    return unusable('It begins like JSON and is no list of texts, such as ["192.30.252.0/22"].');
  if (array !== undefined) return readCells(inPlaces(array), 'Entry');
  return readCells(listCells(String(list)), 'Line');
}

const isTooLarge = (text: string) =>
  text.length > maxListBytes || new TextEncoder().encode(text).byteLength > maxListBytes;

const inPlaces = (texts: readonly string[]): ListCell[] =>
  texts.map((text, index) => ({ line: index + 1, text: text.trim() }));

/** The texts of a JSON array; undefined for text that begins like no JSON, null for JSON of another kind. */
function jsonArray(text: string): readonly string[] | null | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isTexts = Array.isArray(value) && value.every((one): one is string => typeof one === 'string');
    return isTexts ? value : null;
  } catch {
    return null;
  }
}

function readCells(cells: readonly ListCell[], unit: Unit): Result<string[], AllowListError> {
  if (cells.length === 0) return unusable('The list is empty. Write at least one range.');
  if (cells.length > maxEntries) return unusable(tooManyWords(cells.length));
  const findings: Finding[] = [];
  const cidrs = new Set<string>();
  for (const { line, text } of cells) {
    const cidr = readCidrOrAddress(text);
    if (cidr.ok) cidrs.add(cidr.value);
    else findings.push({ line, message: text === '' ? 'There is no range here.' : cidr.error.message });
  }
  if (findings.length === 0) return ok([...cidrs]);
  return unusable(`${countOf(findings.length, unit)} cannot be used.`, findings, unit);
}

function unusable(message: string, findings: readonly Finding[] = [], unit: Unit = 'Line') {
  const sentences = findings.length === 0 ? [message] : findingSentences(findings, unit);
  return err({
    code: 'allow_list_unusable',
    message: `${message} Nothing was saved.`,
    findings,
    fields: { cidrs: sentences },
  });
}
