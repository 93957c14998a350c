import { levelOf } from '#lib/domain/rbac/grants';
import type { ComparedAccess } from '#lib/domain/rbac/everyone/changed-people';
import { number, word } from '#lib/domain/rbac/everyone/columns';
import { bitsAt, levelsIn } from '#lib/domain/rbac/everyone/permission-bits';
import { directRolesAfter, groupsAfter } from '#lib/domain/rbac/everyone/what-if';
import type { DraftChange } from './draft-change';

/** What a role would have to grant so that people who leave the workspace defaults for it lose nothing. */
export type DefaultFix = {
  role: string;
  permissions: readonly string[];
  changes: readonly DraftChange[];
};

/**
 * The role that most of those have who lose something by leaving the workspace defaults, and what it would have
 * to grant so that they keep it; null where nobody loses so.
 */
export function defaultFix(compared: ComparedAccess): DefaultFix | null {
  const { bits } = compared.index.rules;
  const byRole = new Map<number, { people: number; lost: Uint32Array }>();
  for (const place of compared.found.leavesDefault) {
    const lost = lostBy(compared, place);
    if (lost.every((one) => one === 0)) continue;
    for (const role of rolesAfter(compared, place)) {
      const sum = byRole.get(role) ?? { people: 0, lost: new Uint32Array(bits.words) };
      byRole.set(role, { people: sum.people + 1, lost: sum.lost.map((one, at) => one | (lost[at] ?? 0)) });
    }
  }
  const [most] = [...byRole].sort(([, one], [, other]) => other.people - one.people);
  const id = compared.whatIf.after.roles[most?.[0] ?? -1]?.id;
  if (!most || id === undefined) return null;
  const permissions = [...levelsIn(most[1].lost, 0, bits).keys()];
  return { role: id, permissions, changes: permissions.map((key) => grantOf(compared, id, key)) };
}

/** How many people would gain any of `permissions`. */
export function countGaining(compared: ComparedAccess, permissions: readonly string[]): number {
  const { bits } = compared.index.rules;
  const wanted = new Uint32Array(bits.words);
  for (const key of permissions) {
    const place = bits.places.get(key);
    if (place) wanted[place.word] = word(wanted, place.word) | bitsAt(place, place.levels);
  }
  let count = 0;
  for (const place of compared.found.gains) {
    if (changedBits(compared, place, 'gained').some((one, at) => (one & word(wanted, at)) !== 0)) count += 1;
  }
  return count;
}

const lostBy = (compared: ComparedAccess, place: number) => changedBits(compared, place, 'lost');

function changedBits(
  { index: { everyone, rules }, found }: ComparedAccess,
  place: number,
  what: 'lost' | 'gained',
): Uint32Array {
  const { words } = rules.bits;
  const position = number(found.people, place);
  return new Uint32Array(words).map((_, at) => {
    const had = word(everyone.masks, position * words + at);
    const has = word(found.masks, place * words + at);
    return what === 'lost' ? had & ~has : has & ~had;
  });
}

function rolesAfter({ index: { population }, whatIf, found }: ComparedAccess, place: number): Set<number> {
  const position = number(found.people, place);
  const groups = groupsAfter(population, position, whatIf.edits);
  const { after } = whatIf;
  const direct = after.model === 'tri-state' ? directRolesAfter(population, position, whatIf.edits) : [];
  return new Set([...[...groups].flatMap((group) => after.groups[group]?.roles ?? []), ...direct]);
}

function grantOf({ index: { book } }: ComparedAccess, role: string, permission: string): DraftChange {
  const grant = book.defaults[permission];
  const level = typeof grant === 'number' ? { level: levelOf(grant) } : {};
  return { kind: 'role-permission-granted', role, permission, ...level };
}
