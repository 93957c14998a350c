import { isSet, setBits, word } from '#lib/domain/rbac/everyone/columns';
import { levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { ConsoleMoment, type Standing } from './console-moment';
import type { StepPlan } from './step-plan';

/** Active people whose access is meant, and the permissions it is about. */
export type Met = { people: number; permissions: readonly string[] };

/** How many people may be looked at before the search for an order gives up. */
export type Budget = { left: number };

const wordBits = 32;

/** What everybody is to keep from a moment on, and what everybody has in the end, by position. */
export type KeptMasks = { kept: Uint32Array; final: Uint32Array };

/** What everybody has at first and after all steps, at the level of the lower: to be kept all the way. */
export function keptMasks(plan: StepPlan, at: Standing): KeptMasks {
  const { population, bits } = plan.world;
  const [before, after] = [new ConsoleMoment(plan, at), new ConsoleMoment(plan, 'all')];
  const [kept, final] = [0, 1].map(() => new Uint32Array(population.count * bits.words));
  const [one, other] = [new Uint32Array(bits.words), new Uint32Array(bits.words)];
  for (let person = 0; person < population.count; person += 1) {
    before.resolve(person, one);
    after.resolve(person, other);
    final?.set(other, person * bits.words);
    kept?.set(
      one.map((own, index) => own & word(other, index)),
      person * bits.words,
    );
  }
  // safe because both were just made
  return { kept, final } as KeptMasks;
}

type Begin = {
  at: Standing;
  budget: Budget;
  /** The one person who counts. */
  only?: number;
  /** What everybody has in the end: what anybody gets of it on the way is kept from then on. */
  final?: Uint32Array;
};

/** A way through the steps: who goes without something they are to keep. */
export class ConsoleWalk {
  readonly moment: ConsoleMoment;
  /** What each person goes without. */
  readonly #lost: Uint32Array;
  /** How many people go without each bit of a mask. */
  readonly #lostBits: Uint32Array;
  #missing = 0;
  readonly #seen: Uint32Array;
  #look = 0;
  readonly #mask: Uint32Array;

  constructor(
    readonly plan: StepPlan,
    readonly kept: Uint32Array,
    { at, budget, only, final }: Begin,
  ) {
    const { population, bits } = plan.world;
    this.moment = new ConsoleMoment(plan, at);
    this.#final = final ?? null;
    this.budget = budget;
    this.#only = only ?? null;
    this.#lost = new Uint32Array(population.count * bits.words);
    this.#lostBits = new Uint32Array(bits.words * wordBits);
    this.#seen = new Uint32Array(population.count);
    this.#mask = new Uint32Array(bits.words);
  }

  readonly budget: Budget;
  readonly #final: Uint32Array | null;
  /** The one person who counts; null where everybody does. */
  readonly #only: number | null;

  /** Whether a step can change anybody's access at all. */
  meets(index: number): boolean {
    let meets = false;
    this.#eachAffected(index, (at) => (meets ||= this.#only === null || at === this.#only));
    return meets;
  }

  /** Whether nobody would go without anything after the step; asked where nobody does now. */
  isSafe(index: number): boolean {
    return this.firstWithout(index) === null;
  }

  /** Position of the first person who would go without something after the step; null where nobody would. */
  firstWithout(index: number): number | null {
    this.moment.toggle(index);
    const first = this.#affected(index).find((at) => this.#goesWithout(at));
    this.moment.toggle(index);
    return first ?? null;
  }

  /** How many people would go without something after the step. */
  missingAfter(index: number): number {
    this.moment.toggle(index);
    const missing = this.#affected(index).reduce(
      (sum, at) => sum + Number(this.#goesWithout(at)) - Number(this.#isMissing(at)),
      this.#missing,
    );
    this.moment.toggle(index);
    return missing;
  }

  /** Does the step, or undoes it. */
  take(index: number): void {
    this.moment.toggle(index);
    for (const at of this.#affected(index)) {
      this.#missing -= Number(this.#isMissing(at));
      if (this.#goesWithout(at) || this.#isMissing(at)) this.#noteLost(at);
      this.#missing += Number(this.#isMissing(at));
    }
  }

  /** Does the step; gives who gains and who loses by it. */
  takeAndTell(index: number): { gains: Met | null; losses: Met | null } {
    const { bits } = this.plan.world;
    const { words } = bits;
    const people = this.#affected(index);
    const before = new Uint32Array(people.length * words);
    people.forEach((at, place) => {
      this.moment.resolve(at, this.#mask);
      before.set(this.#mask, place * words);
    });
    this.take(index);
    const [gains, losses] = [new Tally(words), new Tally(words)];
    people.forEach((at, place) => {
      this.moment.resolve(at, this.#mask);
      const had = before.subarray(place * words, (place + 1) * words);
      gains.add(this.#mask, had);
      losses.add(had, this.#mask);
      this.#keep(at);
    });
    return { gains: gains.met(bits), losses: losses.met(bits) };
  }

  /** Keeps what somebody who was just resolved has for good. */
  #keep(at: number): void {
    const final = this.#final;
    if (final === null) return;
    const base = at * this.#mask.length;
    this.#mask.forEach((bits, index) => setBits(this.kept, base + index, bits & word(final, base + index)));
  }

  /** Who goes without what; null where nobody goes without anything. */
  gap(): Met | null {
    if (this.#missing === 0) return null;
    const { bits } = this.plan.world;
    const lost = new Uint32Array(bits.words);
    this.#lostBits.forEach((people, bit) => {
      if (people > 0) setBits(lost, Math.floor(bit / wordBits), 1 << (bit % wordBits));
    });
    return { people: this.#missing, permissions: [...levelsIn(lost, 0, bits).keys()] };
  }

  #isMissing(at: number): boolean {
    const { words } = this.plan.world.bits;
    for (let index = 0; index < words; index += 1)
      if (word(this.#lost, at * words + index) !== 0) return true;
    return false;
  }

  /** Notes what somebody goes without, who was just resolved. */
  #noteLost(at: number): void {
    const { words } = this.plan.world.bits;
    for (let index = 0; index < words; index += 1) {
      const place = at * words + index;
      const now = word(this.kept, place) & ~word(this.#mask, index);
      const moved = word(this.#lost, place) ^ now;
      for (let bit = 0; bit < wordBits; bit += 1) {
        if ((moved & (1 << bit)) === 0) continue;
        const counted = index * wordBits + bit;
        this.#lostBits[counted] = word(this.#lostBits, counted) + ((now & (1 << bit)) === 0 ? -1 : 1);
      }
      this.#lost[place] = now;
    }
  }

  #goesWithout(at: number): boolean {
    this.budget.left -= 1;
    this.moment.resolve(at, this.#mask);
    const base = at * this.#mask.length;
    return this.#mask.some((bits, index) => (word(this.kept, base + index) & ~bits) !== 0);
  }

  /** Positions of everybody whose access a step can change, each once. */
  #affected(index: number): readonly number[] {
    if (this.#only !== null) return [this.#only];
    this.#look += 1;
    const found: number[] = [];
    this.#eachAffected(index, (at) => {
      if (this.#seen[at] === this.#look || !isSet(this.plan.world.population.isActive, at)) return;
      this.#seen[at] = this.#look;
      found.push(at);
    });
    return found;
  }

  #eachAffected(index: number, add: (at: number) => void): void {
    const { steps, groupsMet, persons, world } = this.plan;
    if (steps[index]?.kind === 'default-set') {
      for (let at = 0; at < world.population.count; at += 1) add(at);
    }
    groupsMet[index]?.forEach((group) => this.#eachMember(group, add));
    persons[index]?.forEach(add);
  }

  #eachMember(group: number, add: (at: number) => void): void {
    const { offsets, people } = this.plan.members;
    for (let next = word(offsets, group); next < word(offsets, group + 1); next += 1) add(word(people, next));
  }
}

/** Counts people who have something that others have not. */
class Tally {
  #people = 0;
  readonly #bits: Uint32Array;

  constructor(words: number) {
    this.#bits = new Uint32Array(words);
  }

  add(these: Uint32Array, those: Uint32Array): void {
    let more = 0;
    these.forEach((bits, index) => {
      const own = bits & ~word(those, index);
      setBits(this.#bits, index, own);
      more |= own;
    });
    if (more !== 0) this.#people += 1;
  }

  met(bits: StepPlan['world']['bits']): Met | null {
    if (this.#people === 0) return null;
    return { people: this.#people, permissions: [...levelsIn(this.#bits, 0, bits).keys()] };
  }
}
