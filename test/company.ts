import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import type { Population } from '#lib/domain/rbac/everyone/population';
import { resolveEveryone } from '#lib/domain/rbac/everyone/resolve-everyone';
import { compileRules, levelsOf, type RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import { textColumn } from '#lib/domain/rbac/everyone/text-column';

/** Somebody of a company that a test makes up: who, whether active, and the positions of their groups. */
export type Somebody = { name: string; isActive?: boolean; groups: readonly number[] };

/** A company as columns, resolved; ids are the names. */
export function companyOf(people: readonly Somebody[], book: RuleBook) {
  const offsets = Uint32Array.from([0, ...people.map(({ groups }) => groups.length)]);
  offsets.forEach((length, at) => (offsets[at] = length + (offsets[at - 1] ?? 0)));
  const names = textColumn(people.map(({ name }) => name));
  const population: Population = {
    count: people.length,
    numbers: Int32Array.from(people.keys()),
    ids: names,
    names,
    isActive: Uint8Array.from(people, ({ isActive = true }) => Number(isActive)),
    offsets,
    groups: Uint32Array.from(people.flatMap(({ groups }) => groups)),
    directRoles: new Map(),
  };
  const rules = compileRules(book, permissionBits(levelsOf({}, book)));
  const everyone = resolveEveryone(population, rules, book.model);
  return { population, everyone, standpoints: { groups: book.groups, bits: rules.bits } };
}
