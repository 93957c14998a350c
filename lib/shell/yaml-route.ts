import 'server-only';
import type { Command } from '#lib/commands/define-command';
import type { DomainError, Result } from '#lib/domain/result';
import { asPrecondition, handle, json, withExpectedVersion, type Handler } from './http-route';
import { problem } from './problem';
import { isYaml, readYamlText, wantsYaml } from './request-body';

/** The door of what is handed out as YAML or as JSON: `yaml` where the caller asks for it, else `otherwise`. */
export const givingYaml = (yaml: Handler, otherwise: Handler): Handler => {
  return (request, route) => (wantsYaml(request) ? yaml : otherwise)(request, route);
};

/** The door of what is taken as YAML or as JSON: the text of a YAML body becomes the `text` of `command`. */
export function takingYaml<T, E extends DomainError>(command: Command<T, E>, otherwise: Handler): Handler {
  const yaml = handle(async (ctx, request, path) => {
    const read = await readYamlText(request);
    const body = read.ok ? withExpectedVersion(request, { text: read.value }) : read;
    const result: Result<T, DomainError> = body.ok ? await command(ctx, { ...body.value, ...path }) : body;
    if (result.ok) return json(result.value);
    return problem(asPrecondition(result.error, request), ctx.requestId);
  });
  return (request, route) => (isYaml(request) ? yaml : otherwise)(request, route);
}
