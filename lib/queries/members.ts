import 'server-only';
import { z } from 'zod';
import { listOpenInvitations } from '#lib/data/invitations';
import { listMemberPage, type ListedMember } from '#lib/data/member-pages';
import { findMember } from '#lib/data/member-records';
import { listOwners } from '#lib/data/owners';
import { findZone } from '#lib/data/workspaces';
import { invitationView, toInvitationView } from '#lib/domain/members/invitation';
import { hasAccess, memberView, toMemberView } from '#lib/domain/members/member';
import { isHere, lastSeenHere } from '#lib/domain/members/presence';
import { duties, namedDuties, type Owner } from '#lib/domain/owners/owner';
import { searchText } from '#lib/domain/text';
import { defineQuery } from './define-query';

const pageSize = 50;

const listedMember = memberView.extend({
  /** Duties of Step 0 that name this member's address. */
  duties: z.array(z.enum(duties)),
  lastSeenAt: z.date().nullable(),
  isHere: z.boolean(),
  hasAccess: z.boolean(),
});

/** A member as the list hands it out. */
export type MemberListed = z.infer<typeof listedMember>;

function toListed(
  member: ListedMember,
  { zone, now, owners }: { zone: string; now: Date; owners: readonly Owner[] },
): MemberListed {
  const { email, lastSeenAt, livingUsedAt } = member;
  const mayEnter = hasAccess(member, now);
  return {
    ...toMemberView(member, zone),
    duties: namedDuties(email, owners),
    lastSeenAt: lastSeenHere(lastSeenAt, member),
    isHere: mayEnter && isHere(livingUsedAt, now),
    hasAccess: mayEnter,
  };
}

const memberPage = z.object({
  members: z.array(listedMember),
  /** How many there are in all, and the place of the first one here, from 1. */
  total: z.int(),
  first: z.int(),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** A page of the list of members. */
export type MemberPage = z.infer<typeof memberPage>;

/**
 * Who is here: the members by name, those without access last, a page at a time.
 *
 * `q` searches names and addresses. `cursor` is the member after whom the page begins: `next` for the following
 * page, null on the last one; `previous` for the page before, null where that is the first.
 */
export const readMembers = defineQuery({
  capability: 'members.read',
  input: z.strictObject({
    q: searchText({ max: 200 }).default(''),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(pageSize).default(pageSize),
  }),
  output: memberPage,
  async run({ ctx, db, input: { q, cursor, limit } }) {
    const { workspaceId, now } = ctx;
    const [zone, owners, found] = await Promise.all([
      findZone(db, { workspaceId }),
      listOwners(db, { workspaceId }),
      listMemberPage(db, { workspaceId, search: q, after: cursor ?? null, limit, now }),
    ]);
    const last = found.at(-1);
    const total = last?.total ?? 0;
    return {
      members: found.map((member) => toListed(member, { zone, now, owners })),
      total,
      first: found[0]?.place ?? 0,
      next: last && last.place < total ? last.id : null,
      previous: found[0]?.pageBefore ?? null,
    };
  },
});

/** A member as doors hand it out. */
export type MemberView = z.infer<typeof memberView>;

/** One member, also a deactivated one. */
export const readMember = defineQuery({
  capability: 'members.read',
  input: z.strictObject({ id: z.uuid() }),
  output: memberView,
  async run({ ctx, db, input: { id } }) {
    const { workspaceId } = ctx;
    const member = await findMember(db, { workspaceId, memberId: id });
    return member && toMemberView(member, await findZone(db, { workspaceId }));
  },
});

/** The invitations nobody used and nobody revoked, also those whose link has ended; the newest first. */
export const readInvitations = defineQuery({
  capability: 'members.read',
  input: z.strictObject({}),
  output: z.object({ invitations: z.array(invitationView) }),
  async run({ ctx, db }) {
    const { workspaceId, now } = ctx;
    const at = { zone: await findZone(db, { workspaceId }), now };
    const found = await listOpenInvitations(db, { workspaceId });
    return { invitations: found.map((invitation) => toInvitationView(invitation, at)) };
  },
});
