import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listGroupRoles, saveGroup } from '#lib/data/directory';
import { findGroup } from '#lib/data/group-summaries';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupView, toGroupView } from '#lib/domain/rbac/directory-view';
import { writeGroup } from '#lib/domain/rbac/write-directory';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { changeOf, groupFields } from './fields';
import { makeGroup } from './make';
import { missing, needed } from './missing';

/**
 * Gives a group another name, or says where it comes from; what is left out stays. With version 0 it adds the
 * group, under the caller's own id.
 */
export const changeGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, ...changeOf(groupFields), version: seenVersion }),
  output: groupView,
  async run({ ctx, tx, input: { id, version, ...fields } }) {
    const { workspaceId, now, actor } = ctx;
    const current = await findGroup(tx, { workspaceId, id });
    if (!current) {
      if (version > 0) return missing('group');
      const { name, source = 'manual' } = fields;
      if (name === undefined) return needed('name', 'Give the new group a name.');
      return makeGroup(tx, ctx, { id, name, source });
    }
    const before = toGroupView(current);
    if (before.version !== version) return err(conflict(before));

    const group = writeGroup(current, fields, await listGroupRoles(tx, { workspaceId }));
    if (!group.ok) return group;
    if (group.value === current) return ok(unchanged(before));
    await saveGroup(tx, { workspaceId, ...group.value, changedAt: now, changedBy: actor.name });
    const after = { ...before, ...group.value };
    return ok(changed(after, { action: 'group.changed', subject: `group:${id}`, before, after }));
  },
});
