import 'server-only';
import { z } from 'zod';
import { appRoles, tokenScopes, type AppRole, type TokenScope } from '#lib/domain/authorization/can';
import type { Db } from './db';
import type { Workspace } from './workspaces';

/** A person with an account in one workspace, with the app role held there. */
export type Membership = {
  memberId: string;
  accountId: string;
  name: string;
  email: string;
  appRole: AppRole;
  workspace: Workspace;
};

const appRole = z.enum(appRoles);

/** Adds a member to a workspace. */
export async function appendMember(
  db: Db,
  member: {
    id: string;
    workspaceId: string;
    accountId: string;
    appRole: AppRole;
    endsAt?: Date | null;
    createdAt: Date;
  },
): Promise<void> {
  await db.member.create({ data: member });
}

/** The workspaces in which an account is a member at `now`, oldest membership first. */
export async function listMemberships(
  db: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Membership[]> {
  const rows = await db.member.findMany({
    where: { accountId, deactivatedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: { createdAt: 'asc' },
    include: { account: true, workspace: true },
  });
  return rows.map((row) => ({
    memberId: row.id,
    accountId: row.accountId,
    name: row.account.name,
    email: row.account.email,
    appRole: appRole.parse(row.appRole),
    workspace: {
      id: row.workspace.id,
      slug: row.workspace.slug,
      name: row.workspace.name,
      timeZone: row.workspace.timeZone,
    },
  }));
}

const callerRow = z.array(
  z.object({
    sessionId: z.string().nullable(),
    memberId: z.string().nullable(),
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    appRole: z.enum(appRoles).nullable(),
    lastUsedAt: z.date().nullable(),
    tokenEndsAt: z.date().nullish(),
    token: z.object({ id: z.string(), scope: z.enum(tokenScopes) }).nullish(),
    workspaceId: z.string().nullable(),
    slug: z.string().nullable(),
    workspaceName: z.string().nullable(),
    timeZone: z.string().nullable(),
    workspaces: z.array(z.object({ slug: z.string(), name: z.string() })).nullish(),
  }),
);

/** Who calls, by a secret: the account, and its membership in the workspace of the address where there is one. */
export type Caller = {
  sessionId: string | null;
  accountId: string;
  name: string;
  email: string;
  lastUsedAt: Date | null;
  /** When the API token that calls ends; null for a session, and for a token without end. */
  tokenEndsAt: Date | null;
  /** The API token that calls, and what it may be used for; null for a session. */
  token: { id: string; scope: TokenScope } | null;
  membership: Membership | null;
  /** Every workspace the account may enter, oldest membership first; none for an API token. */
  workspaces: readonly { slug: string; name: string }[];
};

function toCaller(rows: unknown): Caller | null {
  const [row] = callerRow.parse(rows);
  if (!row) return null;
  const { sessionId, accountId, name, email, lastUsedAt, tokenEndsAt = null, token = null, workspaces } = row;
  const membership = toMembership(row);
  const of = { sessionId, accountId, name, email, lastUsedAt, tokenEndsAt, token };
  return { ...of, membership, workspaces: workspaces ?? [] };
}

function toMembership(row: z.infer<typeof callerRow>[number]): Membership | null {
  const { memberId, accountId, name, email, appRole: role, workspaceId, slug, workspaceName, timeZone } = row;
  if (!memberId || !role || !workspaceId || !slug || !workspaceName || !timeZone) return null;
  return {
    memberId,
    accountId,
    name,
    email,
    appRole: role,
    workspace: { id: workspaceId, slug, name: workspaceName, timeZone },
  };
}

/** The caller behind a living session, with the membership in the workspace of `slug` at `now`. One statement. */
export async function findCallerBySession(
  db: Db,
  { tokenHash, slug, now }: { tokenHash: string; slug: string; now: Date },
): Promise<Caller | null> {
  return toCaller(
    await db.$queryRaw`
    select s."id" as "sessionId", s."lastUsedAt", a."id" as "accountId", a."name", a."email",
      m."id" as "memberId", m."appRole", w."id" as "workspaceId", w."slug", w."name" as "workspaceName", w."timeZone",
      (select json_agg(json_build_object('slug', o."slug", 'name', o."name") order by x."createdAt")
        from "Member" x join "Workspace" o on o."id" = x."workspaceId"
        where x."accountId" = a."id" and x."deactivatedAt" is null
          and (x."endsAt" is null or x."endsAt" > ${now})) as "workspaces"
    from "Session" s
    join "Account" a on a."id" = s."accountId"
    left join "Workspace" w on w."slug" = ${slug}
      and exists (select from "Member" x where x."workspaceId" = w."id" and x."accountId" = a."id"
        and x."deactivatedAt" is null and (x."endsAt" is null or x."endsAt" > ${now}))
    left join "Member" m on m."workspaceId" = w."id" and m."accountId" = a."id"
    where s."tokenHash" = ${tokenHash} and s."revokedAt" is null and s."expiresAt" > ${now}`,
  );
}

/** The caller behind a living API token; the membership is the token's own, and null in any other workspace. */
export async function findCallerByToken(
  db: Db,
  { tokenHash, slug, now }: { tokenHash: string; slug: string; now: Date },
): Promise<Caller | null> {
  return toCaller(
    await db.$queryRaw`
    select null as "sessionId", t."lastUsedAt", t."expiresAt" as "tokenEndsAt",
      json_build_object('id', t."id", 'scope', t."scope") as "token", a."id" as "accountId", a."name", a."email",
      case when w."id" is null then null else m."id" end as "memberId", m."appRole",
      w."id" as "workspaceId", w."slug", w."name" as "workspaceName", w."timeZone"
    from "ApiToken" t
    join "Member" m on m."id" = t."memberId" and m."deactivatedAt" is null
      and (m."endsAt" is null or m."endsAt" > ${now})
    join "Account" a on a."id" = m."accountId"
    left join "Workspace" w on w."id" = t."workspaceId" and w."slug" = ${slug}
    where t."tokenHash" = ${tokenHash} and t."revokedAt" is null
      and (t."expiresAt" is null or t."expiresAt" > ${now})`,
  );
}

/** The e-mail address of a member; null for a member that does not exist. */
export async function findMemberEmail(
  db: Db,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string | null> {
  const row = await db.member.findFirst({
    where: { id: memberId, workspaceId },
    select: { account: { select: { email: true } } },
  });
  return row?.account.email ?? null;
}

/** The membership of an account in a workspace, ended and deactivated ones included; null where there is none. */
export async function findMembership(
  db: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<{ id: string } | null> {
  return db.member.findUnique({
    where: { workspaceId_accountId: { workspaceId, accountId } },
    select: { id: true },
  });
}
