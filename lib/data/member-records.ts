import 'server-only';
import { z } from 'zod';
import { appRoles } from '#lib/domain/authorization/can';
import type { Member } from '#lib/domain/members/member';
import type { Db } from './db';

const appRole = z.enum(appRoles);

/** A member with the account behind it. */
export type MemberRecord = Member & { accountId: string };

const withAccount = { account: { select: { name: true, email: true } } } as const;

type Row = Omit<MemberRecord, 'name' | 'email' | 'appRole'> & {
  appRole: string;
  account: { name: string; email: string };
};

function toRecord({ id, accountId, account, endsAt, deactivatedAt, version, ...row }: Row): MemberRecord {
  return { id, accountId, ...account, appRole: appRole.parse(row.appRole), endsAt, deactivatedAt, version };
}

/** One member of a workspace, also a deactivated one; null where there is none. */
export async function findMember(
  db: Db,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<MemberRecord | null> {
  const row = await db.member.findFirst({ where: { id: memberId, workspaceId }, include: withAccount });
  return row && toRecord(row);
}

/** The member of a workspace with an e-mail address (lower case), also a deactivated one; null where there is none. */
export async function findMemberByEmail(
  db: Db,
  { workspaceId, email }: { workspaceId: string; email: string },
): Promise<MemberRecord | null> {
  const row = await db.member.findFirst({ where: { workspaceId, account: { email } }, include: withAccount });
  return row && toRecord(row);
}

/** How many members hold an app role and have access at `now`. */
export async function countActiveMembers(
  db: Db,
  { workspaceId, appRole: role, now }: { workspaceId: string; appRole?: Member['appRole']; now: Date },
): Promise<number> {
  return db.member.count({
    where: {
      workspaceId,
      ...(role ? { appRole: role } : {}),
      deactivatedAt: null,
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
  });
}

/** Stores app role, end and deactivation of a member, where the version is still the one before. */
export async function saveMember(
  db: Db,
  { workspaceId, ...member }: Member & { workspaceId: string },
): Promise<boolean> {
  const { id, appRole: role, endsAt, deactivatedAt, version } = member;
  const { count } = await db.member.updateMany({
    where: { id, workspaceId, version: version - 1 },
    data: { appRole: role, endsAt, deactivatedAt, version },
  });
  return count > 0;
}

const choice = z.object({ id: z.string(), name: z.string(), email: z.string() });

/** A member to choose: for whoever names a person. */
export type MemberChoice = z.infer<typeof choice>;

/** The members with access at `now`, by name in the order of the reader's alphabet. */
export async function listMemberChoices(
  db: Db,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<MemberChoice[]> {
  const rows = await db.$queryRaw`
    select m."id"::text as "id", a."name", a."email"
    from "Member" m join "Account" a on a."id" = m."accountId"
    where m."workspaceId" = ${workspaceId}::uuid and m."deactivatedAt" is null
      and (m."endsAt" is null or m."endsAt" > ${now})
    order by a."name" collate "und-x-icu", m."id"`;
  return z.array(choice).parse(rows);
}
