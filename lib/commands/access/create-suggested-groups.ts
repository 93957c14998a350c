import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { guide } from '#lib/catalog/guide';
import { defineCommand } from '#lib/commands/define-command';
import type { Db } from '#lib/data/db';
import {
  findDefaults,
  listGroupRoles,
  listRoles,
  saveGroup,
  saveGroupRoles,
  saveRole,
} from '#lib/data/directory';
import { findDecision } from '#lib/data/rollout-decisions';
import { changed, unchanged, type AuditEntry } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { groupView, roleView, toGroupView } from '#lib/domain/rbac/directory-view';
import { allOn } from '#lib/domain/rbac/grants';
import { suggestedGroups, type Suggestion } from '#lib/domain/rbac/suggested-groups';
import { ok } from '#lib/domain/result';

const made = z.object({ roles: z.array(roleView), groups: z.array(groupView) });

/**
 * Makes the roles and groups “Codex Users” and “Codex Admin”, without anybody in them. What exists by name
 * stays as it is: neither its permissions nor its roles are touched.
 */
export const createSuggestedGroups = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ keepDefaults: z.boolean().default(true) }),
  output: made,
  async run({ ctx, tx, input: { keepDefaults } }) {
    const { workspaceId } = ctx;
    const defaults = await findDefaults(tx, { workspaceId });
    const roles = await listRoles(tx, { workspaceId });
    const groups = await listGroupRoles(tx, { workspaceId });
    const { surfaces } = await findDecision(tx, { workspaceId });
    const suggestions = suggestedGroups(
      { defaults, roles, groups },
      { surfaces, keepDefaults },
      guide.permissions,
    );

    const value: z.output<typeof made> = { roles: [], groups: [] };
    const entries: AuditEntry[] = [];
    for (const suggestion of suggestions) {
      const role = suggestion.roleId === null ? await makeRole(tx, ctx, suggestion) : null;
      const roleId = role?.id ?? suggestion.roleId;
      const group =
        suggestion.groupId === null && roleId !== null
          ? await makeGroup(tx, ctx, { name: suggestion.name, roleId })
          : null;
      if (role) {
        value.roles.push(role);
        entries.push({ action: 'role.created', subject: `role:${role.id}`, before: null, after: role });
      }
      if (group) {
        value.groups.push(group);
        entries.push({ action: 'group.created', subject: `group:${group.id}`, before: null, after: group });
      }
    }
    const [first, ...more] = entries;
    return ok(first ? changed(value, first, ...more) : unchanged(value));
  },
});

async function makeRole(tx: Db, { workspaceId, now, actor }: Context, { name, permissions }: Suggestion) {
  const role = { id: randomUUID(), name, permissions: allOn(permissions), version: 1 };
  await saveRole(tx, { workspaceId, ...role, changedAt: now, changedBy: actor.name });
  return role;
}

async function makeGroup(
  tx: Db,
  { workspaceId, now, actor }: Context,
  { name, roleId }: { name: string; roleId: string },
) {
  const group = { id: randomUUID(), name, source: 'manual', version: 1 } as const;
  await saveGroup(tx, { workspaceId, ...group, changedAt: now, changedBy: actor.name });
  await saveGroupRoles(tx, { workspaceId, id: group.id, roleIds: [roleId], rolesVersion: 1 });
  return toGroupView({ ...group, roleIds: [roleId], rolesVersion: 1, people: 0 });
}
