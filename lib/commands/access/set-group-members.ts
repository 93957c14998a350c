import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listMemberIds } from '#lib/data/directory';
import { conflict } from '#lib/domain/errors';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupView, toGroupView } from '#lib/domain/rbac/directory-view';
import { err } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { changeMembers, findEditableGroup } from './change-members';
import { personIds } from './fields';

/** Says who is in a group: exactly these people, and nobody else. */
export const setGroupMembers = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, people: personIds, version: seenVersion }),
  output: groupView,
  async run({ ctx, tx, input: { id, people, version } }) {
    const group = await findEditableGroup(tx, ctx, id);
    if (!group.ok) return group;
    if (group.value.version !== version) return err(conflict(toGroupView(group.value)));
    const present = await listMemberIds(tx, { workspaceId: ctx.workspaceId, id });
    const wanted = new Set(people);
    const remove = present.filter((personId) => !wanted.has(personId));
    return changeMembers(tx, ctx, group.value, { add: people, remove });
  },
});
