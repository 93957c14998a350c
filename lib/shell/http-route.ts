import 'server-only';
import type { Command } from '#lib/commands/define-command';
import type { Context } from '#lib/domain/context';
import { Damaged, Forbidden, InvalidInput, Refused, type KernelError } from '#lib/domain/errors';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import type { Query } from '#lib/queries/define-query';
import { apiContext } from './api-caller';
import { failureOf } from './failure';
import { log } from './log';
import { problem } from './problem';
import { readJsonObject, readJsonText } from './request-body';
import { requestIdHeader } from './request-log';

type Params = Record<string, string>;
/** Parameters as Next gives them: what stands for several parts of a path is a list. */
type GivenParams = Record<string, string | string[]>;
/** A route file's export. */
export type Handler = (request: Request, route: { params: Promise<GivenParams> }) => Promise<Response>;

const joined = (params: GivenParams): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  );

const notFound: DomainError = { code: 'not_found', message: 'There is nothing at this address.' };

/** An answer in JSON. */
export const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** Runs `work` for the caller of a request; whatever is thrown becomes a problem without a stack trace. */
export function handle(work: (ctx: Context, request: Request, path: Params) => Promise<Response>): Handler {
  return async (request, { params }) => {
    const requestId = request.headers.get(requestIdHeader) ?? '';
    try {
      const { workspace = '', ...path } = joined(await params);
      const ctx = await apiContext(request, workspace);
      return ctx.ok ? await work(ctx.value, request, path) : problem(ctx.error, requestId);
    } catch (thrown) {
      return problem(thrownError(thrown, requestId), requestId);
    }
  };
}

function thrownError(thrown: unknown, requestId: string): DomainError {
  if (thrown instanceof Forbidden) {
    return { code: 'forbidden', message: thrown.message };
  }
  if (thrown instanceof InvalidInput) return invalid(thrown.fields);
  if (thrown instanceof Refused) return thrown.error;
  if (thrown instanceof Damaged) {
    log('damaged', { requestId, code: thrown.code });
    return { code: thrown.code, message: thrown.message };
  }
  try {
    return failureOf(thrown);
  } catch (bug) {
    log('bug', { requestId, error: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
    return { code: 'internal', message: 'Something went wrong on our side. Nothing was half-saved.' };
  }
}

const invalid = (fields: Record<string, string[]>): KernelError => ({
  code: 'invalid_input',
  message: 'Some fields need another value.',
  fields,
});

/** A path that names nothing we know is not found, rather than wrong input. */
export function pathFault(error: DomainError, path: Params): DomainError {
  const fields = 'fields' in error ? Object.keys(error.fields ?? {}) : [];
  return error.code === 'invalid_input' && fields.some((name) => Object.hasOwn(path, name))
    ? notFound
    : error;
}

/**
 * `If-Match: "3"` on a PUT stands for `version`; a version that has moved on then answers 412 instead of 409.
 * A header that names none, or another than the body, is refused rather than passed over.
 */
export function withExpectedVersion(
  request: Request,
  body: Record<string, unknown>,
): Result<Record<string, unknown>, DomainError> {
  const header = request.headers.get('if-match');
  if (header === null) return ok(body);
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  const version = match ? Number(match[1]) : null;
  const agrees = body.version === undefined || body.version === version;
  if (request.method === 'PUT' && version !== null && agrees) return ok({ ...body, version });
  return err(
    invalid({ 'If-Match': ['Give one version in quotes, the one the body names, and on PUT only.'] }),
  );
}

/** A version that has moved on, where the caller said `If-Match`. */
export function asPrecondition(error: DomainError, request: Request): DomainError {
  const isPrecondition = error.code === 'conflict' && request.headers.has('if-match');
  return isPrecondition ? { ...error, code: 'version_mismatch' } : error;
}

/** A draft may hold thousands of changes, and all of them may come at once. */
export const maxDraftBytes = 4 * 1024 * 1024;

/** The HTTP door of a command: path parameters and the JSON body, of 256 KiB at most, become its input. */
export function toRoute<T, E extends DomainError>(command: Command<T, E>, maxBytes?: number): Handler {
  return handle(async (ctx, request, path) => {
    const read = await readJsonObject(request, maxBytes);
    const body = read.ok ? withExpectedVersion(request, read.value) : read;
    const result: Result<T, DomainError> = body.ok ? await command(ctx, { ...body.value, ...path }) : body;
    if (result.ok) return json(result.value);
    return problem(asPrecondition(pathFault(result.error, path), request), ctx.requestId);
  });
}

/** The HTTP door of a command that takes a JSON file as it is: the body's text becomes the input's `text`. */
export function toJsonFileRoute<T, E extends DomainError>(command: Command<T, E>, maxBytes: number): Handler {
  return handle(async (ctx, request, path) => {
    const read = await readJsonText(request, maxBytes);
    const result: Result<T, DomainError> = read.ok ? await command(ctx, { ...path, text: read.value }) : read;
    return result.ok ? json(result.value) : problem(pathFault(result.error, path), ctx.requestId);
  });
}

/** The HTTP door of a query: path parameters and the query string become its input. */
export function toQueryRoute<T>(query: Query<T>): Handler {
  return handle(async (ctx, request, path) => {
    const value = await ask(query, ctx, { request, path });
    return value.ok ? json(value.value) : problem(value.error, ctx.requestId);
  });
}

type File = { name: string; sha256: string } & ({ text: string } | { content: Uint8Array });

/** The HTTP door of a query that gives a file: exact name and type, and an ETag that answers 304. */
export function toFileRoute(query: Query<File>, contentType: string): Handler {
  return handle(async (ctx, request, path) => {
    const file = await ask(query, ctx, { request, path });
    if (!file.ok) return problem(file.error, ctx.requestId);
    const { name, sha256, ...held } = file.value;
    const body = 'text' in held ? held.text : held.content;
    return attachment(request, {
      type: contentType,
      disposition: `attachment; filename="${name}"`,
      sha256,
      body,
    });
  });
}

type Attachment = { type: string; disposition: string; sha256: string; body: string | Uint8Array };

/** A file that a browser saves and never runs; 304 where the caller has it already. */
export function attachment(request: Request, { type, disposition, sha256, body }: Attachment): Response {
  const headers = {
    'content-type': type,
    'content-disposition': disposition,
    etag: `"${sha256}"`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  };
  const known = (request.headers.get('if-none-match') ?? '').split(/, */);
  if (known.includes(headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(typeof body === 'string' ? body : Buffer.from(body), { headers });
}

/** What `query` gives for the path and the query string of a request. */
export async function ask<T>(
  query: Query<T>,
  ctx: Context,
  { request, path }: { request: Request; path: Params },
): Promise<Result<T, DomainError>> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const value = await query(ctx, { ...search, ...path });
    return value === null ? err(notFound) : { ok: true, value };
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return err(pathFault(invalid(thrown.fields), path));
    throw thrown;
  }
}

/** The answer at an address of the API that names nothing. */
export function nothingHere(request: Request): Response {
  return problem(notFound, request.headers.get(requestIdHeader) ?? '');
}
