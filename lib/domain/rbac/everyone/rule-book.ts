import type { ResolvedRole, Rules } from '#lib/domain/rbac/directory';
import { levelOf } from '#lib/domain/rbac/grants';
import { roleLevel } from '#lib/domain/rbac/resolve-roles';
import { setBits } from './columns';
import { maskOf, type PermissionBits } from './permission-bits';

/** A group as resolution knows it, with the positions of its roles in `RuleBook.roles`. */
export type BookedGroup = { id: string; roles: readonly number[] };

/** All that several roles resolve against; groups and roles are known by their positions. */
export type RuleBook = Rules & { roles: readonly ResolvedRole[]; groups: readonly BookedGroup[] };

/** A rule book as masks: what each group gives by its roles, and what the workspace defaults give. */
export type CompiledRules = {
  bits: PermissionBits;
  defaults: Uint32Array;
  /** A mask for each role. */
  roles: readonly Uint32Array[];
  /** A mask of `bits.words` for each group, one behind the other. */
  groups: Uint32Array;
  /** Whether the group has a role. */
  hasRole: Uint8Array;
};

/** Permission -> number of levels, of a catalogue and of whatever a rule book mentions besides. */
export function levelsOf(
  catalog: Readonly<Record<string, { levels?: readonly string[] }>>,
  ...books: readonly Pick<RuleBook, 'defaults' | 'roles'>[]
): Map<string, number> {
  const levels = new Map(
    Object.entries(catalog).map(([key, { levels: named }]) => [key, named?.length ?? 1]),
  );
  for (const { defaults, roles } of books) {
    for (const grants of [defaults, ...roles.map(({ permissions }) => permissions)]) {
      for (const [key, grant] of Object.entries(grants)) {
        levels.set(key, Math.max(levels.get(key) ?? 1, levelOf(grant)));
      }
    }
  }
  return levels;
}

/** The masks of `book`. */
export function compileRules(book: RuleBook, bits: PermissionBits): CompiledRules {
  const roles = book.roles.map((role) =>
    maskOf(
      bits.keys.map((key) => [key, roleLevel(key, role, book)] as const),
      bits,
    ),
  );
  const groups = new Uint32Array(book.groups.length * bits.words);
  book.groups.forEach((group, position) => {
    for (const role of group.roles) addMask(groups, position * bits.words, roles[role]);
  });
  return {
    bits,
    defaults: maskOf(
      Object.entries(book.defaults).map(([key, grant]) => [key, levelOf(grant)] as const),
      bits,
    ),
    roles,
    groups,
    hasRole: Uint8Array.from(book.groups, ({ roles: own }) => Number(own.length > 0)),
  };
}

/** Adds what `mask` grants to the mask that begins at `offset` of `masks`. */
export function addMask(masks: Uint32Array, offset: number, mask: Uint32Array | undefined): void {
  mask?.forEach((bits, index) => setBits(masks, offset + index, bits));
}
