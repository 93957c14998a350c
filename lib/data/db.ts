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

function connect() {
  const adapter = new PrismaPg({
    connectionString: process.env.DATABASE_URL,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
  });
  return new PrismaClient({ adapter });
}

// safe because the key is ours alone
const holder = globalThis as { slipwayDb?: PrismaClient; slipwayCopies?: Pool };

/** The one client of this process. Kept on the global object, because each bundle has its own modules. */
export const db: PrismaClient = (holder.slipwayDb ??= connect());

/** The client, or a transaction on it. */
export type Db = Prisma.TransactionClient;

/** A few connections beside the client's, opened when rows are first written by COPY. */
export function copyPool(): Pool {
  if (holder.slipwayCopies) return holder.slipwayCopies;
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    max: copyPoolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: copyTimeoutMs,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it is opened again by the next who does.
  pool.on('error', () => undefined);
  return (holder.slipwayCopies = pool);
}
