import 'server-only';
import { z } from 'zod';
import { accessIndex, type AccessIndex } from '#lib/data/access-index';
import { findStampedPerson } from '#lib/data/people';
import { perIndex } from '#lib/data/per-index';
import { customerId } from '#lib/domain/rbac/customer-id';
import { personView } from '#lib/domain/rbac/directory-view';
import { disputedOffs } from '#lib/domain/rbac/disputed-off';
import { isSet } from '#lib/domain/rbac/everyone/columns';
import { groupsAt } from '#lib/domain/rbac/everyone/population';
import { peopleFilter, personSources } from '#lib/domain/rbac/people-filter';
import { cursorBehind, peopleCursor, peoplePageSize } from '#lib/domain/rbac/people-pages';
import { resolveAccess, type Access, type Path } from '#lib/domain/rbac/resolve-access';
import { defineQuery } from './define-query';
import { peoplePage } from './people-page';

import { profileId } from './profile-list';

const source = z.enum(personSources);
const listedPerson = personView.extend({ source, groups: z.array(z.string()) });

/**
 * The customer's people by name, a page at a time: see `peopleFilter`. `count` is exact; only what a search alone
 * finds is counted up to 1,000, and `isMore` says that there are more. `before` is how many stand before this
 * page, where that is counted; `next` is the cursor of the following page, null on the last one.
 */
export const readPeople = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    ...peopleFilter,
    cursor: peopleCursor.optional(),
    limit: z.coerce.number().int().min(1).max(peoplePageSize).default(peoplePageSize),
  }),
  output: z.object({
    count: z.int(),
    isMore: z.boolean(),
    before: z.int().nullable(),
    people: z.array(listedPerson),
    next: z.string().nullable(),
  }),
  async run({ ctx: { workspaceId }, db, input: { cursor = null, ...asked } }) {
    const index = await accessIndex(db, { workspaceId });
    const { rows, hasNext, ...counted } = await peoplePage(db, index, {
      ...asked,
      workspaceId,
      after: cursor,
    });
    const last = rows.at(-1);
    return {
      ...counted,
      people: rows.map(({ position: _position, ...person }) => person),
      next: hasNext && last ? cursorBehind({ ...last, at: last.position }) : null,
    };
  },
});

/** Ids of profiles by the mask of whoever has them: few profiles are the access of most people. */
const profileIds = perIndex<string>(256);

function profileAt(index: AccessIndex, position: number, access: Access): string {
  const { masks } = index.everyone;
  const { words } = index.rules.bits;
  const mask = masks.subarray(position * words, (position + 1) * words).join();
  return profileIds(index, mask, () => profileId(levelsOf(access)));
}

const path = z.object({ group: z.string().nullable(), role: z.string() });

/**
 * What one person may do: each permission with every group and role that gives it. One look-up finds the person
 * and whether what was resolved still stands; the rest is at hand.
 */
export const readPersonAccess = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: customerId }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    usesDefault: z.boolean(),
    /** The id of the access profile; null for deactivated people, who have none. */
    profile: z.string().nullable(),
    permissions: z.array(z.object({ permission: z.string(), level: z.int(), paths: z.array(path) })),
    lostDefaults: z.array(z.string()),
    email: z.string(),
    isActive: z.boolean(),
    source,
    version: z.int(),
    groups: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
    /** Roles given to the person alone; they count in the tri-state model. */
    directRoles: z.array(z.string()),
    /** Permissions that one role says are off while another grants them, with the roles that say so. */
    disputedOff: z.array(z.object({ permission: z.string(), roles: z.array(z.string()) })),
  }),
  async run({ ctx: { workspaceId }, db, input: { id } }) {
    const { stamp, person } = await findStampedPerson(db, { workspaceId, id });
    if (!person) return null;
    const index = await accessIndex(db, { workspaceId, stamp });
    const position = index.positionOf(person.number);
    if (position < 0) return null;
    const { number: _number, isImported, ...stored } = person;
    const { access, disputed, ...placed } = placedAt(index, position);
    return {
      ...stored,
      ...placed,
      source: isImported ? ('imported' as const) : ('manual' as const),
      usesDefault: access.usesDefault,
      profile: person.isActive ? profileAt(index, position, access) : null,
      permissions: permissionsIn(access),
      lostDefaults: [...access.lostDefaults],
      disputedOff: disputed.map(({ permission, roleIds }) => ({ permission, roles: [...roleIds] })),
    };
  },
});

/** What is granted, as it is handed out. A path gives many permissions and is written once. */
function permissionsIn({ granted }: Access) {
  const told = new Map<Path, z.output<typeof path>>();
  const tell = (one: Path) => {
    const known = told.get(one);
    if (known) return known;
    const said = { group: one.groupId, role: one.roleId };
    told.set(one, said);
    return said;
  };
  return Array.from(granted, ([permission, { level, paths }]) => ({
    permission,
    level,
    paths: paths.map(tell),
  }));
}

const levelsOf = ({ granted }: Access) =>
  new Map([...granted].map(([permission, { level }]) => [permission, level]));

/** The groups and roles of the person at a position, and what they make of the person's access. */
function placedAt({ population, book, facts }: AccessIndex, position: number) {
  const rolesAt = (positions: readonly number[]) => positions.flatMap((role) => book.roles[role] ?? []);
  const idsOf = (roles: readonly { id: string }[]) => roles.map(({ id }) => id).sort();
  const groups = Array.from(groupsAt(population, position).slice().sort()).flatMap((group) => {
    const { id, name } = facts.groups[group] ?? { id: '', name: '' };
    return { id, name, given: rolesAt(book.groups[group]?.roles ?? []) };
  });
  const direct = rolesAt(population.directRoles.get(position) ?? []);
  const isActive = isSet(population.isActive, position);
  const access = resolveAccess(
    { isActive, groupIds: groups.map(({ id }) => id), directRoles: direct },
    { ...book, rolesByGroup: new Map(groups.map(({ id, given }) => [id, given])) },
  );
  const roles = new Set([...groups.flatMap(({ given }) => given), ...direct]);
  return {
    access,
    disputed: isActive ? disputedOffs([...roles], book) : [],
    groups: groups.map(({ given, ...group }) => ({ ...group, roles: idsOf(given) })),
    directRoles: idsOf(direct),
  };
}
