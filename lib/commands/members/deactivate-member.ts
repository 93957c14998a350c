import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveTokensRevoked } from '#lib/data/api-tokens';
import { listMemberships } from '#lib/data/members';
import { saveAllSessionsRevoked } from '#lib/data/sessions';
import { deactivate, memberView } from '#lib/domain/members/member';
import { changeMember, seenMember } from './change-member';

/**
 * Takes a member's access away, at its next request; what the member did stays in the record.
 *
 * The member's API tokens end. So do the sessions of an account that is a member nowhere else; with another
 * membership they go on there. `last_workspace_owner` where it would leave the workspace without one,
 * `yourself` for one's own access.
 */
export const deactivateMember = defineCommand({
  capability: 'members.write',
  input: z.strictObject(seenMember),
  output: memberView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now } = ctx;
    return changeMember(
      { ctx, tx, input },
      {
        action: 'member.deactivated',
        decide: deactivate,
        async also({ id, accountId }) {
          await saveTokensRevoked(tx, { workspaceId, memberId: id, now });
          const others = await listMemberships(tx, { accountId, now });
          if (others.length === 0) await saveAllSessionsRevoked(tx, { accountId, now });
        },
      },
    );
  },
});
