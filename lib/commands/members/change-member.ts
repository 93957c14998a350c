import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { countActiveMembers, findMember, saveMember, type MemberRecord } from '#lib/data/member-records';
import { findZone } from '#lib/data/workspaces';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { conflict } from '#lib/domain/errors';
import { toMemberView, type Around, type Member } from '#lib/domain/members/member';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Which member is changed, and the version of it that the caller saw. */
export const seenMember = { id: z.uuid(), version: seenVersion };

type Change<E> = {
  /** `member.<verb in the past>`. */
  action: string;
  /** The member as it shall be, by a rule of the domain; the same one where nothing changes. */
  decide: (member: MemberRecord, around: Around, zone: string) => Result<Member, E>;
  /** What goes with it, once it is stored. */
  also?: (member: MemberRecord) => Promise<void>;
};

/** One change of one member: found, held against the version that was seen, decided, stored and told. */
export async function changeMember<E extends DomainError>(
  { ctx, tx, input }: { ctx: Context; tx: Db; input: { id: string; version: number } },
  { action, decide, also }: Change<E>,
) {
  const { workspaceId, now, actor } = ctx;
  const member = await findMember(tx, { workspaceId, memberId: input.id });
  if (!member) return err({ code: 'not_found', message: 'There is no such member.' });
  const zone = await findZone(tx, { workspaceId });
  const before = toMemberView(member, zone);
  if (member.version !== input.version) return err(conflict(before));

  const activeOwners = await countActiveMembers(tx, { workspaceId, appRole: 'workspace_owner', now });
  const next = decide(member, { actorId: actor.id, activeOwners, now }, zone);
  if (!next.ok) return next;
  if (next.value === member) return ok(unchanged(before));
  if (!(await saveMember(tx, { ...next.value, workspaceId }))) return err(conflict(before));
  await also?.(member);
  const after = toMemberView(next.value, zone);
  return ok(changed(after, { action, subject: `member:${member.id}`, before, after }));
}
