import 'server-only';
import { moveMembers } from '#lib/commands/access/change-members';
import type { Db } from '#lib/data/db';
import { findDefaults, listRoles, saveDefaults } from '#lib/data/directory';
import { saveRolePermissions, saveRolesOfGroups } from '#lib/data/directory-together';
import { listGroupSummaries } from '#lib/data/group-summaries';
import type { AuditEntry } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { DraftWrites } from '#lib/domain/drafts/plan-draft';
import type { CustomRole } from '#lib/domain/rbac/directory';
import { toGroupView } from '#lib/domain/rbac/directory-view';
import type { Grants } from '#lib/domain/rbac/grants';
import { mayEditMembers, writeRole } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';

/**
 * Writes what a draft makes of roles, groups, memberships and defaults: an entry for each object that changes. The
 * statements are as many as there are kinds of change, so a long draft in a large directory is still written at once.
 */
export async function writeChanges(tx: Db, ctx: Context, writes: DraftWrites) {
  const entries: AuditEntry[] = [];
  if (writes.defaults) entries.push(await writeDefaults(tx, ctx, writes.defaults));
  const roles = await writeRoles(tx, ctx, writes.roles);
  if (!roles.ok) return roles;
  entries.push(...roles.value, ...(await writeGroupRoles(tx, ctx, writes.groups)));
  const members = await writeMembers(tx, ctx, writes.members);
  if (!members.ok) return members;
  return ok([...entries, ...members.value]);
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
  if (roles.size === 0) return ok([]);
  const all = await listRoles(tx, { workspaceId });
  const entries: AuditEntry[] = [];
  const written: CustomRole[] = [];
  for (const before of all) {
    const permissions = roles.get(before.id);
    if (!permissions) continue;
    const role = writeRole(before, { permissions }, all);
    if (!role.ok) return role;
    const after = role.value;
    written.push(after);
    entries.push({ action: 'role.changed', subject: `role:${after.id}`, before, after });
  }
  await saveRolePermissions(tx, { workspaceId, roles: written, changedAt: now, changedBy: actor.name });
  return ok(entries);
}

async function writeGroupRoles(
  tx: Db,
  { workspaceId }: Context,
  groups: DraftWrites['groups'],
): Promise<AuditEntry[]> {
  const stored = await listGroupSummaries(tx, { workspaceId, ids: [...groups.keys()] });
  const written = [...groups].flatMap(([id, roleIds]) => {
    const group = stored.get(id);
    if (!group) return [];
    const before = toGroupView(group);
    return [{ before, after: { ...before, roles: [...roleIds], rolesVersion: before.rolesVersion + 1 } }];
  });
  const saved = written.map(({ after: { id, roles, rolesVersion } }) => ({
    id,
    roleIds: roles,
    rolesVersion,
  }));
  await saveRolesOfGroups(tx, { workspaceId, groups: saved });
  return written.map(({ before, after }) => ({
    action: 'group.roles_set',
    subject: `group:${after.id}`,
    before,
    after,
  }));
}

async function writeMembers(tx: Db, ctx: Context, members: DraftWrites['members']) {
  const { workspaceId } = ctx;
  const groups = [...(await listGroupSummaries(tx, { workspaceId, ids: [...members.keys()] })).values()];
  for (const group of groups) {
    const editable = mayEditMembers(group);
    if (!editable.ok) return editable;
  }
  return ok((await moveMembers(tx, ctx, groups, members)).map(({ entry }) => entry));
}
