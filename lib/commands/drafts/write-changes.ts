import 'server-only';
import { changeMembers, findEditableGroup } from '#lib/commands/access/change-members';
import type { Db } from '#lib/data/db';
import {
  findDefaults,
  findGroup,
  listRoles,
  saveDefaults,
  saveGroupRoles,
  saveRole,
} from '#lib/data/directory';
import type { AuditEntry } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { DraftWrites } from '#lib/domain/drafts/plan-draft';
import { toGroupView } from '#lib/domain/rbac/directory-view';
import type { Grants } from '#lib/domain/rbac/grants';
import { writeRole } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';

/** Writes what a draft makes of roles, groups, memberships and defaults: an entry for each object that changes. */
export async function writeChanges(tx: Db, ctx: Context, writes: DraftWrites) {
  const entries: AuditEntry[] = [];
  if (writes.defaults) entries.push(await writeDefaults(tx, ctx, writes.defaults));
  const roles = await writeRoles(tx, ctx, writes.roles);
  if (!roles.ok) return roles;
  entries.push(...roles.value);
  for (const [id, roleIds] of writes.groups)
    entries.push(...(await writeGroupRoles(tx, ctx, { id, roleIds })));
  for (const [id, ids] of writes.members) {
    const group = await findEditableGroup(tx, ctx, id);
    if (!group.ok) return group;
    const changed = await changeMembers(tx, ctx, group.value, ids);
    entries.push(...changed.value.entries);
  }
  return ok(entries);
}

async function writeDefaults(
  tx: Db,
  { workspaceId, now, actor }: Context,
  permissions: Grants,
): Promise<AuditEntry> {
  const before = await findDefaults(tx, { workspaceId });
  const after = { permissions, version: before.version + 1 };
  await saveDefaults(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
  return { action: 'access.defaults_set', subject: 'access:defaults', before, after };
}

async function writeRoles(tx: Db, { workspaceId, now, actor }: Context, roles: DraftWrites['roles']) {
  const all = await listRoles(tx, { workspaceId });
  const entries: AuditEntry[] = [];
  for (const before of all) {
    const permissions = roles.get(before.id);
    if (!permissions) continue;
    const role = writeRole(before, { permissions }, all);
    if (!role.ok) return role;
    const after = role.value;
    await saveRole(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
    entries.push({ action: 'role.changed', subject: `role:${after.id}`, before, after });
  }
  return ok(entries);
}

async function writeGroupRoles(
  tx: Db,
  { workspaceId }: Context,
  { id, roleIds }: { id: string; roleIds: readonly string[] },
): Promise<AuditEntry[]> {
  const group = await findGroup(tx, { workspaceId, id });
  if (!group) return [];
  const before = toGroupView(group);
  const after = { ...before, roles: [...roleIds], rolesVersion: before.rolesVersion + 1 };
  await saveGroupRoles(tx, { workspaceId, id, roleIds, rolesVersion: after.rolesVersion });
  return [{ action: 'group.roles_set', subject: `group:${id}`, before, after }];
}
