import 'server-only';
import type { Command } from '#lib/commands/define-command';
import { decodedText } from '#lib/domain/config-text/text-bytes';
import type { TextView } from '#lib/domain/config-text/text-view';
import type { DomainError, Result } from '#lib/domain/result';
import type { Query } from '#lib/queries/define-query';
import {
  ask,
  asPrecondition,
  handle,
  json,
  pathFault,
  toRoute,
  withExpectedVersion,
  type Handler,
} from './http-route';
import { problem } from './problem';
import { isToml, readTomlBytes, wantsToml } from './request-body';

const toml = 'application/toml; charset=utf-8';

/** The door of a configuration file's text, as TOML where the caller asks for it; its ETag is the version to name. */
export const toTextRoute = (query: Query<TextView>): Handler =>
  handle(async (ctx, request, path) => {
    const found = await ask(query, ctx, { request, path });
    if (!found.ok) return problem(found.error, ctx.requestId);
    const { text, version } = found.value;
    const headers = { 'content-type': toml, 'cache-control': 'no-store' };
    const answer = wantsToml(request) ? new Response(text, { headers }) : json(found.value);
    answer.headers.set('etag', `"${String(version)}"`);
    return answer;
  });

/** The door of a write of a configuration file's text: a body of TOML becomes its `text`, or JSON holds it. */
export function takingText<T, E extends DomainError>(command: Command<T, E>): Handler {
  const toml = handle(async (ctx, request, path) => {
    const read = await readTomlBytes(request);
    const body = read.ok ? withExpectedVersion(request, { text: decodedText(read.value) }) : read;
    const result: Result<T, DomainError> = body.ok ? await command(ctx, { ...body.value, ...path }) : body;
    if (result.ok) return json(result.value);
    return problem(asPrecondition(pathFault(result.error, path), request), ctx.requestId);
  });
  const held = toRoute(command);
  return (request, route) => (isToml(request) ? toml : held)(request, route);
}
