import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { flag, isSet, word } from './columns';
import type { Population } from './population';
import type { Everyone } from './resolve-everyone';
import type { CompiledRules } from './rule-book';
import type { PlaceEdits } from './what-if';

/** A population with its rules before and after a change, and what the change makes of single places. */
export type Asked = {
  population: Population;
  /** By which model roles resolve, before and after. */
  models: { before: ResolutionModel; after: ResolutionModel };
  before: { rules: CompiledRules; everyone: Everyone };
  after: CompiledRules;
  edits: PlaceEdits;
};

/**
 * Positions of the active people whose groups, defaults or own roles give something else than before, or whose
 * places change. Nobody else's access can.
 */
export function touchedPeople(asked: Asked): Int32Array {
  const { population, before, after, edits } = asked;
  const marked = new Uint8Array(population.count);
  for (const at of edits.groups.keys()) marked[at] = 1;
  for (const at of edits.deactivated) marked[at] = 1;
  for (const at of edits.directRoles.keys()) marked[at] = 1;
  for (const [at, roles] of population.directRoles) if (haveChanged(roles, asked)) marked[at] = 1;
  const groups = touchedGroups(before.rules, after);
  if (groups.includes(1)) markMembers(population, groups, marked);
  if (hasChanged(before.rules.defaults, after.defaults)) markAll(before.everyone.usesDefault, marked);
  return activeMarked(population.isActive, marked);
}

/** Whether roles somebody has directly give something else than before, or count where they did not. */
const haveChanged = (roles: readonly number[], { models, before, after, edits }: Asked): boolean =>
  models.before !== models.after ||
  roles.some((role) => edits.goneRoles.has(role) || hasChanged(before.rules.roles[role], after.roles[role]));

const hasChanged = (one: Uint32Array | undefined, other: Uint32Array | undefined): boolean =>
  one?.some((bits, index) => bits !== other?.[index]) ?? false;

/** 1 for each group that gives something else than before, or begins or ceases to have a role. */
function touchedGroups(before: CompiledRules, after: CompiledRules): Uint8Array {
  const { words } = after.bits;
  const touched = new Uint8Array(after.hasRole.length);
  for (let at = 0; at < after.groups.length; at += 1) {
    if (word(before.groups, at) !== word(after.groups, at)) touched[Math.floor(at / words)] = 1;
  }
  after.hasRole.forEach((has, group) => {
    if (has !== before.hasRole[group]) touched[group] = 1;
  });
  return touched;
}

function markMembers({ count, offsets, groups }: Population, touched: Uint8Array, marked: Uint8Array): void {
  let from = word(offsets, 0);
  for (let at = 0; at < count; at += 1) {
    const to = word(offsets, at + 1);
    let found = flag(marked, at);
    for (let next = from; next < to; next += 1) found |= flag(touched, word(groups, next));
    marked[at] = found;
    from = to;
  }
}

function markAll(flags: Uint8Array, marked: Uint8Array): void {
  for (let at = 0; at < flags.length; at += 1) marked[at] = flag(marked, at) | flag(flags, at);
}

function activeMarked(isActive: Uint8Array, marked: Uint8Array): Int32Array {
  const found = new Int32Array(marked.length);
  let count = 0;
  for (let at = 0; at < marked.length; at += 1) {
    if (!isSet(marked, at) || !isSet(isActive, at)) continue;
    found[count] = at;
    count += 1;
  }
  return found.subarray(0, count);
}
