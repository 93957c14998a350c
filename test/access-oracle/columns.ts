import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import type { Population } from '#lib/domain/rbac/everyone/population';
import {
  compileRules,
  levelsOf,
  type CompiledRules,
  type RuleBook,
} from '#lib/domain/rbac/everyone/rule-book';
import { textColumn } from '#lib/domain/rbac/everyone/text-column';
import { groupId, personId, roleId, type World } from './world';

/** The rules of an invented workspace as the product holds them. */
export const bookOf = ({ model, defaults, roles, groups }: World): RuleBook => ({
  model,
  defaults,
  roles: roles.map((permissions, role) => ({ id: roleId(role), permissions })),
  groups: groups.map(({ roles: own }, group) => ({ id: groupId(group), roles: own })),
});

/** The people of an invented workspace as columns. */
export function populationOf({ people }: Pick<World, 'people'>): Population {
  const texts = textColumn(people.map((_, at) => personId(at)));
  const offsets = [0];
  for (const { groups } of people) offsets.push((offsets.at(-1) ?? 0) + groups.length);
  return {
    count: people.length,
    numbers: Int32Array.from(people.keys()),
    ids: texts,
    names: texts,
    isActive: Uint8Array.from(people, ({ isActive }) => Number(isActive)),
    offsets: Uint32Array.from(offsets),
    groups: Uint32Array.from(people.flatMap(({ groups }) => [...groups])),
    directRoles: new Map(
      people.flatMap(({ direct }, at) => (direct.length > 0 ? [[at, direct] as const] : [])),
    ),
  };
}

/** The rules of an invented workspace as masks. */
export function compiled(world: World): CompiledRules {
  const book = bookOf(world);
  return compileRules(book, permissionBits(levelsOf(world.catalog, book)));
}
