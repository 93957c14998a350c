import type { Grant, Grants } from '#lib/domain/rbac/grants';
import { roleLevel } from '#lib/domain/rbac/resolve-roles';
import { isSet, setBits, word } from '#lib/domain/rbac/everyone/columns';
import { maskOf } from '#lib/domain/rbac/everyone/permission-bits';
import type { ConsoleStep } from './console-step';
import type { StepPlan } from './step-plan';

/** What is done at first: nothing, the steps that come first in any order, or everything. */
export type Standing = 'nothing' | 'begun' | 'all';

/** The console while some steps are done, as masks. A step can be done and undone; both cost what it is about. */
export class ConsoleMoment {
  readonly done: Uint8Array;
  #saidByDefault: Grants;
  #defaults: Uint32Array;
  /** By position; null for a role that is not there. */
  readonly #roles: (Uint32Array | null)[];
  /** A mask for each group, those of directly given roles last. */
  readonly #groups: Uint32Array;
  readonly #hasRole: Uint8Array;
  readonly #confirmedRoles: ReadonlyMap<number, Grants>;
  readonly #confirmedGroups: ReadonlyMap<number, readonly number[]>;

  constructor(
    readonly plan: StepPlan,
    at: Standing,
  ) {
    const { confirmed, world, roleAt, groupAt, steps } = plan;
    const done = { nothing: 0, begun: plan.begun, all: steps.length }[at];
    this.done = new Uint8Array(steps.length).fill(1, 0, done);
    this.#confirmedRoles = new Map(confirmed.roles.map((role) => [roleAt(role.id), role.permissions]));
    this.#confirmedGroups = new Map(
      confirmed.groups.map((group) => [groupAt(group.id), group.roleIds.map(roleAt)]),
    );
    const groups = world.groupIds.length + world.roleIds.length;
    this.#groups = new Uint32Array(groups * world.bits.words);
    this.#hasRole = new Uint8Array(groups);
    this.#saidByDefault = {};
    this.#defaults = new Uint32Array(0);
    this.#roles = [];
    this.#compileAll();
  }

  /** Does a step, or undoes it. */
  toggle(index: number): void {
    this.done[index] = 1 - (this.done[index] ?? 0);
    const step = this.plan.steps[index];
    if (!step) return;
    if (step.kind === 'default-set') this.#compileDefaults();
    else if ('group' in step) this.#compileGroup(this.plan.groupAt(step.group));
    else if (!(step.kind === 'direct-role-given' || step.kind === 'direct-role-taken')) {
      this.#compileRole(this.plan.roleAt(step.role));
    }
  }

  /** Writes what the person at `at` may do into `mask`. */
  resolve(at: number, mask: Uint32Array): void {
    mask.fill(0);
    if (!isSet(this.plan.world.population.isActive, at)) return;
    if (!this.#addGroups(at, mask)) mask.set(this.#defaults);
  }

  /** Adds what the groups of a person give; gives whether any of them has a role. */
  #addGroups(at: number, mask: Uint32Array): boolean {
    const { settled, pending } = this.plan;
    let hasRole = false;
    for (let next = word(settled.offsets, at); next < word(settled.offsets, at + 1); next += 1) {
      hasRole = this.#addGroup(word(settled.groups, next), mask) || hasRole;
    }
    for (let next = word(pending.offsets, at); next < word(pending.offsets, at + 1); next += 1) {
      if (this.done[word(pending.steps, next)] !== pending.joins[next]) continue;
      hasRole = this.#addGroup(word(pending.groups, next), mask) || hasRole;
    }
    return hasRole;
  }

  #addGroup(group: number, mask: Uint32Array): boolean {
    if (!isSet(this.#hasRole, group)) return false;
    for (let index = 0; index < mask.length; index += 1) {
      setBits(mask, index, word(this.#groups, group * mask.length + index));
    }
    return true;
  }

  #compileAll(): void {
    const { roleIds } = this.plan.world;
    this.#defaults = this.#maskOfDefaults();
    roleIds.forEach((_, role) => (this.#roles[role] = this.#maskOfRole(role)));
    this.#hasRole.forEach((_, group) => this.#compileGroup(group));
  }

  /** In the tri-state model a role passes the defaults on. */
  #compileDefaults(): void {
    if (this.plan.world.model === 'tri-state') this.#compileAll();
    else this.#defaults = this.#maskOfDefaults();
  }

  #compileRole(role: number): void {
    this.#roles[role] = this.#maskOfRole(role);
    for (const group of this.plan.groupsOfRole[role] ?? []) this.#compileGroup(group);
  }

  #compileGroup(group: number): void {
    const { words } = this.plan.world.bits;
    const base = group * words;
    this.#groups.fill(0, base, base + words);
    this.#hasRole[group] = 0;
    for (const role of this.#rolesOf(group)) {
      const mask = this.#roles[role];
      if (!mask) continue;
      this.#hasRole[group] = 1;
      mask.forEach((bits, index) => setBits(this.#groups, base + index, bits));
    }
  }

  #rolesOf(group: number): Set<number> {
    const { steps, stepsOfGroup, roleAt, world } = this.plan;
    if (group >= world.groupIds.length) return new Set([group - world.groupIds.length]);
    const roles = new Set(this.#confirmedGroups.get(group));
    for (const index of stepsOfGroup[group] ?? []) {
      const step = steps[index];
      if (!step || !isSet(this.done, index)) continue;
      if (step.kind === 'group-role-added') roles.add(roleAt(step.role));
      else if (step.kind === 'group-role-removed') roles.delete(roleAt(step.role));
    }
    return roles;
  }

  #maskOfDefaults(): Uint32Array {
    const { steps, confirmed, world } = this.plan;
    const done = steps.filter((step, index) => step.kind === 'default-set' && isSet(this.done, index));
    this.#saidByDefault = grantsAfter(confirmed.defaults, done);
    const levels = Object.entries(this.#saidByDefault).map(([key, grant]) => [key, Number(grant)] as const);
    return maskOf(levels, world.bits);
  }

  #maskOfRole(role: number): Uint32Array | null {
    const { steps, stepsOfRole, world } = this.plan;
    const done = (stepsOfRole[role] ?? []).filter((index) => isSet(this.done, index));
    const about = done.map((index) => steps[index]);
    const created = about.find((step) => step?.kind === 'role-created');
    const begin = created ? created.permissions : this.#confirmedRoles.get(role);
    if (!begin || about.some((step) => step?.kind === 'role-removed')) return null;
    const rules = { model: world.model, defaults: this.#saidByDefault };
    const resolved = { id: world.roleIds[role] ?? '', permissions: grantsAfter(begin, about) };
    return maskOf(
      world.bits.keys.map((key) => [key, roleLevel(key, resolved, rules)] as const),
      world.bits,
    );
  }
}

/** What is said after the steps of `about` that say something. */
function grantsAfter(begin: Grants, about: readonly (ConsoleStep | undefined)[]): Grants {
  const grants: Record<string, Grant> = { ...begin };
  for (const step of about) {
    if (step?.kind !== 'permission-set' && step?.kind !== 'default-set') continue;
    if (step.to === null) Reflect.deleteProperty(grants, step.permission);
    else grants[step.permission] = step.to;
  }
  return grants;
}
