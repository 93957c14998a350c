import { describe, expect, test } from 'vitest';
import { Prisma } from '#prisma-client';
import { arrange } from '#test/arrange';
import { explained } from '#test/explained';
import { shipped } from '#test/shipped';
import { db } from './db';
import { countMachines, listMachines } from './machines';
import { shippingPart } from './shipping';

class Undone extends Error {}

const fleet = 100_000;

/** A workspace whose fleet is as large as they come, in a transaction that is taken back. */
async function withFleet(work: (tx: Prisma.TransactionClient, workspaceId: string) => Promise<void>) {
  const { workspace } = await shipped();
  const { sha256 } = await db.configVersion.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  const filled = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        insert into "Machine" ("workspaceId", "machine", "os", "holds", "differing", "client", "receipt", "sinceAt", "seenAt")
        select ${workspace.id}::uuid, md5(n::text) || md5((-n)::text), (array['linux', 'macos', 'windows'])[1 + n % 3],
          case when n % 100 = 0 then '' when n % 10 = 0 then 'older' else ${sha256} end, '{}', '0.169.0',
          '{"release": 1}', now() - n * interval '1 second', now() - n * interval '20 seconds'
        from generate_series(1, ${fleet}::int) n`;
      await work(tx, workspace.id);
      throw new Undone();
    },
    { timeout: 60_000 },
  );
  await expect(filled).rejects.toThrow(Undone);
}

describe('a fleet of 100,000 machines', () => {
  test('is counted in one statement, and a page of it is read by an index, behind any place', async () => {
    await withFleet(async (tx, workspaceId) => {
      const { db: watched, plans } = explained(tx);
      const now = new Date();
      const { sha256: current } = await tx.configVersion.findFirstOrThrow({ where: { workspaceId } });

      const counted = await countMachines(watched, { workspaceId, current, now });
      expect(plans).toHaveLength(1);
      expect(counted.reduce((sum, one) => sum + one.matches + one.older + one.differs + one.silent, 0)).toBe(
        fleet,
      );

      const page = { workspaceId, state: 'differs', current, now, limit: 51 } as const;
      const first = await listMachines(watched, { ...page, after: null });
      const last = first.at(-1);
      const next = await listMachines(watched, { ...page, after: last ?? null });
      expect(first).toHaveLength(51);
      expect(next[0]?.seen.getTime()).toBeLessThan(last?.seen.getTime() ?? 0);
      for (const plan of plans.slice(1)) {
        // Which of the two is up to statistics, which nobody has taken of rows in a transaction.
        expect(plan).toMatch(/Index Scan Backward using "Machine_workspaceId_(holds_)?seenAt_machine_idx"/);
        expect(plan).not.toMatch(/Sort|Seq Scan/);
      }
    });
  });

  test('is a few steps into indexes for the facts that every page reads', async () => {
    await withFleet(async (tx, workspaceId) => {
      const { db: watched, plans } = explained(tx);

      await watched.$queryRaw(
        Prisma.sql`select ${shippingPart.sql} as "shipping" from (select ${workspaceId}::uuid as id) w`,
      );

      expect(plans[0]).not.toMatch(/Seq Scan on "Machine"/);
      expect(plans[0]?.match(/Backward using "Machine_workspaceId_os/g)).toHaveLength(3);
    });
  });
});

test('a workspace without a release has no facts about shipping', async () => {
  const { ctx } = await arrange();

  const rows = await db.$queryRaw(
    Prisma.sql`select ${shippingPart.sql} as "shipping" from (select ${ctx.workspaceId}::uuid as id) w`,
  );

  expect(rows).toEqual([{ shipping: null }]);
});
