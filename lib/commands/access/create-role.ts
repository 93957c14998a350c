import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listRoles, saveRole } from '#lib/data/directory';
import { changed } from '#lib/domain/audit/audit-event';
import { roleView } from '#lib/domain/rbac/directory-view';
import { writeRole } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { grants, roleFields } from './fields';

/** Adds a custom role. It changes nobody's access until a group has it. */
export const createRole = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ ...roleFields, permissions: grants.default({}) }),
  output: roleView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now, actor } = ctx;
    const none = { id: randomUUID(), name: '', permissions: {}, version: 0 };
    const role = writeRole(none, input, await listRoles(tx, { workspaceId }));
    if (!role.ok) return role;

    await saveRole(tx, { workspaceId, ...role.value, changedAt: now, changedBy: actor.name });
    const after = { ...role.value, permissions: { ...role.value.permissions } };
    return ok(changed(after, { action: 'role.created', subject: `role:${after.id}`, before: null, after }));
  },
});
