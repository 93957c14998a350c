import type { ResolvedRole } from '#lib/domain/rbac/directory';
import { resolveAccess, type Access } from '#lib/domain/rbac/resolve-access';
import { isSet } from './columns';
import { groupsAt, type Population } from './population';
import type { RuleBook } from './rule-book';
import { directRolesAfter, groupsAfter, type PlaceEdits } from './what-if';

/** One person by rules: where they are, which roles that gives, and what they may do by them. */
export type Standing = {
  isActive: boolean;
  /** Groups they are in, by id, with the roles each has. */
  groups: ReadonlyMap<string, readonly ResolvedRole[]>;
  /** Roles given to them directly that count in the model. */
  direct: readonly ResolvedRole[];
  access: Access;
};

/** How the person at `position` stands by `book`, after `edits` where there are any. */
export function standingAt(
  population: Population,
  book: RuleBook,
  { position, edits }: { position: number; edits?: PlaceEdits | undefined },
): Standing {
  const isActive = isSet(population.isActive, position) && !(edits?.deactivated.has(position) ?? false);
  const places = edits ? groupsAfter(population, position, edits) : groupsAt(population, position);
  const groups = new Map<string, readonly ResolvedRole[]>();
  for (const place of places) {
    const group = book.groups[place];
    if (group) groups.set(group.id, rolesAt(group.roles, book));
  }
  const isDirect = book.model === 'tri-state';
  const direct = isDirect
    ? rolesAt(
        edits ? directRolesAfter(population, position, edits) : (population.directRoles.get(position) ?? []),
        book,
      )
    : [];
  const access = resolveAccess(
    { isActive, groupIds: groups.keys(), directRoles: direct },
    { model: book.model, defaults: book.defaults, rolesByGroup: groups },
  );
  return { isActive, groups, direct, access };
}

const rolesAt = (positions: readonly number[], { roles }: RuleBook): ResolvedRole[] =>
  positions.flatMap((position) => roles[position] ?? []);

/** Every role somebody has, each once. */
export const rolesIn = ({ groups, direct }: Standing): ResolvedRole[] => [
  ...new Map([...[...groups.values()].flat(), ...direct].map((role) => [role.id, role])).values(),
];
