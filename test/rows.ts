import { createHash, randomBytes, randomUUID, scryptSync } from 'node:crypto';
import type { AppRole } from '#lib/domain/authorization/can';
import type { PrismaClient } from '#prisma-client';

/** Rows that tests begin with, put straight into the tables. */

export type Workspace = { id: string; slug: string; name: string };
export type Member = { id: string; accountId: string; name: string; email: string; appRole: AppRole };

const dayMs = 24 * 3_600_000;
const random = (bytes = 4) => randomBytes(bytes).toString('hex');

/** What is stored of a secret. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** The stored form of a password, at a cost that suits tests. */
export function passwordHashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 1024, r: 8, p: 1 });
  return ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function addWorkspace(db: PrismaClient, facts: Partial<Workspace> = {}): Promise<Workspace> {
  const slug = facts.slug ?? `test-${random()}`;
  const workspace = { id: randomUUID(), name: `Acme ${slug}`, ...facts, slug };
  await db.workspace.create({ data: { ...workspace, timeZone: 'Europe/Berlin', createdAt: new Date() } });
  return workspace;
}

type MemberFacts = {
  appRole?: AppRole;
  name?: string;
  email?: string;
  password?: string;
  endsAt?: Date;
  /** An account that is a member elsewhere already. */
  accountId?: string;
};

export async function addMember(
  db: PrismaClient,
  workspaceId: string,
  facts: MemberFacts = {},
): Promise<Member> {
  const { appRole = 'workspace_owner', name = 'Mara Lindqvist', password, endsAt = null } = facts;
  const email = facts.email ?? `mara-${random()}@acme.example`;
  const passwordHash = password === undefined ? null : passwordHashOf(password);
  const accountId = facts.accountId ?? randomUUID();
  const createdAt = new Date();
  if (!facts.accountId) {
    await db.account.create({ data: { id: accountId, email, name, passwordHash, createdAt } });
  }
  const id = randomUUID();
  await db.member.create({ data: { id, workspaceId, accountId, appRole, endsAt, createdAt } });
  return { id, accountId, name, email, appRole };
}

/** A living session; gives the secret that belongs into the cookie. */
export async function addSession(
  db: PrismaClient,
  accountId: string,
  ends: { expiresAt?: Date; revokedAt?: Date } = {},
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = new Date();
  await db.session.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: hashOf(secret),
      userAgent: 'test',
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + dayMs),
      ...ends,
    },
  });
  return secret;
}

/** A living API token of a member; gives its secret. */
export async function addToken(
  db: PrismaClient,
  member: { id: string; workspaceId: string },
  ends: { expiresAt?: Date; revokedAt?: Date } = {},
): Promise<string> {
  const token = `test-${random(24)}`;
  await db.apiToken.create({
    data: {
      id: randomUUID(),
      workspaceId: member.workspaceId,
      memberId: member.id,
      name: 'test',
      tokenHash: hashOf(token),
      createdAt: new Date(),
      ...ends,
    },
  });
  return token;
}
