import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '#lib/data/db';
import { appendJob } from '#lib/data/outbox';
import { visitor } from '#test/arrange';
import { recordHeartbeats, unlockOrphans } from './keep-queue';

const rows = z.array(z.object({ lockedBy: z.string().nullable() }));

/** A job that a worker has taken. */
async function takenJob(workerId: string): Promise<{ holder: () => Promise<string | null | undefined> }> {
  const mark = randomUUID();
  await appendJob(db, { name: 'send-mail', payload: { mark } });
  await db.$executeRaw`
    update graphile_worker._private_jobs set "locked_by" = ${workerId}, "locked_at" = now()
    where "payload" ->> 'mark' = ${mark}`;
  return {
    async holder() {
      const found = await db.$queryRaw`
        select "locked_by" as "lockedBy" from graphile_worker._private_jobs where "payload" ->> 'mark' = ${mark}`;
      return rows.parse(found)[0]?.lockedBy;
    },
  };
}

const secondsAgo = (seconds: number) => visitor(undefined, new Date(Date.now() - seconds * 1000));

describe('unlockOrphans', () => {
  test('hands back the job of a worker that has been silent for half a minute', async () => {
    const workerId = `worker-${randomUUID()}`;
    const { holder } = await takenJob(workerId);
    await recordHeartbeats(secondsAgo(31), { workerIds: [workerId] });

    const result = await unlockOrphans(visitor(), {});

    expect(result.ok && result.value.workerIds).toContain(workerId);
    expect(await holder()).toBeNull();
  });

  test('hands back the job of a worker that never gave a sign of life', async () => {
    const { holder } = await takenJob(`worker-${randomUUID()}`);

    await unlockOrphans(visitor(), {});

    expect(await holder()).toBeNull();
  });

  test('leaves the job of a living worker alone', async () => {
    const workerId = `worker-${randomUUID()}`;
    const { holder } = await takenJob(workerId);
    await recordHeartbeats(secondsAgo(60), { workerIds: [workerId] });
    await recordHeartbeats(secondsAgo(20), { workerIds: [workerId] });

    const result = await unlockOrphans(visitor(), {});

    expect(result.ok && result.value.workerIds).not.toContain(workerId);
    expect(await holder()).toBe(workerId);
  });
});
