import { z } from 'zod';
import { groupSources } from '#lib/domain/rbac/directory';
import { grantsView } from '#lib/domain/rbac/directory-view';
import { resolutionModels } from '#lib/domain/rbac/resolution-model';
import { isMembership, type DraftChange, type MembershipChange } from './draft-change';
import { byId, type DraftWorld } from './draft-world';

const named = z.object({ id: z.string(), name: z.string() });

/** One thing that changes rest on, as it was. */
export const baseValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('defaults'), model: z.enum(resolutionModels), permissions: grantsView }),
  z.object({ kind: z.literal('role'), ...named.shape, permissions: grantsView }),
  z.object({
    kind: z.literal('group'),
    ...named.shape,
    source: z.enum(groupSources),
    roles: z.array(named),
  }),
  z.object({ kind: z.literal('membership'), group: named, person: named, isIn: z.boolean() }),
]);

export type BaseValue = z.infer<typeof baseValue>;

/** What a draft rests on: how it was when somebody last looked, and the directory's stamp of then. */
export const draftBase = z.object({
  stamp: z.object({ rules: z.int(), people: z.int() }),
  values: z.array(baseValue),
});

export type DraftBase = z.infer<typeof draftBase>;

/** One thing that is no longer as it was; `now` is null where it has been removed. */
export const movedValue = z.object({ before: baseValue, now: baseValue.nullable() });

export type MovedValue = z.infer<typeof movedValue>;

/** What `changes` rest on, as it is in `world`: all they touch, and what decides whom they meet. */
export function baseOf(changes: readonly DraftChange[], world: DraftWorld): DraftBase {
  const values = new Map<string, BaseValue>();
  const add = (value: BaseValue | null) => {
    if (value) values.set(keyOf(value), value);
  };
  if (changes.some(({ kind }) => !kind.startsWith('role-permission'))) add(defaultsValue(world));
  for (const change of changes) {
    if ('role' in change) add(roleValue(change.role, world));
    if ('group' in change) add(groupValue(change.group, world));
    if (!isMembership(change)) continue;
    add(membershipValue(change, world));
    for (const role of byId(world.groups, change.group)?.roleIds ?? []) add(roleValue(role, world));
  }
  return { stamp: world.stamp, values: [...values.values()] };
}

/** The base of `changes` where what was looked at before is kept as it was then. */
export function keptBase(before: DraftBase, changes: readonly DraftChange[], world: DraftWorld): DraftBase {
  const known = new Map(before.values.map((value) => [keyOf(value), value]));
  const wanted = baseOf(changes, world);
  const isKept = wanted.values.some((value) => known.has(keyOf(value)));
  const values = wanted.values.map((value) => known.get(keyOf(value)) ?? value);
  return { stamp: isKept ? before.stamp : world.stamp, values };
}

/** What is no longer as it was; a new name alone moves nothing. */
export function movedSince({ stamp, values }: DraftBase, world: DraftWorld): MovedValue[] {
  if (stamp.rules === world.stamp.rules && stamp.people === world.stamp.people) return [];
  return values.flatMap((before) => {
    const now = currentOf(before, world);
    return now !== null && isAsBefore(before, now) ? [] : [{ before, now }];
  });
}

function keyOf(value: BaseValue): string {
  if (value.kind === 'defaults') return 'defaults';
  const ids = value.kind === 'membership' ? [value.group.id, value.person.id] : [value.id];
  return JSON.stringify([value.kind, ...ids]);
}

function currentOf(value: BaseValue, world: DraftWorld): BaseValue | null {
  switch (value.kind) {
    case 'defaults':
      return defaultsValue(world);
    case 'role':
      return roleValue(value.id, world);
    case 'group':
      return groupValue(value.id, world);
    case 'membership':
      return membershipValue({ group: value.group.id, person: value.person.id }, world);
    default:
      return value satisfies never;
  }
}

const isAsBefore = (before: BaseValue, now: BaseValue): boolean =>
  JSON.stringify(countingIn(before)) === JSON.stringify(countingIn(now));

/** What of a value access follows from: no names, and nothing that hangs on an order. */
function countingIn(value: BaseValue): unknown {
  if (value.kind === 'membership') return value.isIn;
  if (value.kind === 'group') return [value.source, value.roles.map(({ id }) => id).sort()];
  const said = Object.entries(value.permissions).sort(([one], [other]) => (one < other ? -1 : 1));
  return value.kind === 'defaults' ? [value.model, said] : said;
}

const defaultsValue = ({ defaults, model }: DraftWorld): BaseValue => ({
  kind: 'defaults',
  model,
  permissions: { ...defaults },
});

function roleValue(id: string, { roles }: DraftWorld): BaseValue | null {
  const role = byId(roles, id);
  return role ? { kind: 'role', id, name: role.name, permissions: { ...role.permissions } } : null;
}

function groupValue(id: string, { groups, roles }: DraftWorld): BaseValue | null {
  const group = byId(groups, id);
  if (!group) return null;
  const { name, source, roleIds } = group;
  const named = roleIds.map((role) => ({ id: role, name: byId(roles, role)?.name ?? role }));
  return { kind: 'group', id, name, source, roles: named };
}

function membershipValue(
  { group: groupId, person: personId }: Pick<MembershipChange, 'group' | 'person'>,
  { groups, people }: DraftWorld,
): BaseValue | null {
  const [group, person] = [byId(groups, groupId), byId(people, personId)];
  if (!group || !person) return null;
  return {
    kind: 'membership',
    group: { id: groupId, name: group.name },
    person: { id: personId, name: person.name },
    isIn: person.groupIds.includes(groupId),
  };
}
