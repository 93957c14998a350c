/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** A whole number from 0 to `below` − 1. */
  below: (below: number) => number;
  /** One of `choices`. */
  pick: <T>(choices: readonly T[]) => T;
  chance: (of: number) => boolean;
  /** All of `cards`, in another order. */
  shuffled: <T>(cards: readonly T[]) => T[];
};

/** A generator (mulberry32) that begins at `seed`. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('There is nothing to pick from.');
      return choice;
    },
    chance: (of) => next() < of,
    shuffled: (cards) =>
      cards
        .map((card) => ({ card, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ card }) => card),
  };
}
