import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { addMembers, listGroupRoles, listRoles, saveGroup, saveGroupRoles } from '#lib/data/directory';
import { findGroup } from '#lib/data/group-summaries';
import { changed } from '#lib/domain/audit/audit-event';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupView, toGroupView } from '#lib/domain/rbac/directory-view';
import { isNameFree } from '#lib/domain/rbac/write-directory';
import { err, ok } from '#lib/domain/result';
import { missing } from './missing';
import { findRemoved } from './removed';

const removedGroup = groupView.extend({ members: z.array(z.string()) });

/** Puts a removed group back as the record kept it, with its roles and people as far as they are there. */
export const restoreGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId }),
  output: groupView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now, actor } = ctx;
    const removed = await findRemoved(tx, { workspaceId, subject: `group:${id}` }, removedGroup);
    if (!removed.ok) return removed;
    const { name, source, version, roles, rolesVersion, members } = removed.value;
    if (!isNameFree(name, await listGroupRoles(tx, { workspaceId }))) {
      return err({ code: 'group_name_taken', message: `There is a group called ${name} already.` });
    }

    const by = { changedAt: now, changedBy: actor.name };
    await saveGroup(tx, { workspaceId, id, name, source, version: version + 1, ...by });
    const known = new Set((await listRoles(tx, { workspaceId })).map((role) => role.id));
    const roleIds = roles.filter((role) => known.has(role));
    await saveGroupRoles(tx, { workspaceId, id, roleIds, rolesVersion: rolesVersion + 1 });
    const back = await addMembers(tx, { workspaceId, id, personIds: members });
    const stored = await findGroup(tx, { workspaceId, id });
    if (!stored) return missing('group');
    const value = toGroupView(stored);
    const after = { ...value, members: back };
    return ok(changed(value, { action: 'group.restored', subject: `group:${id}`, before: null, after }));
  },
});
