import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { PrismaClient } from '#prisma-client';
import { findAuditProtection } from './audit-protection';
import { db } from './db';

/** Runs `work` in a transaction of the tables' owner that is never committed. */
async function asOwner<T>(work: (tx: Parameters<typeof findAuditProtection>[0]) => Promise<T>): Promise<T> {
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_OWNER_URL });
  const owner = new PrismaClient({ adapter });
  const never = new Error('rolled back');
  let result: { value: T } | undefined;
  await owner
    .$transaction(async (tx) => {
      result = { value: await work(tx) };
      throw never;
    })
    .catch((thrown: unknown) => {
      if (thrown !== never) throw thrown;
    })
    .finally(() => owner.$disconnect());
  if (!result) throw never;
  return result.value;
}

test('the application’s own role is kept off by privilege and by trigger', async () => {
  expect(await findAuditProtection(db)).toEqual({ byPrivilege: true, byTrigger: true });
});

test('the role that owns the table is kept off by trigger only, whatever was revoked from it', async () => {
  const found = await asOwner(async (tx) => {
    await tx.$executeRawUnsafe('revoke all on "AuditEvent" from slipway_owner');
    return findAuditProtection(tx);
  });

  expect(found).toEqual({ byPrivilege: false, byTrigger: true });
});

test('a trigger that is switched off protects nothing', async () => {
  const found = await asOwner(async (tx) => {
    await tx.$executeRawUnsafe('alter table "AuditEvent" disable trigger audit_event_no_truncate');
    return findAuditProtection(tx);
  });

  expect(found.byTrigger).toBe(false);
});
