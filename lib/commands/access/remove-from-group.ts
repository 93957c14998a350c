import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { customerId } from '#lib/domain/rbac/customer-id';
import { groupView } from '#lib/domain/rbac/directory-view';
import { changeMembers, findEditableGroup } from './change-members';
import { personIds } from './fields';

/** Takes people out of a group; ids of nobody in it are passed over. */
export const removeFromGroup = defineCommand({
  capability: 'directory.write',
  input: z.strictObject({ id: customerId, people: personIds }),
  output: groupView,
  async run({ ctx, tx, input: { id, people } }) {
    const group = await findEditableGroup(tx, ctx, id);
    return group.ok ? changeMembers(tx, ctx, group.value, { add: [], remove: people }) : group;
  },
});
