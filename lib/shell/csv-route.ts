import 'server-only';
import type { CsvFile } from '#lib/queries/csv-file';
import type { Query } from '#lib/queries/define-query';
import { attachmentNamed } from './file-route';
import { ask, handle, toQueryRoute, type Handler } from './http-route';
import { problem } from './problem';

/** The HTTP door of a query that gives a list as a CSV file: sent as it is read, saved and never run. */
export function toCsvRoute(query: Query<CsvFile>): Handler {
  return handle(async (ctx, request, path) => {
    const file = await ask(query, ctx, { request, path });
    if (!file.ok) return problem(file.error, ctx.requestId);
    return csvResponse(file.value);
  });
}

/** Whether a caller accepts a list as a CSV file. */
export const wantsCsv = (request: Request): boolean =>
  /\btext\/csv\b/i.test(request.headers.get('accept') ?? '');

/** A CSV file as an answer: sent as it is read, saved and never run. */
export const csvResponse = ({ name, chunks }: CsvFile): Response =>
  new Response(bytesOf(chunks), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentNamed(name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });

/** The HTTP door of a list: a page in JSON, or for who accepts `text/csv` the whole list as a file. */
export function toListRoute<T>(page: Query<T>, whole: Query<CsvFile>): Handler {
  const [asJson, asCsv] = [toQueryRoute(page), toCsvRoute(whole)];
  return (request, route) => (wantsCsv(request) ? asCsv : asJson)(request, route);
}

/** A part is read when the one before has been taken. */
function bytesOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const parts = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
