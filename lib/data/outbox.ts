import 'server-only';
import type { Db } from './db';

/** Slow work a command leaves behind: the job's name and its payload, which holds no secret. */
export type Job = { name: string; payload: Record<string, unknown> };

/** Leaves a job in the queue on the command's own transaction: it is done only if the change is kept. */
export async function appendJob(tx: Db, { name, payload }: Job): Promise<void> {
  await tx.$queryRaw`select (graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)).id::text`;
}
