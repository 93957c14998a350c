import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '#prisma-client';

/** Connections this process may hold; graphile-worker keeps its own few. */
const poolSize = 10;
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;

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
const holder = globalThis as { slipwayDb?: PrismaClient };

/** The one client of this process. Kept on the global object, because each bundle has its own modules. */
export const db: PrismaClient = (holder.slipwayDb ??= connect());

/** The client, or a transaction on it. */
export type Db = Prisma.TransactionClient;
