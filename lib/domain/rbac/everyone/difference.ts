import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { isSet, setBits, word } from './columns';
import { groupsAt, type Population } from './population';
import type { Everyone } from './resolve-everyone';
import { addMask, type CompiledRules } from './rule-book';
import { groupsAfter, type PlaceEdits } from './what-if';

/** People whose access would change, in the order of the population. */
export type Difference = {
  /** Positions of everybody whose access would change. */
  people: Int32Array;
  /** Their masks after the change, one behind the other. */
  masks: Uint32Array;
  /** 1 where the workspace defaults would apply after the change. */
  usesDefault: Uint8Array;
  /** Places in `people` of those who lose, or keep at a lower level, at least one permission. */
  losses: Int32Array;
  /** Places in `people` of those who gain at least one permission. */
  gains: Int32Array;
  /** Places in `people` of those to whom the workspace defaults apply and would not. */
  leavesDefault: Int32Array;
  /** What anybody loses, and gains. */
  lost: Uint32Array;
  gained: Uint32Array;
};

type Asked = {
  population: Population;
  model: ResolutionModel;
  before: { rules: CompiledRules; everyone: Everyone };
  after: CompiledRules;
  edits: PlaceEdits;
};

/**
 * Whose access would change: what everybody could do after the change, less what they can do before it. Both
 * rules have the same bits. People whose groups, defaults and places stay as they are cost one look each.
 */
export function difference(asked: Asked): Difference {
  const { population, before, after } = asked;
  const touched = touchedBy(before.rules, after);
  const found = new Growing(after.bits.words);
  const mask = new Uint32Array(after.bits.words);
  for (let at = 0; at < population.count; at += 1) {
    if (!isSet(population.isActive, at)) continue;
    if (!isTouched(asked, touched, at) && !isEdited(asked, at)) continue;
    const isOnDefault = resolveAfter(asked, at, mask);
    found.add(at, mask, { isOnDefault, everyone: before.everyone });
  }
  return found.finished();
}

/** Which groups give something else than before, or begin or cease to have a role; and whether the defaults do. */
type Touched = { groups: Uint8Array; defaults: boolean };

function touchedBy(before: CompiledRules, after: CompiledRules): Touched {
  const { words } = after.bits;
  const groups = new Uint8Array(after.hasRole.length);
  for (let at = 0; at < after.groups.length; at += 1) {
    if (before.groups[at] !== after.groups[at]) groups[Math.floor(at / words)] = 1;
  }
  after.hasRole.forEach((has, group) => {
    if (has !== before.hasRole[group]) groups[group] = 1;
  });
  return { groups, defaults: before.defaults.some((bits, index) => bits !== after.defaults[index]) };
}

function isTouched({ population, before }: Asked, { groups, defaults }: Touched, at: number): boolean {
  if (defaults && isSet(before.everyone.usesDefault, at)) return true;
  const to = word(population.offsets, at + 1);
  for (let next = word(population.offsets, at); next < to; next += 1) {
    if (isSet(groups, word(population.groups, next))) return true;
  }
  return false;
}

const isEdited = ({ edits, population, before, after }: Asked, at: number): boolean =>
  edits.groups.has(at) ||
  edits.deactivated.has(at) ||
  (population.directRoles.get(at)?.some((role) => hasChanged(before.rules.roles[role], after.roles[role])) ??
    false);

const hasChanged = (one: Uint32Array | undefined, other: Uint32Array | undefined): boolean =>
  one?.some((word, index) => word !== other?.[index]) ?? false;

/** Writes what the person at `at` could do after the change into `mask`; gives whether the defaults apply. */
function resolveAfter({ population, model, after, edits }: Asked, at: number, mask: Uint32Array): boolean {
  mask.fill(0);
  if (edits.deactivated.has(at)) return false;
  const groups = edits.groups.has(at) ? groupsAfter(population, at, edits) : groupsAt(population, at);
  let hasRole = false;
  for (const group of groups) hasRole = addGroup(mask, group, after) || hasRole;
  const direct = model === 'tri-state' ? population.directRoles.get(at) : undefined;
  for (const role of direct ?? []) {
    hasRole = true;
    addMask(mask, 0, after.roles[role]);
  }
  if (!hasRole) mask.set(after.defaults);
  return !hasRole;
}

/** Adds what a group gives; gives whether it has a role. */
function addGroup(mask: Uint32Array, group: number, { hasRole, groups, bits }: CompiledRules): boolean {
  if (!isSet(hasRole, group)) return false;
  for (let index = 0; index < bits.words; index += 1) {
    setBits(mask, index, word(groups, group * bits.words + index));
  }
  return true;
}

/** Lists that grow while people are looked at. */
class Growing {
  #people: number[] = [];
  #masks: number[] = [];
  #usesDefault: number[] = [];
  #losses: number[] = [];
  #gains: number[] = [];
  #leaves: number[] = [];
  readonly #lost: Uint32Array;
  readonly #gained: Uint32Array;

  constructor(readonly words: number) {
    this.#lost = new Uint32Array(words);
    this.#gained = new Uint32Array(words);
  }

  /** Notes somebody, unless nothing changes for them. */
  add(
    at: number,
    mask: Uint32Array,
    { isOnDefault, everyone }: { isOnDefault: boolean; everyone: Everyone },
  ): void {
    const { loses, gains } = this.#compare(at * this.words, mask, everyone.masks);
    const leaves = isSet(everyone.usesDefault, at) && !isOnDefault;
    if (!loses && !gains && !leaves) return;
    const place = this.#people.push(at) - 1;
    for (const bits of mask) this.#masks.push(bits);
    this.#usesDefault.push(Number(isOnDefault));
    if (loses) this.#losses.push(place);
    if (gains) this.#gains.push(place);
    if (leaves) this.#leaves.push(place);
  }

  #compare(base: number, mask: Uint32Array, masks: Uint32Array): { loses: boolean; gains: boolean } {
    let [lost, gained] = [0, 0];
    for (let index = 0; index < this.words; index += 1) {
      const [had, has] = [word(masks, base + index), word(mask, index)];
      setBits(this.#lost, index, had & ~has);
      setBits(this.#gained, index, has & ~had);
      lost |= had & ~has;
      gained |= has & ~had;
    }
    return { loses: lost !== 0, gains: gained !== 0 };
  }

  finished(): Difference {
    return {
      people: Int32Array.from(this.#people),
      masks: Uint32Array.from(this.#masks),
      usesDefault: Uint8Array.from(this.#usesDefault),
      losses: Int32Array.from(this.#losses),
      gains: Int32Array.from(this.#gains),
      leavesDefault: Int32Array.from(this.#leaves),
      lost: this.#lost,
      gained: this.#gained,
    };
  }
}
