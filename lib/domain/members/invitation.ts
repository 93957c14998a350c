import { z } from 'zod';
import { appRoles, type AppRole } from '#lib/domain/authorization/can';
import { calendarDay } from '#lib/domain/calendar-day';
import { emailAddress, plainText } from '#lib/domain/text';
import { isOver, lastDay } from './access-end';

/** A link by which somebody becomes a member, without its secret. */
export type Invitation = {
  id: string;
  appRole: AppRole;
  /** Whom it is meant for, in the inviter's words. */
  name: string | null;
  email: string | null;
  /** First instant without access of the member it makes; null = no end. */
  endsAt: Date | null;
  createdAt: Date;
  createdBy: string;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
};

/** How long an invitation's link works, in days. */
export const invitationDays = 7;

/** When a link made at `now` ends by itself: after seven days, or with the access it would give. */
export function invitationEnd(now: Date, endsAt: Date | null): Date {
  const end = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
  return endsAt && endsAt < end ? endsAt : end;
}

/** Where an invitation stands; only an open one makes a member. */
export type InvitationStanding = 'open' | 'used' | 'revoked' | 'ended';

/**
 * Where an invitation stands at `now`. What happened first counts: a used one cannot be revoked any more.
 *
 * It ends with its link, and with the access it would give.
 */
export function invitationStanding(invitation: Invitation, now: Date): InvitationStanding {
  if (invitation.usedAt) return 'used';
  if (invitation.revokedAt) return 'revoked';
  return isOver(invitation.expiresAt, now) || isOver(invitation.endsAt, now) ? 'ended' : 'open';
}

/** Fields of a new invitation. */
export const invitationFields = {
  appRole: z.enum(appRoles, 'Choose an app role.'),
  name: plainText({ max: 200 }).nullable().default(null),
  email: emailAddress.nullable().default(null),
  /** Last day of an auditor's access. */
  endsOn: calendarDay.nullable().default(null),
};

/** An invitation as doors hand it out; its link is given once, where it is made. */
export const invitationView = z.object({
  id: z.string(),
  appRole: z.enum(appRoles),
  name: z.string().nullable(),
  email: z.string().nullable(),
  endsOn: z.string().nullable(),
  createdAt: z.date(),
  createdBy: z.string(),
  expiresAt: z.date(),
  standing: z.enum(['open', 'used', 'revoked', 'ended']),
});

/** An invitation as doors hand it out. */
export type InvitationView = z.infer<typeof invitationView>;

/** An invitation as doors hand it out. */
export function toInvitationView(
  invitation: Invitation,
  { zone, now }: { zone: string; now: Date },
): InvitationView {
  const { id, appRole, name, email, endsAt, createdAt, createdBy, expiresAt } = invitation;
  const endsOn = endsAt && lastDay(endsAt, zone);
  const standing = invitationStanding(invitation, now);
  return { id, appRole, name, email, endsOn, createdAt, createdBy, expiresAt, standing };
}

/** A new link: its address on this site holds the secret, and is given this once. */
export const newLinkView = invitationView.extend({ path: z.string() });

/** The address of an invitation's link on this site. */
export const invitePath = (secret: string): string => `/invite/${secret}`;
