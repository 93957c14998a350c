import { setBits, word } from './columns';

/** Some of the people of a population: bit i is set where the person at position i is one of them. */
export type Selection = { bits: Uint32Array; size: number };

const wordBits = 32;

/** Everybody at a position below `count` of whom `isMeant` is true. */
export function select(count: number, isMeant: (position: number) => boolean): Selection {
  const bits = new Uint32Array(Math.ceil(count / wordBits));
  let size = 0;
  for (let at = 0; at < count; at += 1) {
    if (!isMeant(at)) continue;
    setBits(bits, at >>> 5, 1 << (at & 31));
    size += 1;
  }
  return { bits, size };
}

/** Those at `positions`, of `count` people; positions of nobody are passed over. */
export function selectPositions(count: number, positions: Iterable<number>): Selection {
  const bits = new Uint32Array(Math.ceil(count / wordBits));
  for (const at of positions) if (at >= 0 && at < count) setBits(bits, at >>> 5, 1 << (at & 31));
  return sized(bits);
}

/** Those who are in both; both are of the same population. */
export function both(one: Selection, other: Selection): Selection {
  return sized(one.bits.map((bits, at) => bits & word(other.bits, at)));
}

/** Whether the person at `position` is one of them. */
export const isSelected = ({ bits }: Selection, position: number): boolean =>
  ((word(bits, position >>> 5) >>> (position & 31)) & 1) === 1;

/** Those of `count` people who are not among them. */
export const others = (count: number, selection: Selection): Selection =>
  select(count, (at) => !isSelected(selection, at));

function sized(bits: Uint32Array): Selection {
  let size = 0;
  for (const one of bits) size += ones(one);
  return { bits, size };
}

/** The first `limit` positions from `from` on. */
export function selectedFrom(
  { bits }: Selection,
  { from, limit }: { from: number; limit: number },
): number[] {
  const found: number[] = [];
  for (let at = from >>> 5; at < bits.length && found.length < limit; at += 1) {
    let rest = word(bits, at) & (at === from >>> 5 ? -1 << (from & 31) : -1);
    while (rest !== 0 && found.length < limit) {
      found.push(at * wordBits + 31 - Math.clz32(rest & -rest));
      rest &= rest - 1;
    }
  }
  return found;
}

/** How many stand before `position`. */
export function sizeBefore({ bits }: Selection, position: number): number {
  let size = 0;
  for (let at = 0; at < position >>> 5; at += 1) size += ones(word(bits, at));
  return size + ones(word(bits, position >>> 5) & ~(-1 << (position & 31)));
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
