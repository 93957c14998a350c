import 'server-only';
import type { z } from 'zod';
import type { Db } from '#lib/data/db';
import { listGroupRoles, listRoles, saveGroup, saveRole } from '#lib/data/directory';
import { findPersonIdByEmail, savePerson } from '#lib/data/people';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { Group, Person } from '#lib/domain/rbac/directory';
import { toGroupView, type roleView } from '#lib/domain/rbac/directory-view';
import { writeGroup, writePerson, writeRole } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';

type NewRole = Pick<z.output<typeof roleView>, 'id' | 'name' | 'permissions'>;

/** Adds a custom role under `id`, which nobody has; fails with `role_name_taken`. */
export async function makeRole(
  tx: Db,
  { workspaceId, now, actor }: Context,
  { id, name, permissions }: NewRole,
) {
  const none = { id, name: '', permissions: {}, version: 0 };
  const role = writeRole(none, { name, permissions }, await listRoles(tx, { workspaceId }));
  if (!role.ok) return role;

  await saveRole(tx, { workspaceId, ...role.value, changedAt: now, changedBy: actor.name });
  const after = { ...role.value, permissions: { ...role.value.permissions } };
  return ok(changed(after, { action: 'role.created', subject: `role:${id}`, before: null, after }));
}

/** Adds a group under `id`, which nobody has, without people and roles; fails with `group_name_taken`. */
export async function makeGroup(
  tx: Db,
  { workspaceId, now, actor }: Context,
  { id, ...fields }: Omit<Group, 'version'>,
) {
  const none = { id, name: '', source: fields.source, version: 0 };
  const group = writeGroup(none, fields, await listGroupRoles(tx, { workspaceId }));
  if (!group.ok) return group;

  await saveGroup(tx, { workspaceId, ...group.value, changedAt: now, changedBy: actor.name });
  const after = toGroupView({ ...group.value, roleIds: [], rolesVersion: 0, people: 0 });
  return ok(changed(after, { action: 'group.created', subject: `group:${id}`, before: null, after }));
}

/** Adds a person under `id`, which nobody has, in no group yet; fails with `email_taken`. */
export async function makePerson(
  tx: Db,
  { workspaceId }: Context,
  { id, ...fields }: Omit<Person, 'version'>,
) {
  const none = { id, name: '', email: '', isActive: true, version: 0 };
  const holder = await findPersonIdByEmail(tx, { workspaceId, email: fields.email });
  const person = writePerson(none, fields, holder);
  if (!person.ok) return person;

  const after = person.value;
  await savePerson(tx, { workspaceId, ...after });
  return ok(changed(after, { action: 'person.created', subject: `person:${id}`, before: null, after }));
}
