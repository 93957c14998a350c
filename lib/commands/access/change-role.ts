import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listRoles, saveRole } from '#lib/data/directory';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { roleView } from '#lib/domain/rbac/directory-view';
import { writeRole } from '#lib/domain/rbac/write-directory';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { changeOf, roleFields } from './fields';
import { makeRole } from './make';
import { missing, needed } from './missing';

/**
 * Gives a custom role another name or other permissions, for everybody who has it; what is left out stays. With
 * version 0 it adds the role, under the caller's own id.
 */
export const changeRole = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: customerId, ...changeOf(roleFields), version: seenVersion }),
  output: roleView,
  async run({ ctx, tx, input: { id, version, ...fields } }) {
    const { workspaceId, now, actor } = ctx;
    const all = await listRoles(tx, { workspaceId });
    const current = all.find((role) => role.id === id);
    if (!current) {
      if (version > 0) return missing('role');
      const { name, permissions = {} } = fields;
      if (name === undefined) return needed('name', 'Give the new role a name.');
      return makeRole(tx, ctx, { id, name, permissions });
    }
    const before = { ...current, permissions: { ...current.permissions } };
    if (before.version !== version) return err(conflict(before));

    const role = writeRole(current, fields, all);
    if (!role.ok) return role;
    if (role.value === current) return ok(unchanged(before));
    await saveRole(tx, { workspaceId, ...role.value, changedAt: now, changedBy: actor.name });
    const after = { ...role.value, permissions: { ...role.value.permissions } };
    return ok(changed(after, { action: 'role.changed', subject: `role:${id}`, before, after }));
  },
});
