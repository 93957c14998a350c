import { log } from './log';
import { requestIdHeader } from './request-log';

type Request = { headers: Record<string, string | string[] | undefined> };

const digestOf = (thrown: unknown) =>
  thrown instanceof Error && 'digest' in thrown ? String(thrown.digest) : null;

/** Writes what a page failed of, with the request's id and the digest that stands on the error page. */
export function logRequestError(thrown: unknown, request: Request): void {
  const requestId = request.headers[requestIdHeader];
  log('bug', {
    requestId: typeof requestId === 'string' ? requestId : null,
    digest: digestOf(thrown),
    error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  });
}
