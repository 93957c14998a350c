import 'server-only';
import type { z } from 'zod';
import { Prisma } from '#prisma-client';

/** What one noun adds to the one statement that reads a rollout: a value made of SQL, and what it parses to. */
export type FactsPart<T> = {
  /** A scalar subquery that gives JSON; the workspace's id is `w.id`. */
  sql: Prisma.Sql;
  row: z.ZodType<T>;
};

/** All rows of a table, as a JSON list; `[]` where there are none. `rows` is a query over the workspace `w.id`. */
export const listPart = <T>(rows: Prisma.Sql, row: z.ZodType<T>): FactsPart<T> => ({
  sql: Prisma.sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`,
  row,
});

/** The one row of a table, as JSON, or null. `row` is a query over the workspace `w.id`. */
export const onePart = <T>(one: Prisma.Sql, row: z.ZodType<T>): FactsPart<T> => ({
  sql: Prisma.sql`(select to_json(r) from (${one}) r)`,
  row,
});
