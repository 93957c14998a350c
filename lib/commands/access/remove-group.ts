import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listMemberIds, removeGroup as dropGroup } from '#lib/data/directory';
import { findGroup } from '#lib/data/group-summaries';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { toGroupView } from '#lib/domain/rbac/directory-view';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { missing } from './missing';

/** Most people whom the record of a removed group names one by one; a larger one is not put back. */
const mostKept = 5000;

/** Removes a group; its people and roles stay. The record keeps what it was, and who was in it. */
export const removeGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, version: seenVersion }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId, now, actor } = ctx;
    const current = await findGroup(tx, { workspaceId, id });
    if (!current) return missing('group');
    const before = toGroupView(current);
    if (before.version !== version) return err(conflict(before));

    const members = await listMemberIds(tx, { workspaceId, id });
    const kept = members.length > mostKept ? before : { ...before, members };
    await dropGroup(tx, { workspaceId, id, changedAt: now, changedBy: actor.name });
    return ok(
      changed({ id }, { action: 'group.removed', subject: `group:${id}`, before: kept, after: null }),
    );
  },
});
