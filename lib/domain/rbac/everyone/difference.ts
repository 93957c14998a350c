import { isSet, setBits, word } from './columns';
import type { Everyone } from './resolve-everyone';
import { addMask, type CompiledRules } from './rule-book';
import { touchedPeople, type Asked } from './touched-people';
import { groupsAfter } from './what-if';

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

/**
 * Whose access would change: what everybody could do after the change, less what they can do before it. Both
 * rules have the same bits. People whom the change does not touch cost one look each.
 */
export function difference(asked: Asked): Difference {
  const touched = touchedPeople(asked);
  const { words } = asked.after.bits;
  const found = new Found(touched.length, words);
  const mask = new Uint32Array(words);
  for (let next = 0; next < touched.length; next += 1) {
    const at = touched[next] ?? 0;
    const isOnDefault = resolveAfter(asked, at, mask);
    found.add(at, mask, isOnDefault, asked.before.everyone);
  }
  return found.finished();
}

/** Writes what the person at `at` could do after the change into `mask`; gives whether the defaults apply. */
function resolveAfter(asked: Asked, at: number, mask: Uint32Array): boolean {
  const { after, edits } = asked;
  mask.fill(0);
  if (edits.deactivated.has(at)) return false;
  const byGroup = edits.groups.has(at) ? addNextGroups(asked, at, mask) : addGroups(asked, at, mask);
  const directly = asked.models.after === 'tri-state' && addDirectRoles(asked, at, mask);
  if (byGroup || directly) return false;
  mask.set(after.defaults);
  return true;
}

/** Adds what the groups of a person give; gives whether any has a role. */
function addGroups(
  { population: { offsets, groups }, after }: Asked,
  at: number,
  mask: Uint32Array,
): boolean {
  const to = word(offsets, at + 1);
  let hasRole = false;
  for (let next = word(offsets, at); next < to; next += 1) {
    hasRole = addGroup(mask, word(groups, next), after) || hasRole;
  }
  return hasRole;
}

/** The same for somebody whose groups change. */
function addNextGroups({ population, edits, after }: Asked, at: number, mask: Uint32Array): boolean {
  let hasRole = false;
  for (const group of groupsAfter(population, at, edits)) hasRole = addGroup(mask, group, after) || hasRole;
  return hasRole;
}

/** Adds what a group gives; gives whether it has a role. */
function addGroup(mask: Uint32Array, group: number, { hasRole, groups, bits }: CompiledRules): boolean {
  if (!isSet(hasRole, group)) return false;
  for (let index = 0; index < bits.words; index += 1) {
    setBits(mask, index, word(groups, group * bits.words + index));
  }
  return true;
}

/** Adds what a person's own roles give; gives whether there is any. */
function addDirectRoles({ population, edits, after }: Asked, at: number, mask: Uint32Array): boolean {
  let hasRole = false;
  for (const role of edits.directRoles.get(at) ?? population.directRoles.get(at) ?? []) {
    if (edits.goneRoles.has(role)) continue;
    hasRole = true;
    addMask(mask, 0, after.roles[role]);
  }
  return hasRole;
}

/** Whose access changes, gathered person by person: columns with room for everybody who is looked at. */
export class Found {
  readonly #people: Int32Array;
  readonly #masks: Uint32Array;
  readonly #usesDefault: Uint8Array;
  readonly #losses: Int32Array;
  readonly #gains: Int32Array;
  readonly #leaves: Int32Array;
  readonly #lost: Uint32Array;
  readonly #gained: Uint32Array;
  #count = 0;
  #losing = 0;
  #gaining = 0;
  #leaving = 0;

  constructor(
    most: number,
    readonly words: number,
  ) {
    this.#people = new Int32Array(most);
    this.#masks = new Uint32Array(most * words);
    this.#usesDefault = new Uint8Array(most);
    this.#losses = new Int32Array(most);
    this.#gains = new Int32Array(most);
    this.#leaves = new Int32Array(most);
    this.#lost = new Uint32Array(words);
    this.#gained = new Uint32Array(words);
  }

  /** Notes somebody with what they could do after the change, unless nothing changes for them. */
  add(at: number, mask: Uint32Array, isOnDefault: boolean, { masks, usesDefault }: Everyone): void {
    let [lost, gained] = [0, 0];
    for (let index = 0; index < this.words; index += 1) {
      const [had, has] = [word(masks, at * this.words + index), word(mask, index)];
      setBits(this.#lost, index, had & ~has);
      setBits(this.#gained, index, has & ~had);
      this.#masks[this.#count * this.words + index] = has;
      lost |= had & ~has;
      gained |= has & ~had;
    }
    const leaves = isSet(usesDefault, at) && !isOnDefault;
    if (lost === 0 && gained === 0 && !leaves) return;
    this.#people[this.#count] = at;
    this.#usesDefault[this.#count] = Number(isOnDefault);
    if (lost !== 0) this.#losses[this.#losing++] = this.#count;
    if (gained !== 0) this.#gains[this.#gaining++] = this.#count;
    if (leaves) this.#leaves[this.#leaving++] = this.#count;
    this.#count += 1;
  }

  finished(): Difference {
    return {
      people: this.#people.slice(0, this.#count),
      masks: this.#masks.slice(0, this.#count * this.words),
      usesDefault: this.#usesDefault.slice(0, this.#count),
      losses: this.#losses.slice(0, this.#losing),
      gains: this.#gains.slice(0, this.#gaining),
      leavesDefault: this.#leaves.slice(0, this.#leaving),
      lost: this.#lost,
      gained: this.#gained,
    };
  }
}
