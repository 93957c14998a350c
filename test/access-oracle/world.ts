import fc from 'fast-check';
import type { Grants } from '#lib/domain/rbac/grants';
import { resolutionModels, type ResolutionModel } from '#lib/domain/rbac/resolution-model';

/** One invented workspace. Roles, groups and people are known by where they stand in their lists. */
export type World = {
  model: ResolutionModel;
  /** Permissions that the catalogue knows, with their levels; what roles mention besides is retired. */
  catalog: Readonly<Record<string, { levels?: readonly string[] }>>;
  defaults: Grants;
  roles: readonly Grants[];
  groups: readonly { roles: readonly number[] }[];
  people: readonly WorldPerson[];
};

/** Somebody of an invented workspace; `groups` may name one twice. */
export type WorldPerson = { isActive: boolean; groups: readonly number[]; direct: readonly number[] };

export const roleId = (role: number): string => `role-${String(role)}`;
export const groupId = (group: number): string => `group-${String(group)}`;
export const personId = (person: number): string => `person-${String(person)}`;

type Permission = { key: string; levels: number; isRetired: boolean };

/** Few permissions mostly, for shrinking; sometimes more than one word of bits, sometimes more than two. */
const permissionCount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 64, max: 72 }) },
);

const permissions = permissionCount.chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, at) =>
      fc.record({
        key: fc.constant(`p${String(at)}`),
        levels: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 3 })),
        isRetired: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, fc.constant(true)),
      }),
    ),
  ),
);

/** What may be said of each permission: nothing, on, off or a level. */
function grantsOf(all: readonly Pick<Permission, 'key' | 'levels'>[]): fc.Arbitrary<Grants> {
  const said = all.map(({ levels }) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: levels === 1 ? fc.constant(true) : fc.integer({ min: 1, max: levels }) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  );
  const some = fc.tuple(...said).map((each) =>
    Object.fromEntries(
      all.flatMap(({ key }, at) => {
        const grant = each[at];
        return grant === undefined ? [] : [[key, grant] as const];
      }),
    ),
  );
  return fc.oneof({ weight: 5, arbitrary: some }, fc.constant({}));
}

/** What may be said of the permissions that a catalogue knows. */
export const grantsSaid = (catalog: World['catalog']): fc.Arbitrary<Grants> =>
  grantsOf(Object.entries(catalog).map(([key, { levels }]) => ({ key, levels: levels?.length ?? 1 })));

const someOf = (count: number, most: number) =>
  count === 0 ? fc.constant([]) : fc.array(fc.nat({ max: count - 1 }), { maxLength: most });

const once = (all: readonly number[]) => [...new Set(all)];

/** Invented workspaces with everything that section 2 of the guide leaves ordinary. */
export const worlds: fc.Arbitrary<World> = permissions.chain((all) =>
  fc
    .record({
      model: fc.constantFrom(...resolutionModels),
      defaults: grantsOf(all),
      roles: fc.array(grantsOf(all), { maxLength: 5 }),
      groupCount: fc.nat({ max: 5 }),
    })
    .chain(({ groupCount, roles, ...rest }) =>
      fc.record({
        model: fc.constant(rest.model),
        catalog: fc.constant(catalogOf(all)),
        defaults: fc.constant(rest.defaults),
        roles: fc.constant(roles),
        groups: fc.array(fc.record({ roles: someOf(roles.length, 3).map(once) }), {
          minLength: groupCount,
          maxLength: groupCount,
        }),
        people: fc.array(
          fc.record({
            isActive: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
            groups: someOf(groupCount, 4),
            direct: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, someOf(roles.length, 2).map(once)),
          }),
          { minLength: 1, maxLength: 7 },
        ),
      }),
    ),
);

const catalogOf = (all: readonly Permission[]): World['catalog'] =>
  Object.fromEntries(
    all
      .filter(({ isRetired }) => !isRetired)
      .map(({ key, levels }) => [
        key,
        levels > 1 ? { levels: Array.from({ length: levels }, (_, at) => `Level ${String(at + 1)}`) } : {},
      ]),
  );
