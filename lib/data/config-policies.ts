import 'server-only';
import { z } from 'zod';
import type { Policy } from '#lib/domain/config-policies/policy';
import type { Db } from './db';

type Here = { workspaceId: string };

const policyRow = z.object({
  id: z.string(),
  name: z.string(),
  groupIds: z.array(z.string()),
  text: z.string(),
  version: z.number(),
});

/** The policies of a workspace in their order. */
export async function listPolicies(db: Db, { workspaceId }: Here): Promise<Policy[]> {
  const rows = await db.configPolicy.findMany({ where: { workspaceId }, orderBy: { place: 'asc' } });
  return z.array(policyRow).parse(rows);
}

/** Stores the policies of `after` in their order, where they differ from `before`, and removes those it lacks. */
export async function savePolicies(
  db: Db,
  { workspaceId, ...stamp }: Here & { changedAt: Date; changedBy: string },
  { before, after }: { before: readonly Policy[]; after: readonly Policy[] },
): Promise<void> {
  const left = before.filter(({ id }) => !after.some((one) => one.id === id)).map(({ id }) => id);
  await db.configPolicy.deleteMany({ where: { workspaceId, id: { in: left } } });
  for (const [place, policy] of after.entries()) {
    if (before[place] === policy) continue;
    const { id, groupIds, ...rest } = policy;
    const data = { ...rest, groupIds: [...groupIds], place, ...stamp };
    await db.configPolicy.upsert({
      where: { workspaceId_id: { workspaceId, id } },
      create: { workspaceId, id, ...data },
      update: data,
    });
  }
}
