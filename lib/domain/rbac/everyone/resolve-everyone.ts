import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { isSet, setBits, word } from './columns';
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
  const { count, offsets, isActive } = population;
  const { words } = rules.bits;
  const everyone = { masks: new Uint32Array(count * words), usesDefault: new Uint8Array(count) };
  let from = word(offsets, 0);
  for (let at = 0; at < count; at += 1) {
    const to = word(offsets, at + 1);
    if (isSet(isActive, at) && !addGroups(everyone.masks, at * words, { population, rules, from, to })) {
      everyone.usesDefault[at] = 1;
      everyone.masks.set(rules.defaults, at * words);
    }
    from = to;
  }
  if (model === 'tri-state') addDirectRoles(population, rules, everyone);
  return everyone;
}

type Span = { population: Population; rules: CompiledRules; from: number; to: number };

/** Adds what the groups from `from` up to `to` give to the mask at `base`; gives whether any of them has a role. */
function addGroups(masks: Uint32Array, base: number, { population, rules, from, to }: Span): boolean {
  const { words } = rules.bits;
  let hasRole = false;
  for (let next = from; next < to; next += 1) {
    const group = word(population.groups, next);
    if (!isSet(rules.hasRole, group)) continue;
    hasRole = true;
    for (let index = 0; index < words; index += 1) {
      setBits(masks, base + index, word(rules.groups, group * words + index));
    }
  }
  return hasRole;
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
