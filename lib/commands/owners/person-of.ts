import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { listMemberChoices } from '#lib/data/member-records';
import type { Context } from '#lib/domain/context';
import { err, ok, type Result } from '#lib/domain/result';

/** Field of a write that names a member, in the place of name and e-mail address. */
export const memberId = z.uuid('Choose a member of this workspace.').nullable().optional();

type Typed = { memberId?: string | null | undefined; name?: string | null | undefined } & {
  email?: string | null | undefined;
};

/** Why nobody is named: the member is not here, or a name stands beside one. */
export type PersonError = {
  code: 'member_unknown' | 'member_and_name';
  message: string;
  fields: { memberId: string[] };
};

const refused = (code: PersonError['code'], message: string): Result<never, PersonError> =>
  err({ code, message, fields: { memberId: [message] } });

/**
 * Whom a write names: a member, by the account's own name and address, or who was typed.
 *
 * Fails with `member_unknown` for a member who is not here now, and with `member_and_name` where somebody was
 * typed beside a member: one of the two would be passed over.
 */
export async function personOf(
  typed: Typed,
  { workspaceId, now }: Context,
  tx: Db,
): Promise<Result<{ name: string | null; email: string | null }, PersonError>> {
  const { name = null, email = null } = typed;
  if (!typed.memberId) return ok({ name, email });
  if (name !== null || email !== null) {
    return refused('member_and_name', 'Choose a member, or write name and e-mail; not both.');
  }
  const members = await listMemberChoices(tx, { workspaceId, now });
  const member = members.find(({ id }) => id === typed.memberId);
  if (member) return ok({ name: member.name, email: member.email });
  return refused('member_unknown', 'This member is no longer here. Choose another, or write a name.');
}
