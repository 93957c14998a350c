import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { memberView, reactivate } from '#lib/domain/members/member';
import { changeMember, seenMember } from './change-member';

/**
 * Gives a deactivated member access again, with the app role held before. Sessions and API tokens stay ended.
 *
 * `access_ended` for an auditor whose last day is over.
 */
export const reactivateMember = defineCommand({
  capability: 'members.write',
  input: z.strictObject(seenMember),
  output: memberView,
  async run({ ctx, tx, input }) {
    return changeMember(
      { ctx, tx, input },
      {
        action: 'member.reactivated',
        decide: (member, { now }, zone) => reactivate(member, { now, zone }),
      },
    );
  },
});
