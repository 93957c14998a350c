// The statements of the people's pages as the product writes them, each explained: how long it takes in the server,
// and whether it reads a large table from end to end.
import type pg from 'pg';
import type { Db } from '#lib/data/db';
import { Prisma } from '#prisma-client';
import { median } from '#bench/statistics';

/** A statement with its values. */
type Statement = { text: string; values: unknown[] };

/** Catches the statements that `work` would send, and answers each with no rows. */
export async function statementsOf(work: (db: Db) => Promise<unknown>): Promise<Statement[]> {
  const caught: Statement[] = [];
  const $queryRaw = (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: sent } = Prisma.sql(strings, ...values);
    caught.push({ text, values: sent });
    return Promise.resolve([]);
  };
  // safe because the functions that are caught use nothing else of the client
  await work({ $queryRaw } as unknown as Db);
  return caught;
}

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
};

const largest = 10_000;

/** Tables that a plan reads from end to end although they have more than 10,000 rows. */
export function largeScans(plan: Plan): string[] {
  const read = (plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0);
  const own = plan['Node Type'] === 'Seq Scan' && read > largest ? [plan['Relation Name'] ?? '?'] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(largeScans)];
}

/** What was found about some statements of one page. */
export type Explained = { ms: number; scans: string[]; plan: string };

/** Median time of all statements together in the server, over several runs, and what they scan. */
export async function explained(
  client: pg.Client,
  statements: readonly Statement[],
  runs = 21,
): Promise<Explained> {
  const times: number[] = [];
  const scans = new Set<string>();
  const plans: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    let sum = 0;
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        values,
      );
      const [{ Plan: plan, 'Execution Time': ms }] = rows[0]?.['QUERY PLAN'] ?? [
        { Plan: { 'Node Type': 'none' }, 'Execution Time': NaN },
      ];
      sum += ms;
      for (const scan of largeScans(plan)) scans.add(scan);
      if (run === 0) plans.push(shape(plan));
    }
    times.push(sum);
  }
  return { ms: median(times), scans: [...scans], plan: plans.join(' + ') };
}

const shape = ({ 'Node Type': type, Plans: below = [] }: Plan): string =>
  below.length === 0 ? type : `${type}(${below.map(shape).join(', ')})`;
