/** A number of people in words: "1 person", "1,420 people". */
export const peopleWords = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;

/** Names in one phrase; behind the first `shown` only how many more there are: "A, B and 3 more". */
export function namesWords(names: readonly string[], shown = 3): string {
  const first = names.length <= shown + 1 ? names : names.slice(0, shown);
  const rest = names.length - first.length;
  const all = rest === 0 ? first : [...first, `${rest.toLocaleString('en')} more`];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
