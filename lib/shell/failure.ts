import 'server-only';
import { Busy } from '#lib/domain/errors';
import { log } from './log';

/** The product cannot answer just now; nothing was saved. */
export type Outage = { code: 'busy' | 'unavailable'; message: string };

const outageCodes =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|53300|08\d{3}|P1001|P1002|P1008|P1017|P2024|P2028/;
const outageWords =
  /connection terminated|timeout exceeded when trying to connect|server has closed the connection|shutting down|can't reach database/i;

/** Whether `thrown` says that the database is away, rather than that we made a mistake. */
function isDatabaseAway(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 6; error = error.cause, depth += 1) {
    const code = 'code' in error ? String(error.code) : '';
    if (outageCodes.test(code) || outageCodes.test(error.message) || outageWords.test(error.message))
      return true;
    if (
      error.name === 'DriverAdapterError' &&
      /DatabaseNotReachable|ConnectionClosed|SocketTimeout/.test(error.message)
    )
      return true;
  }
  return false;
}

/** The outage behind something thrown. A bug is thrown on: the error page shows it with its request id. */
export function failureOf(thrown: unknown): Outage {
  if (thrown instanceof Busy) {
    return { code: 'busy', message: 'Another change is still being saved. Nothing was saved; try again.' };
  }
  if (isDatabaseAway(thrown)) {
    log('outage', { message: thrown instanceof Error ? thrown.name : 'unknown' });
    return {
      code: 'unavailable',
      message: 'The database cannot be reached. Nothing was saved; what you typed is still here.',
    };
  }
  throw thrown;
}
