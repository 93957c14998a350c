import 'server-only';
import type { Command } from '#lib/commands/define-command';
import type { DomainError } from '#lib/domain/result';
import type { Query } from '#lib/queries/define-query';
import { env } from './env';
import { ask, attachment, handle, json, pathFault, type Handler } from './http-route';
import { problem } from './problem';
import { requestIdHeader } from './request-log';
import { safePath } from './safe-path';
import { securityHeaders } from './security-headers';
import { isFileForm, upload } from './upload';

type Download = { name: string; type: string; bytes: Uint8Array; sha256: string };

/** `attachment` with the file's name in the two spellings of RFC 6266 and RFC 5987. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const escape = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const whole = encodeURIComponent(name).replace(/['()*]/g, escape);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A media type; of text with the one way in which we write it. */
export const typeWithCharset = (type: string): string =>
  type.startsWith('text/') ? `${type}; charset=utf-8` : type;

/** The HTTP door of a query that gives any file: as an attachment that a browser saves and never runs. */
export function toDownloadRoute(query: Query<Download>): Handler {
  return handle(async (ctx, request, path) => {
    const file = await ask(query, ctx, { request, path });
    if (!file.ok) return problem(file.error, ctx.requestId);
    const { name, type, bytes, sha256 } = file.value;
    return attachment(request, {
      type: typeWithCharset(type),
      disposition: attachmentNamed(name),
      sha256,
      body: bytes,
    });
  });
}

/**
 * The HTTP door of a command that takes a file. A browser's form with `?back=` is led back there, after a
 * refusal with its code as `evidence`, so that the page stays.
 */
export function toUploadRoute<T, E extends DomainError>(command: Command<T, E>): Handler {
  return protect(async (request, route) => {
    const back = new URL(request.url).searchParams.get('back');
    const answer = await handle(async (ctx, sent, path) => {
      const result = await upload(command, ctx, { request: sent, path });
      return result.ok ? json(result.value) : problem(pathFault(result.error, path), ctx.requestId);
    })(request, route);
    return back !== null && isFileForm(request) ? ledBack(back, answer) : answer;
  });
}

/** A handler at an address that the proxy leaves alone, with the headers the proxy would have set. */
export const protect =
  (handler: Handler): Handler =>
  async (request, route) => {
    const response = await handler(request, route);
    const { SLIPWAY_URL, NODE_ENV } = env();
    const isDevelopment = NODE_ENV === 'development';
    const protection = securityHeaders({ nonce: crypto.randomUUID(), siteUrl: SLIPWAY_URL, isDevelopment });
    for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);
    response.headers.set(requestIdHeader, request.headers.get(requestIdHeader) ?? '');
    return response;
  };

async function ledBack(back: string, answer: Response): Promise<Response> {
  const [path = '', hash = ''] = safePath(back).split('#');
  const code = answer.ok ? null : await codeOf(answer);
  const query = code === null ? '' : `${path.includes('?') ? '&' : '?'}evidence=${encodeURIComponent(code)}`;
  const location = `${path}${query}${hash === '' ? '' : `#${hash}`}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json();
  const isProblem = body !== null && typeof body === 'object' && 'code' in body;
  return isProblem && typeof body.code === 'string' ? body.code : 'internal';
}
