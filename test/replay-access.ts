import { z } from 'zod';
import type { AccessFacts, GroupSummary } from '#lib/domain/rbac/access-facts';
import { noDefaults, type CustomRole, type WorkspaceDefaults } from '#lib/domain/rbac/directory';
import { defaultsView, groupView, modelView, personView, roleView } from '#lib/domain/rbac/directory-view';
import { guideModel, type ChosenModel } from '#lib/domain/rbac/resolution-model';
import type { ReplayedEvent } from './reducer';

type StoredGroup = Omit<GroupSummary, 'people'> & { members: ReadonlySet<string> };

/** Roles, groups and people one by one, as the audit log tells them. */
export type ReplayedDirectory = {
  model: ChosenModel;
  defaults: WorkspaceDefaults;
  roles: Map<string, CustomRole>;
  groups: Map<string, StoredGroup>;
  active: Map<string, boolean>;
  /** Person -> the roles they have directly. */
  direct: Map<string, readonly string[]>;
};

const idOf = ({ subject }: ReplayedEvent) => subject.slice(subject.indexOf(':') + 1);
const membersChanged = groupView.extend({ added: z.array(z.string()), removed: z.array(z.string()) });

function putRole({ roles }: ReplayedDirectory, { after }: ReplayedEvent): void {
  const role = roleView.parse(after);
  roles.set(role.id, role);
}

function dropRole({ roles, groups, direct }: ReplayedDirectory, event: ReplayedEvent): void {
  const id = idOf(event);
  roles.delete(id);
  for (const group of groups.values()) {
    if (!group.roleIds.includes(id)) continue;
    const roleIds = group.roleIds.filter((one) => one !== id);
    groups.set(group.id, { ...group, roleIds, rolesVersion: group.rolesVersion + 1 });
  }
  for (const [person, own] of direct) {
    direct.set(
      person,
      own.filter((one) => one !== id),
    );
  }
}

const restoredRole = roleView.extend({ groups: z.array(z.string()), people: z.array(z.string()) });

function restoreRole(directory: ReplayedDirectory, event: ReplayedEvent): void {
  const { id, groups, people } = restoredRole.parse(event.after);
  putRole(directory, event);
  for (const groupId of groups) {
    const group = directory.groups.get(groupId);
    if (!group) continue;
    const roleIds = [...group.roleIds, id].sort();
    directory.groups.set(groupId, { ...group, roleIds, rolesVersion: group.rolesVersion + 1 });
  }
  for (const person of people) directory.direct.set(person, [...(directory.direct.get(person) ?? []), id]);
}

function putGroup({ groups }: ReplayedDirectory, { after }: ReplayedEvent): void {
  const { roles: roleIds, people: _people, ...group } = groupView.parse(after);
  groups.set(group.id, { ...group, roleIds, members: groups.get(group.id)?.members ?? new Set() });
}

const restoredGroup = groupView.extend({ members: z.array(z.string()) });

function restoreGroup(directory: ReplayedDirectory, event: ReplayedEvent): void {
  putGroup(directory, event);
  const { id, members } = restoredGroup.parse(event.after);
  const group = directory.groups.get(id);
  if (group) directory.groups.set(id, { ...group, members: new Set(members) });
}

function changeMembers(directory: ReplayedDirectory, event: ReplayedEvent): void {
  putGroup(directory, event);
  const { id, added, removed } = membersChanged.parse(event.after);
  const group = directory.groups.get(id);
  if (!group) return;
  const members = new Set([...group.members, ...added].filter((person) => !removed.includes(person)));
  directory.groups.set(id, { ...group, members });
}

function putPerson({ active }: ReplayedDirectory, { after }: ReplayedEvent): void {
  const { id, isActive } = personView.parse(after);
  active.set(id, isActive);
}

const directRoles = z.object({ roles: z.array(z.string()) });

