import type { ResolvedRole } from '#lib/domain/rbac/directory';
import type { RuleBook } from '#lib/domain/rbac/everyone/rule-book';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import type { Grant, Grants } from '#lib/domain/rbac/grants';
import { resolveAccess, type Access } from '#lib/domain/rbac/resolve-access';

/** A person with the positions of their groups and of the roles they have directly. */
export type PlacedPerson = { isActive: boolean; groups: number[]; roles: number[] };

/** A directory and changes to it: roles are r0, r1, …, groups g0, …, people p0, … */
export type PlacedWorld = { book: RuleBook; people: PlacedPerson[]; changes: AccessChange[] };

type State = {
  defaults: Grants;
  roles: Map<string, ResolvedRole>;
  groups: Map<string, string[]>;
  people: { isActive: boolean; in: Set<string>; roles: string[] }[];
};

type Step<K extends AccessChange['kind']> = (
  state: State,
  change: Extract<AccessChange, { kind: K }>,
) => void;

const say = ({ roles }: State, id: string, change: (said: Record<string, Grant>) => void) => {
  const permissions = { ...roles.get(id)?.permissions };
  change(permissions);
  roles.set(id, { id, permissions });
};
const rolesOf = ({ groups }: State, id: string) => groups.get(id) ?? [];
const personOf = ({ people }: State, id: string) => people[Number(id.slice(1))];

const steps: { [K in AccessChange['kind']]: Step<K> } = {
  'default-role-changed': (state, { permissions }) => void (state.defaults = permissions),
  'role-created': ({ roles }, { role: id, permissions }) => void roles.set(id, { id, permissions }),
  'role-changed': ({ roles }, { role: id, permissions }) => void roles.set(id, { id, permissions }),
  'role-permission-granted': (state, { role, permission, level }) =>
    say(state, role, (said) => (said[permission] = level ?? true)),
  'role-permission-revoked': (state, { role, permission }) =>
    say(state, role, (said) => Reflect.deleteProperty(said, permission)),
  'role-removed': ({ groups }, { role }) => {
    for (const [id, own] of groups)
      groups.set(
        id,
        own.filter((one) => one !== role),
      );
  },
  'group-role-added': (state, { group, role }) =>
    void state.groups.set(group, [...new Set([...rolesOf(state, group), role])]),
  'group-role-removed': (state, { group, role }) =>
    void state.groups.set(
      group,
      rolesOf(state, group).filter((one) => one !== role),
    ),
  'group-removed': ({ groups }, { group }) => void groups.set(group, []),
  'membership-added': (state, { group, person }) => void personOf(state, person)?.in.add(group),
  'membership-removed': (state, { group, person }) => void personOf(state, person)?.in.delete(group),
  'person-deactivated': (state, { person }) => {
    const found = personOf(state, person);
    if (found) found.isActive = false;
  },
};

/** What everybody may do after the changes, done once more on plain objects, one after the other. */
export function redone({ book, people, changes }: PlacedWorld): Access[] {
  const state: State = {
    defaults: book.defaults,
    roles: new Map(book.roles.map((role) => [role.id, role])),
    groups: new Map(book.groups.map(({ id, roles }) => [id, roles.map((role) => `r${role}`)])),
    people: people.map(({ isActive, groups, roles }) => ({
      isActive,
      in: new Set(groups.map((group) => `g${group}`)),
      roles: roles.map((role) => `r${role}`),
    })),
  };
  // safe because the table has a step for each kind
  for (const change of changes) (steps[change.kind] as Step<AccessChange['kind']>)(state, change);
  const named = (ids: readonly string[]) => ids.flatMap((id) => state.roles.get(id) ?? []);
  const rolesByGroup = new Map([...state.groups].map(([id, own]) => [id, named(own)]));
  return state.people.map((person) =>
    resolveAccess(
      { isActive: person.isActive, groupIds: person.in, directRoles: named(person.roles) },
      { model: book.model, defaults: state.defaults, rolesByGroup },
    ),
  );
}
