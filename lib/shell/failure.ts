import 'server-only';
import { Busy } from '#lib/domain/errors';
import { log } from './log';

/** The product cannot answer just now; nothing was saved. */
export type Outage = { code: 'busy' | 'unavailable'; message: string };

const outageCodes =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|53300|08\d{3}|P1001|P1002|P1008|P1017|P2024/;
const outageWords =
  /connection terminated|timeout exceeded when trying to connect|server has closed the connection|shutting down|can't reach database/i;

/** An error and what caused it, as far as it is told. */
function chainOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 6; error = error.cause) chain.push(error);
  return chain;
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '');

/** Whether a transaction had no time to begin or to end; what it wrote until then was taken back. */
const ranOutOfTime = (thrown: unknown): boolean => chainOf(thrown).some((error) => codeOf(error) === 'P2028');

/** Whether `thrown` says that the database is away, rather than that we made a mistake. */
const isDatabaseAway = (thrown: unknown): boolean =>
  chainOf(thrown).some(
    (error) =>
      outageCodes.test(codeOf(error)) ||
      outageCodes.test(error.message) ||
      outageWords.test(error.message) ||
      (error.name === 'DriverAdapterError' &&
        /DatabaseNotReachable|ConnectionClosed|SocketTimeout/.test(error.message)),
  );

/** The outage behind something thrown. A bug is thrown on: the error page shows it with its request id. */
export function failureOf(thrown: unknown): Outage {
  if (thrown instanceof Busy) {
    return { code: 'busy', message: 'Another change is still being saved. Nothing was saved; try again.' };
  }
  if (ranOutOfTime(thrown)) {
    log('slow', { message: thrown instanceof Error ? thrown.name : 'unknown' });
    return {
      code: 'busy',
      message: 'It took too long, so nothing was saved. Try again, or do less at once.',
    };
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
