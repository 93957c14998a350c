import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listRoles, saveGroupRoles } from '#lib/data/directory';
import { findGroup } from '#lib/data/group-summaries';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupRolesView, toGroupView } from '#lib/domain/rbac/directory-view';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { isSameList, roleIds } from './fields';
import { missing } from './missing';

/** Says which custom roles a group has. `version` is that of the group's list of roles. */
export const setGroupRoles = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: customerId, roles: roleIds, version: seenVersion }),
  output: groupRolesView,
  async run({ ctx, tx, input: { id, roles, version } }) {
    const { workspaceId } = ctx;
    const current = await findGroup(tx, { workspaceId, id });
    if (!current) return missing('group');
    const before = toGroupView(current);
    if (before.rolesVersion !== version)
      return err(conflict({ roles: before.roles, version: before.rolesVersion }));
    const known = new Set((await listRoles(tx, { workspaceId })).map((role) => role.id));
    if (!roles.every((role) => known.has(role))) {
      return err({ code: 'unknown_role', message: 'One of these roles has been removed. Choose again.' });
    }
    if (version > 0 && isSameList(roles, before.roles)) return ok(unchanged({ roles, version }));

    const after = { ...before, roles, rolesVersion: version + 1 };
    await saveGroupRoles(tx, { workspaceId, id, roleIds: roles, rolesVersion: after.rolesVersion });
    const value = { roles, version: after.rolesVersion };
    return ok(changed(value, { action: 'group.roles_set', subject: `group:${id}`, before, after }));
  },
});
