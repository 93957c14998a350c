import 'server-only';
import type { Context } from '#lib/domain/context';
import { csvLine } from '#lib/domain/csv/write-csv';
import { notFound } from '#lib/domain/errors';
import type { Query } from '#lib/queries/define-query';
import type { RowsFile } from '#lib/queries/what-if';
import { ask, handle, json, type Handler } from './http-route';
import { problem } from './problem';
import { readJsonObject } from './request-body';

/** Whole lists of people are put into groups at once. */
const maxBytes = 4 * 1024 * 1024;
const rowsAtOnce = 500;

/** The HTTP door of a read whose question is too long for an address: query string and JSON body are its input. */
export function toQuestionRoute<T>(query: Query<T>): Handler {
  return handle((ctx, request, path) => answer(query, ctx, { request, path, reply: json }));
}

/** The same for a file that is written while it is sent. */
export function toQuestionFileRoute(query: Query<RowsFile>): Handler {
  return handle((ctx, request, path) => answer(query, ctx, { request, path, reply: rowsResponse }));
}

/** The answer in JSON, or the file where the caller accepts CSV. */
export function toQuestionOrFileRoute<T>(query: Query<T>, file: Query<RowsFile>): Handler {
  const [inJson, inFile] = [toQuestionRoute(query), toQuestionFileRoute(file)];
  return (request, route) => (wantsCsv(request) ? inFile : inJson)(request, route);
}

/** The HTTP door of a read whose answer is a file that is written while it is sent. */
export function toRowsRoute(query: Query<RowsFile>): Handler {
  return handle(async (ctx, request, path) => {
    const value = await ask(query, ctx, { request, path });
    return value.ok ? rowsResponse(value.value) : problem(value.error, ctx.requestId);
  });
}

const wantsCsv = (request: Request): boolean => /\btext\/csv\b/i.test(request.headers.get('accept') ?? '');

type Asked<T> = { request: Request; path: Record<string, string>; reply: (value: T) => Response };

async function answer<T>(
  query: Query<T>,
  ctx: Context,
  { request, path, reply }: Asked<T>,
): Promise<Response> {
  const body = await readJsonObject(request, maxBytes);
  if (!body.ok) return problem(body.error, ctx.requestId);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const value = await query(ctx, { ...body.value, ...search, ...path });
  return value === null ? problem(notFound, ctx.requestId) : reply(value);
}

function rowsResponse({ name, header, rows }: RowsFile): Response {
  const encoder = new TextEncoder();
  const next = rows[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvLine(header))),
    // A few rows for each time the reader asks, so that other requests are answered meanwhile.
    pull(controller) {
      let text = '';
      for (let row = 0; row < rowsAtOnce; row += 1) {
        const { done, value } = next.next();
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += csvLine(value);
      }
      controller.enqueue(encoder.encode(text));
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
