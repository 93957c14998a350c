// The bound: one pass over typed arrays, written for exactly this shape and holding nothing but numbers. Nothing
// in JavaScript that looks at every membership is faster.
import type { Masks } from './masks';
import type { Enterprise } from './enterprise';

const word = (column: Uint32Array, at: number) => column[at] ?? 0;
const flag = (column: Uint8Array, at: number) => column[at] ?? 0;

/** Everybody's mask, two words each; deactivated people have none. */
export function resolveBound(
  { people, offsets, members, isActive }: Enterprise,
  { groups, hasRole, defaults }: Masks,
): Uint32Array {
  const masks = new Uint32Array(people * 2);
  const [low, high] = [word(defaults, 0), word(defaults, 1)];
  let from = 0;
  for (let at = 0; at < people; at += 1) {
    const to = word(offsets, at + 1);
    let [one, other, roles] = [0, 0, 0];
    for (let next = from; next < to; next += 1) {
      const group = word(members, next);
      one |= word(groups, group * 2);
      other |= word(groups, group * 2 + 1);
      roles |= flag(hasRole, group);
    }
    from = to;
    if (isActive[at] === 0) continue;
    masks[at * 2] = roles === 0 ? low : one;
    masks[at * 2 + 1] = roles === 0 ? high : other;
  }
  return masks;
}

/** Who loses and who gains: everybody after the change in one pass, each beside what they had. */
export function differenceBound(enterprise: Enterprise, before: Uint32Array, after: Masks) {
  const then = resolveBound(enterprise, after);
  const [losses, gains] = [new Int32Array(enterprise.people), new Int32Array(enterprise.people)];
  let [losing, gaining] = [0, 0];
  for (let at = 0; at < enterprise.people; at += 1) {
    const [low, high] = [before[at * 2] ?? 0, before[at * 2 + 1] ?? 0];
    const [lowThen, highThen] = [then[at * 2] ?? 0, then[at * 2 + 1] ?? 0];
    if (((low & ~lowThen) | (high & ~highThen)) !== 0) {
      losses[losing] = at;
      losing += 1;
    }
    if (((lowThen & ~low) | (highThen & ~high)) !== 0) {
      gains[gaining] = at;
      gaining += 1;
    }
  }
  return { losses: losses.subarray(0, losing), gains: gains.subarray(0, gaining) };
}
