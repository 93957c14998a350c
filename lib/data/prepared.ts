import 'server-only';
import type { Prisma } from '#prisma-client';
import { db as root, pool, type Db } from './db';

/**
 * The rows of a statement that is asked all the time: each connection parses and plans it once, under `name`, and
 * nothing stands between it and the driver. Inside a transaction it is asked there. The name stands for one text,
 * whatever the values.
 */
export async function askPrepared(db: Db, name: string, sql: Prisma.Sql): Promise<unknown> {
  if (db !== root) return db.$queryRaw(sql);
  return (await pool.query({ name, text: sql.text, values: sql.values })).rows;
}
