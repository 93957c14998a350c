import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { calendarDay } from '#lib/domain/calendar-day';
import type { WrongEnd } from '#lib/domain/members/access-end';
import { invitationFields } from '#lib/domain/members/invitation';
import { accessEnd, memberView, setAppRole, type LastOwner, type Member } from '#lib/domain/members/member';
import type { Result } from '#lib/domain/result';
import { changeMember, seenMember } from './change-member';

/**
 * Gives a member another app role, from the next request on.
 *
 * `endsOn` is the last day of an auditor's access; left out, an auditor keeps the one there is, and any other
 * app role has none. `last_workspace_owner` where it would leave the workspace without one.
 */
export const setMemberRole = defineCommand({
  capability: 'members.write',
  input: z.strictObject({
    ...seenMember,
    appRole: invitationFields.appRole,
    endsOn: calendarDay.nullish(),
  }),
  output: memberView,
  async run({ ctx, tx, input }) {
    const { appRole, endsOn } = input;
    return changeMember(
      { ctx, tx, input },
      {
        action: 'member.role_set',
        decide(member, around, zone): Result<Member, LastOwner | WrongEnd> {
          const kept = appRole === 'auditor' ? member.endsAt : null;
          if (endsOn === undefined) return setAppRole(member, { appRole, endsAt: kept }, around);
          const end = accessEnd({ appRole, endsOn }, { now: around.now, zone });
          return end.ok ? setAppRole(member, { appRole, endsAt: end.value }, around) : end;
        },
      },
    );
  },
});
