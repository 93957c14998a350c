import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient, type Prisma } from '#prisma-client';

/** Connections this process may hold; graphile-worker keeps its own few. */
const poolSize = 10;
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
/** Connections for COPY, which Prisma does not speak. */
const copyPoolSize = 2;
const copyTimeoutMs = 60_000;

// safe because the keys are ours alone
const holder = globalThis as { slipwayPool?: Pool; slipwayDb?: PrismaClient; slipwayCopies?: Pool };

function openPool({ max, statementMs }: { max: number; statementMs: number }): Pool {
  const opened = new Pool({
    connectionString: process.env.DATABASE_URL,
    max,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementMs,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it is opened again by the next who does.
  opened.on('error', () => undefined);
  return opened;
}

/** The connections of this process. Kept on the global object, because each bundle has its own modules. */
export const pool: Pool = (holder.slipwayPool ??= openPool({
  max: poolSize,
  statementMs: statementTimeoutMs,
}));

const connect = () => new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });

/** The one client of this process, over these connections. */
export const db: PrismaClient = (holder.slipwayDb ??= connect());

/** The client, or a transaction on it. */
export type Db = Prisma.TransactionClient;

/** A few connections beside the client's, opened when rows are first written by COPY. */
export const copyPool = (): Pool =>
  (holder.slipwayCopies ??= openPool({ max: copyPoolSize, statementMs: copyTimeoutMs }));
