import { z } from 'zod';
import { appRoles, type AppRole } from '#lib/domain/authorization/can';
import { err, ok, type Result } from '#lib/domain/result';
import { futureEnd, isOver, lastDay, wrongEnd, type WrongEnd } from './access-end';

/** A person with an account in one workspace, as the record holds it. */
export type Member = {
  id: string;
  name: string;
  email: string;
  appRole: AppRole;
  /** First instant without access; null = no end. */
  endsAt: Date | null;
  /** Since when access is taken away; null = has access. */
  deactivatedAt: Date | null;
  version: number;
};

/** What a rule about a member needs to know of the others, and of whoever acts. */
export type Around = {
  /** Member id of whoever acts. */
  actorId: string;
  /** How many workspace owners have access now, this member among them. */
  activeOwners: number;
  now: Date;
};

/** A member as doors hand it out; `endsOn` is the last day with access in the workspace's zone. */
export const memberView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  appRole: z.enum(appRoles),
  endsOn: z.string().nullable(),
  deactivatedAt: z.date().nullable(),
  version: z.int(),
});

/** A member as doors hand it out. */
export function toMemberView(member: Member, zone: string): z.infer<typeof memberView> {
  const { id, name, email, appRole, endsAt, deactivatedAt, version } = member;
  return { id, name, email, appRole, endsOn: endsAt && lastDay(endsAt, zone), deactivatedAt, version };
}

/** Whether a member may enter the workspace at `now`. */
export const hasAccess = ({ endsAt, deactivatedAt }: Member, now: Date): boolean =>
  deactivatedAt === null && !isOver(endsAt, now);

/** The workspace would be left without a workspace owner. */
export type LastOwner = { code: 'last_workspace_owner'; message: string };

const lastOwner = err({
  code: 'last_workspace_owner',
  message: 'This is the last workspace owner. Make somebody else workspace owner first.',
});

const isLastOwner = (member: Member, { activeOwners, now }: Around) =>
  member.appRole === 'workspace_owner' && hasAccess(member, now) && activeOwners <= 1;

/**
 * When access ends: only an auditor's has an end, and that is at the end of a day that is not over yet.
 *
 * A day in the past or beyond 2099, and a day for another app role, are `invalid_input` beside `endsOn`.
 */
export function accessEnd(
  { appRole, endsOn }: { appRole: AppRole; endsOn: string | null },
  at: { now: Date; zone: string },
): Result<Date | null, WrongEnd> {
  if (endsOn === null) return ok(null);
  if (appRole !== 'auditor') return wrongEnd('Only an auditor’s access can have a last day. Leave it empty.');
  return futureEnd(endsOn, at);
}

/**
 * The member with another app role and end of access; the same member where nothing changes.
 *
 * `last_workspace_owner` where it would leave the workspace without one.
 */
export function setAppRole(
  member: Member,
  { appRole, endsAt }: Pick<Member, 'appRole' | 'endsAt'>,
  around: Around,
): Result<Member, LastOwner> {
  const sameEnd = member.endsAt?.getTime() === endsAt?.getTime();
  if (member.appRole === appRole && sameEnd) return ok(member);
  if (appRole !== 'workspace_owner' && isLastOwner(member, around)) return lastOwner;
  return ok({ ...member, appRole, endsAt, version: member.version + 1 });
}

/**
 * The member without access from now on; the same member where access was taken before.
 *
 * `last_workspace_owner` where it would leave the workspace without one, `yourself` for whoever acts.
 */
export function deactivate(
  member: Member,
  around: Around,
): Result<Member, LastOwner | { code: 'yourself'; message: string }> {
  if (member.deactivatedAt) return ok(member);
  if (isLastOwner(member, around)) return lastOwner;
  if (member.id === around.actorId) {
    return err({ code: 'yourself', message: 'Nobody deactivates themselves. Another workspace owner can.' });
  }
  return ok({ ...member, deactivatedAt: around.now, version: member.version + 1 });
}

/** The last day of access is over, so that access cannot be given back as it was. */
export type AccessEnded = { code: 'access_ended'; message: string };

/** The member with access again; the same member where it was never taken. `access_ended` after the last day. */
export function reactivate(
  member: Member,
  { now, zone }: { now: Date; zone: string },
): Result<Member, AccessEnded> {
  if (!member.deactivatedAt) return ok(member);
  if (member.endsAt && isOver(member.endsAt, now)) {
    const message = `The last day of access was ${lastDay(member.endsAt, zone)}. Set another last day first.`;
    return err({ code: 'access_ended', message });
  }
  return ok({ ...member, deactivatedAt: null, version: member.version + 1 });
}
