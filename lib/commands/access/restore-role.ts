import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { assignToGroups, assignToPeople } from '#lib/data/assignments';
import { listRoles, saveRole } from '#lib/data/directory';
import { changed } from '#lib/domain/audit/audit-event';
import { customerId } from '#lib/domain/rbac/customer-id';
import { roleView } from '#lib/domain/rbac/directory-view';
import { writeRole } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { findRemoved } from './removed';

const removedRole = roleView.extend({
  groups: z.array(z.string()),
  people: z.array(z.string()).default([]),
});

/** Puts a removed role back as the record kept it, with its groups and people as far as they are there. */
export const restoreRole = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: customerId }),
  output: roleView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now, actor } = ctx;
    const removed = await findRemoved(tx, { workspaceId, subject: `role:${id}` }, removedRole);
    if (!removed.ok) return removed;
    const { groups, people, ...before } = removed.value;
    const all = await listRoles(tx, { workspaceId });
    const role = writeRole({ ...before, name: '' }, before, all);
    if (!role.ok) return role;

    await saveRole(tx, { workspaceId, ...role.value, changedAt: now, changedBy: actor.name });
    const value = { ...role.value, permissions: { ...role.value.permissions } };
    const after = {
      ...value,
      groups: await assignToGroups(tx, { workspaceId, roleId: id, groupIds: groups }),
      people: await assignToPeople(tx, { workspaceId, roleId: id, personIds: people }),
    };
    return ok(changed(value, { action: 'role.restored', subject: `role:${id}`, before: null, after }));
  },
});
