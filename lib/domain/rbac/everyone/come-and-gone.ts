import { isSet, number, word } from './columns';
import { Found, type Difference } from './difference';
import type { Population } from './population';
import type { Everyone } from './resolve-everyone';

/** Everybody after something by which people come and go too; those who go are in it, and may nothing. */
export type EveryoneAfter = { population: Population; everyone: Everyone };

/** Everybody before it: what they could do, by where they stood. */
export type EveryoneBefore = {
  everyone: Everyone;
  /** Where the person of a number stood; -1 for nobody. */
  positionOf: (number: number) => number;
};

/** Whose access changes between two populations. */
export type ComeAndGone = {
  found: Difference;
  /** What everybody of the population after could do before; nothing for those who come. */
  before: Everyone;
};

/**
 * What everybody can do after something, less what they could do before it, in one pass over both. Masks of both
 * have the same bits, `words` words each.
 */
export function comeAndGone(
  { everyone, positionOf }: EveryoneBefore,
  { population, everyone: after }: EveryoneAfter,
  words: number,
): ComeAndGone {
  const { count, numbers } = population;
  const before: Everyone = { masks: new Uint32Array(count * words), usesDefault: new Uint8Array(count) };
  const found = new Found(count, words);
  const mask = new Uint32Array(words);
  for (let at = 0; at < count; at += 1) {
    const had = positionOf(number(numbers, at));
    if (had >= 0) before.usesDefault[at] = Number(isSet(everyone.usesDefault, had));
    for (let index = 0; index < words; index += 1) {
      if (had >= 0) before.masks[at * words + index] = word(everyone.masks, had * words + index);
      mask[index] = word(after.masks, at * words + index);
    }
    found.add(at, mask, isSet(after.usesDefault, at), before);
  }
  return { found: found.finished(), before };
}