function setDirectRoles({ direct }: ReplayedDirectory, event: ReplayedEvent): void {
  direct.set(idOf(event), directRoles.parse(event.after).roles);
}

const restoredPerson = personView.extend({ groups: z.array(z.string()) });

function restorePerson(directory: ReplayedDirectory, event: ReplayedEvent): void {
  putPerson(directory, event);
  setDirectRoles(directory, event);
  const { id, groups } = restoredPerson.parse(event.after);
  for (const groupId of groups) {
    const group = directory.groups.get(groupId);
    if (group) directory.groups.set(groupId, { ...group, members: new Set([...group.members, id]) });
  }
}

function dropPerson({ active, direct, groups }: ReplayedDirectory, event: ReplayedEvent): void {
  const id = idOf(event);
  active.delete(id);
  direct.delete(id);
  for (const group of groups.values()) {
    const members = new Set([...group.members].filter((person) => person !== id));
    groups.set(group.id, { ...group, members });
  }
}

const steps: Readonly<Record<string, (directory: ReplayedDirectory, event: ReplayedEvent) => void>> = {
  'access.defaults_set': (directory, { after }) => {
    directory.defaults = defaultsView.parse(after);
  },
  'access.model_set': (directory, { after }) => {
    directory.model = modelView.parse(after);
  },
  'role.created': putRole,
  'role.changed': putRole,
  'role.removed': dropRole,
  'role.restored': restoreRole,
  'group.created': putGroup,
  'group.changed': putGroup,
  'group.roles_set': putGroup,
  'group.members_changed': changeMembers,
  'group.restored': restoreGroup,
  'group.removed': ({ groups }, event) => void groups.delete(idOf(event)),
  'person.created': putPerson,
  'person.changed': putPerson,
  'person.roles_set': setDirectRoles,
  'person.removed': dropPerson,
  'person.restored': restorePerson,
};

/** Actions of which roles, groups and people follow. */
export const accessActions: readonly string[] = Object.keys(steps);

/** Roles, groups and people one by one, out of the audit log alone. */
export function replayDirectory(events: readonly ReplayedEvent[]): ReplayedDirectory {
  const directory: ReplayedDirectory = {
    model: guideModel,
    defaults: noDefaults,
    roles: new Map(),
    groups: new Map(),
    active: new Map(),
    direct: new Map(),
  };
  for (const event of events) steps[event.action]?.(directory, event);
  return directory;
}

/** Roles, groups and people in sums, out of the audit log alone. */
export function replayAccess(events: readonly ReplayedEvent[]): AccessFacts {
  const directory = replayDirectory(events);
  const { model, defaults, roles, active } = directory;
  const groups = [...directory.groups.values()].sort(byName);
  return {
    model,
    defaults,
    roles: [...roles.values()].sort(byName),
    groups: groups.map(({ members, ...group }) => ({
      ...group,
      people: [...members].filter((person) => active.get(person)).length,
    })),
    profiles: profilesOf(groups, directory),
  };
}

const byName = (one: { name: string }, other: { name: string }) =>
  one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;

function profilesOf(groups: readonly StoredGroup[], { model, active, direct }: ReplayedDirectory) {
  const profiles = new Map<string, { roleIds: string[]; people: number; groupIds: string[] }>();
  for (const [person, isActive] of active) {
    if (!isActive) continue;
    const mine = groups.filter(({ members, roleIds }) => members.has(person) && roleIds.length > 0);
    const own = model.model === 'tri-state' ? (direct.get(person) ?? []) : [];
    const roleIds = [...new Set([...mine.flatMap((group) => group.roleIds), ...own])].sort();
    const before = profiles.get(roleIds.join()) ?? { roleIds, people: 0, groupIds: [] };
    const groupIds = [...new Set([...before.groupIds, ...mine.map(({ id }) => id)])].sort();
    profiles.set(roleIds.join(), { roleIds, people: before.people + 1, groupIds });
  }
  return [...profiles.values()];
}
