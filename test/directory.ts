import { randomBytes, randomUUID } from 'node:crypto';
import type { Expectation } from '#lib/domain/rbac/expectations/expectation';
import { allOn } from '#lib/domain/rbac/grants';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import type { PrismaClient } from '#prisma-client';

/** The customer's roles, groups and people, put straight into the tables. */

const now = () => new Date();
const changed = () => ({ changedAt: now(), changedBy: 'Mara Lindqvist' });

export async function setDefaults(
  db: PrismaClient,
  workspaceId: string,
  permissions: string[],
): Promise<void> {
  await db.workspaceDefaults.create({
    data: { workspaceId, permissions: { ...allOn(permissions) }, version: 1, ...changed() },
  });
}

/** By which model several roles become one access. */
export async function setModel(db: PrismaClient, workspaceId: string, model: ResolutionModel): Promise<void> {
  const row = { model, version: 1, ...changed() };
  await db.resolutionModel.upsert({ where: { workspaceId }, create: { workspaceId, ...row }, update: row });
}

/** A custom role; gives its id. */
export async function addRole(
  db: PrismaClient,
  workspaceId: string,
  { name, permissions }: { name: string; permissions: string[] },
): Promise<string> {
  const id = randomUUID();
  await db.customRole.create({
    data: { id, workspaceId, name, permissions: { ...allOn(permissions) }, version: 1, ...changed() },
  });
  return id;
}

/** A group; gives its id. */
export async function addGroup(
  db: PrismaClient,
  workspaceId: string,
  { name, source = 'manual', roleIds = [] }: { name: string; source?: 'manual' | 'scim'; roleIds?: string[] },
): Promise<string> {
  const id = randomUUID();
  const { number: groupNumber } = await db.group.create({
    data: { id, workspaceId, name, source, version: 1, ...changed() },
  });
  const roles = await db.customRole.findMany({ where: { workspaceId, id: { in: roleIds } } });
  await db.groupRole.createMany({
    data: roles.map(({ number: roleNumber }) => ({ workspaceId, groupNumber, roleNumber })),
  });
  return id;
}

/** One of the customer's people; gives the id. */
export async function addPerson(
  db: PrismaClient,
  workspaceId: string,
  facts: { name?: string; email?: string; isActive?: boolean; groupIds?: string[] } = {},
): Promise<string> {
  const id = randomUUID();
  const { name = 'Nadia Petrova', isActive = true, groupIds = [] } = facts;
  const email = facts.email ?? `nadia-${randomBytes(4).toString('hex')}@acme.example`;
  const { number: personNumber } = await db.person.create({
    data: { id, workspaceId, name, email, isActive, version: 1 },
  });
  const groups = await db.group.findMany({ where: { workspaceId, id: { in: groupIds } } });
  await db.groupMember.createMany({
    data: groups.map(({ number: groupNumber }) => ({ workspaceId, groupNumber, personNumber })),
  });
  return id;
}

/** Gives a role to one person alone. */
export async function giveDirectly(
  db: PrismaClient,
  workspaceId: string,
  { personId, roleId }: { personId: string; roleId: string },
): Promise<void> {
  const person = await db.person.findFirstOrThrow({ where: { workspaceId, id: personId } });
  const role = await db.customRole.findFirstOrThrow({ where: { workspaceId, id: roleId } });
  await db.directRole.create({
    data: { workspaceId, personNumber: person.number, roleNumber: role.number },
  });
}

/** An expectation below those there are; gives its id. */
export async function addExpectation(
  db: PrismaClient,
  workspaceId: string,
  facts: Pick<Expectation, 'kind' | 'permission'> & Partial<Expectation>,
): Promise<string> {
  const id = randomBytes(4).toString('hex');
  const said = { id, group: null, groupName: null, people: null, ...facts };
  const before = await db.accessExpectations.findUnique({ where: { workspaceId } });
  const list = before && Array.isArray(before.list) ? [...before.list, said] : [said];
  const row = { list, version: (before?.version ?? 0) + 1, ...changed() };
  await db.accessExpectations.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: row,
  });
  return id;
}
