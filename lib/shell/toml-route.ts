import 'server-only';
import type { Query } from '#lib/queries/define-query';
import { handle, json, type Handler } from './http-route';
import { problem } from './problem';
import { readTomlText } from './request-body';

/** The HTTP door of a question about a text of TOML: query string and the body's text become its input. */
export const toTomlRoute = (query: Query<unknown>): Handler =>
  handle(async (ctx, request) => {
    const text = await readTomlText(request);
    if (!text.ok) return problem(text.error, ctx.requestId);
    const search = Object.fromEntries(new URL(request.url).searchParams);
    return json(await query(ctx, { ...search, text: text.value }));
  });
