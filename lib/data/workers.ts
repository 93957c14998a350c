import 'server-only';
import { z } from 'zod';
import type { Db } from './db';

/** Notes that workers of this process live. */
export async function saveHeartbeats(
  db: Db,
  { workerIds, now }: { workerIds: string[]; now: Date },
): Promise<void> {
  await db.$executeRaw`
    insert into "WorkerHeartbeat" ("workerId", "at")
    select unnest(${workerIds}::text[]), ${now}::timestamptz
    on conflict ("workerId") do update set "at" = excluded."at"`;
}

/**
 * Hands back the jobs of workers that gave no sign of life since `before`, and gives their ids.
 *
 * The queue itself would hold the jobs of a killed worker for four hours.
 */
export async function unlockOrphans(db: Db, { before }: { before: Date }): Promise<string[]> {
  const rows = z.array(z.object({ id: z.string() })).parse(
    await db.$queryRaw`
    select distinct held."id" from (
      select "locked_by" as "id" from graphile_worker._private_jobs where "locked_by" is not null
      union select "locked_by" from graphile_worker._private_job_queues where "locked_by" is not null
    ) held
    where not exists (select from "WorkerHeartbeat" h where h."workerId" = held."id" and h."at" >= ${before})`,
  );
  const orphans = rows.map((row) => row.id);
  if (orphans.length > 0) {
    await db.$executeRaw`select graphile_worker.force_unlock_workers(${orphans}::text[])`;
  }
  await db.$executeRaw`delete from "WorkerHeartbeat" where "at" < ${before}`;
  return orphans;
}
