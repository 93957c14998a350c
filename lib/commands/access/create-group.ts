import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listGroupRoles, saveGroup } from '#lib/data/directory';
import { changed } from '#lib/domain/audit/audit-event';
import { groupView, toGroupView } from '#lib/domain/rbac/directory-view';
import { writeGroup } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { groupFields } from './fields';

/** Adds a group without people and without roles. */
export const createGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ ...groupFields, source: groupFields.source.default('manual') }),
  output: groupView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now, actor } = ctx;
    const none = { id: randomUUID(), name: '', source: 'manual', version: 0 } as const;
    const group = writeGroup(none, input, await listGroupRoles(tx, { workspaceId }));
    if (!group.ok) return group;

    await saveGroup(tx, { workspaceId, ...group.value, changedAt: now, changedBy: actor.name });
    const after = toGroupView({ ...group.value, roleIds: [], rolesVersion: 0, people: 0 });
    return ok(changed(after, { action: 'group.created', subject: `group:${after.id}`, before: null, after }));
  },
});
