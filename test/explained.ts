import type { Db } from '#lib/data/db';
import { Prisma } from '#prisma-client';

const isBulk = /^\s*(?:select|with|insert|update|delete)\b/;

const rawOf = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) =>
  'raw' in query ? Prisma.sql(query, ...values) : query;

/** A transaction that keeps the plan of each raw statement, as PostgreSQL makes it at that moment, before it runs. */
export function explained(tx: Db): { db: Db; plans: string[] } {
  const plans: string[] = [];
  const explain = async (sql: Prisma.Sql) => {
    if (!isBulk.test(sql.sql)) return;
    const lines = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`explain ${sql}`);
    plans.push([sql.sql, ...lines.map((line) => line['QUERY PLAN'])].join('\n'));
  };
  const db = new Proxy(tx, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== 'function' || (name !== '$executeRaw' && name !== '$queryRaw')) return own;
      return async (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
        const sql = rawOf(query, values);
        await explain(sql);
        return Reflect.apply(own, target, [sql]) as Promise<unknown>;
      };
    },
  });
  return { db, plans };
}
