/** The list with the one of `id` a place further up or down; the list itself where there is no such place. */
export function moveOne<T extends { id: string }>(
  list: readonly T[],
  id: string,
  to: 'up' | 'down',
): readonly T[] {
  const from = list.findIndex((one) => one.id === id);
  const place = to === 'up' ? from - 1 : from + 1;
  const [moved, other] = [list[from], list[place]];
  if (!moved || !other) return list;
  return list.map((one, at) => (at === from ? other : at === place ? moved : one));
}
