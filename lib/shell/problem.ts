import 'server-only';
import type { DomainError } from '#lib/domain/result';

/** The one mapping from stable codes to HTTP; any other refusal of the domain is 422. */
const statusByCode: Readonly<Record<string, number>> = {
  invalid_json: 400,
  invalid_yaml: 400,
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  wrong_origin: 403,
  not_found: 404,
  conflict: 409,
  version_mismatch: 412,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_attempts: 429,
  internal: 500,
  evidence_damaged: 500,
  busy: 503,
  unavailable: 503,
};

/** The HTTP status of a code. */
export const statusOf = (code: string): number => statusByCode[code] ?? 422;

/** An expected failure as problem+json (RFC 9457): its code, its sentence, and the data that helps. */
export function problem(error: DomainError, requestId: string): Response {
  const { code, message, ...data } = error;
  const status = statusOf(code);
  const body = { type: 'about:blank', title: message, status, code, requestId, ...data };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="Slipway"' } : {}),
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    },
  });
}
