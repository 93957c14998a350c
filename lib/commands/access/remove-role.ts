import 'server-only';
import { z } from 'zod';
import { customerId } from '#lib/domain/rbac/customer-id';
import { defineCommand } from '#lib/commands/define-command';
import { listPeopleWithDirectRole } from '#lib/data/assignments';
import { listRoles, removeRole as dropRole } from '#lib/data/directory';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { missing } from './missing';

/** Removes a custom role, and takes it from every group and person that has it. The record keeps what it was. */
export const removeRole = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: customerId, version: seenVersion }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId } = ctx;
    const current = (await listRoles(tx, { workspaceId })).find((role) => role.id === id);
    if (!current) return missing('role');
    if (current.version !== version) return err(conflict(current));

    const people = await listPeopleWithDirectRole(tx, { workspaceId, roleId: id });
    const groups = await dropRole(tx, { workspaceId, id });
    const before = { ...current, groups, people };
    return ok(changed({ id }, { action: 'role.removed', subject: `role:${id}`, before, after: null }));
  },
});
