import 'server-only';
import { Busy } from '#lib/domain/errors';
import { db, type Db } from './db';

const waitForConnectionMs = 5_000;
const wholeTransactionMs = 10_000;
const wholeReadMs = 60_000;
const waitForTurn = '4s';
/** For a job that writes half a million rows; nobody waits in front of it. */
const patient = { wholeMs: 15 * 60_000, turn: '5min', statement: '10min' } as const;

const isLockTimeout = (thrown: unknown) =>
  thrown instanceof Error && /55P03|lock timeout/.test(thrown.message);

/**
 * Runs `work` in one transaction, alone among the writers who take the same turn.
 *
 * A turn is a workspace's id, or a word for what the whole installation does one at a time. It makes rules
 * that span rows safe (a setting and its prerequisite) and gives the audit log one order. It is held for
 * milliseconds; people waiting on each other are handled by versions. Throws `Busy` when the turn does not
 * come within four seconds.
 */
export async function transact<T>(turn: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await takeTurn(tx, turn);
      return work(tx);
    },
    { maxWait: waitForConnectionMs, timeout: wholeTransactionMs },
  );
}

/**
 * As `transact`, for the work of a job: it waits minutes for the turn, and its statements may take minutes. Whoever
 * writes meanwhile is told that the workspace is busy.
 */
export async function transactPatiently<T>(turn: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await allowLongStatements(tx);
      await takeTurn(tx, turn, patient.turn);
      return work(tx);
    },
    { maxWait: waitForConnectionMs, timeout: patient.wholeMs },
  );
}

/** Long reads of a job that belong together, in tables of their own: without a turn, seeing one moment. */
export async function compareTogether<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await allowLongStatements(tx);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: waitForConnectionMs, timeout: patient.wholeMs },
  );
}

const allowLongStatements = (tx: Db, most: string = patient.statement) =>
  tx.$executeRaw`select set_config('statement_timeout', ${most}, true)`;

/** Waits for a turn inside a transaction that is already open; throws `Busy` after four seconds. */
export async function takeTurn(tx: Db, turn: string, wait: string = waitForTurn): Promise<void> {
  try {
    await tx.$executeRaw`
      select pg_advisory_xact_lock(hashtextextended(${turn}, 0))
      from set_config('lock_timeout', ${wait}, true)`;
  } catch (thrown) {
    if (isLockTimeout(thrown)) throw new Busy('Another change is still being saved.', { cause: thrown });
    throw thrown;
  }
}

/**
 * Runs reads that belong together: all of them see one moment, whatever is written meanwhile. One of them may take
 * as long as all: everybody of a very large company is read in one statement.
 */
export async function readTogether<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await allowLongStatements(tx, `${String(wholeReadMs)}ms`);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: waitForConnectionMs, timeout: wholeReadMs },
  );
}

/** Runs `work` in one transaction without a turn: rows that belong to one member alone. */
export async function transactAlone<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db.$transaction(work, { maxWait: waitForConnectionMs, timeout: wholeTransactionMs });
}
