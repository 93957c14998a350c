import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { flag, isSet, word } from './columns';
import type { Population } from './population';
import { addMask, type CompiledRules } from './rule-book';

/** What everybody may do, by position. */
export type Everyone = {
  /** A mask of `bits.words` for each person, one behind the other; deactivated people have none set. */
  masks: Uint32Array;
  /** 1 where the workspace defaults apply: an active person without a role. */
  usesDefault: Uint8Array;
};

/**
 * What everybody of `population` may do: the same as `resolveAccess` person by person, in one pass over columns.
 * Time and memory grow with people and memberships alone.
 */
export function resolveEveryone(
  population: Population,
  rules: CompiledRules,
  model: ResolutionModel,
): Everyone {
  const { count } = population;
  const { words } = rules.bits;
  const everyone = { masks: new Uint32Array(count * words), usesDefault: new Uint8Array(count) };
  for (let first = 0; first < words; first += 2) {
    addTwoWords(population, rules, everyone, { first, second: Math.min(first + 1, words - 1) });
  }
  if (model === 'tri-state') addDirectRoles(population, rules, everyone);
  return everyone;
}

/**
 * Writes two words of everybody's mask, or one twice. Most workspaces have no more than two, and with these in
 * registers one pass over the memberships is all there is.
 */
function addTwoWords(
  { count, offsets, groups, isActive }: Population,
  { bits: { words }, groups: given, hasRole, defaults }: CompiledRules,
  { masks, usesDefault }: Everyone,
  { first, second }: { first: number; second: number },
): void {
  const [firstDefault, secondDefault] = [word(defaults, first), word(defaults, second)];
  let from = word(offsets, 0);
  for (let at = 0; at < count; at += 1) {
    const to = word(offsets, at + 1);
    let [one, other, roles] = [0, 0, 0];
    for (let next = from; next < to; next += 1) {
      const group = word(groups, next);
      one |= word(given, group * words + first);
      other |= word(given, group * words + second);
      roles |= flag(hasRole, group);
    }
    from = to;
    if (!isSet(isActive, at)) continue;
    if (roles === 0) {
      usesDefault[at] = 1;
      [one, other] = [firstDefault, secondDefault];
    }
    masks[at * words + first] = one;
    masks[at * words + second] = other;
  }
}

function addDirectRoles({ directRoles, isActive }: Population, rules: CompiledRules, to: Everyone): void {
  const { words } = rules.bits;
  for (const [at, own] of directRoles) {
    if (!isSet(isActive, at)) continue;
    if (isSet(to.usesDefault, at)) {
      to.usesDefault[at] = 0;
      to.masks.fill(0, at * words, (at + 1) * words);
    }
    for (const role of own) addMask(to.masks, at * words, rules.roles[role]);
  }
}
