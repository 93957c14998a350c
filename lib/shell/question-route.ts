import 'server-only';
import type { Context } from '#lib/domain/context';
import { notFound } from '#lib/domain/errors';
import type { CsvFile } from '#lib/queries/csv-file';
import type { Query } from '#lib/queries/define-query';
import { csvResponse, wantsCsv } from './csv-route';
import { handle, json, type Handler } from './http-route';
import { problem } from './problem';
import { readJsonObject } from './request-body';

/** Whole lists of people are put into groups at once. */
const maxBytes = 4 * 1024 * 1024;

/** The HTTP door of a question too long for an address that a CSV file answers. */
export const toQuestionCsvRoute = (file: Query<CsvFile>): Handler =>
  handle((ctx, request) => answer(file, ctx, { request, reply: csvResponse }));

/** The HTTP door of a question too long for an address that is answered in JSON. */
export const toJsonQuestionRoute = <T>(query: Query<T>): Handler =>
  handle((ctx, request) => answer(query, ctx, { request, reply: json }));

/**
 * The HTTP door of a question too long for an address: query string and JSON body become its input. Answers in
 * JSON, or for who accepts `text/csv` with the whole lists as a file.
 */
export function toQuestionRoute<T>(query: Query<T>, whole: Query<CsvFile>): Handler {
  const asJson = toJsonQuestionRoute(query);
  const asCsv = toQuestionCsvRoute(whole);
  return (request, route) => (wantsCsv(request) ? asCsv : asJson)(request, route);
}

type Asked<T> = { request: Request; reply: (value: T) => Response };

async function answer<T>(query: Query<T>, ctx: Context, { request, reply }: Asked<T>): Promise<Response> {
  const body = await readJsonObject(request, maxBytes);
  if (!body.ok) return problem(body.error, ctx.requestId);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const value = await query(ctx, { ...body.value, ...search });
  return value === null ? problem(notFound, ctx.requestId) : reply(value);
}
