import 'server-only';
import type { Db } from './db';

/** Asks the database for a sign of life; throws while it is away. */
export async function askDatabase(db: Db): Promise<void> {
  await db.$queryRaw`select 1`;
}
