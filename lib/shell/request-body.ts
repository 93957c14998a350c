import 'server-only';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { readBytes } from './body-bytes';

const usualMaxBytes = 256 * 1024;
const maxDepth = 32;

const tooLarge = (maxBytes: number) =>
  err({ code: 'too_large', message: `Send at most ${Math.floor(maxBytes / 1024)} KiB.` });
const notJson = err({ code: 'invalid_json', message: 'The body is not valid JSON.' });

async function readText(request: Request, maxBytes: number): Promise<string | null> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

const typeOf = (request: Request) => request.headers.get('content-type') ?? '';

/** Whether a request's body is declared as YAML. */
export const isYaml = (request: Request): boolean => yamlType.test(typeOf(request));

/** Whether a caller asks for YAML rather than JSON. */
export const wantsYaml = (request: Request): boolean => yamlType.test(request.headers.get('accept') ?? '');

const yamlType = /^(application|text)\/(x-)?yaml\b/i;

/** The text of a request's body, of 256 KiB at most; `invalid_yaml` for bytes that are no UTF-8. */
export async function readYamlText(request: Request): Promise<Result<string, DomainError>> {
  const text = await readText(request, usualMaxBytes).catch(() => undefined);
  if (text === null) return tooLarge(usualMaxBytes);
  return text === undefined ? err({ code: 'invalid_yaml', message: 'The body is not UTF-8.' }) : ok(text);
}

/**
 * The bytes of a request's body that is sent as TOML or plain text, of 256 KiB at most; `unsupported_media_type` for
 * any other type.
 */
export async function readTomlBytes(request: Request): Promise<Result<Uint8Array, DomainError>> {
  const limits = { maxBytes: usualMaxBytes, tooLarge: tooLarge(usualMaxBytes), drainBytes: 0 };
  const bytes = await readBytes(request.body, limits);
  if (bytes.ok && bytes.value.byteLength > 0 && !isToml(request)) {
    return err({ code: 'unsupported_media_type', message: 'Send the text as application/toml.' });
  }
  return bytes;
}

/** The text of such a body. Bytes that are no UTF-8 come as U+FFFD, so that whoever looks at it can say where. */
export async function readTomlText(request: Request): Promise<Result<string, DomainError>> {
  const bytes = await readTomlBytes(request);
  return bytes.ok ? ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)) : bytes;
}

/** Whether a request's body is declared as TOML or plain text. */
export const isToml = (request: Request): boolean => tomlType.test(typeOf(request));

/** Whether a caller asks for TOML rather than JSON. */
export const wantsToml = (request: Request): boolean => tomlType.test(request.headers.get('accept') ?? '');

const tomlType = /^(application\/toml|text\/(x-)?toml|text\/plain)\b/i;

function isTooDeep(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return false;
  return depth >= maxDepth || Object.values(value).some((held) => isTooDeep(held, depth + 1));
}

function parseObject(text: string): Result<Record<string, unknown>, DomainError> {
  if (text === '') return ok({});
  try {
    const value: unknown = JSON.parse(text);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject && !isTooDeep(value) ? ok(Object.fromEntries(Object.entries(value))) : notJson;
  } catch {
    return notJson;
  }
}

/**
 * The text of a request's body that is declared as JSON, or as JSON on each line, as it came; empty without a body.
 *
 * `too_large` over `maxBytes`, whatever the length header says; `unsupported_media_type` where a body is not
 * declared as JSON; `invalid_json` for bytes that are no UTF-8.
 */
export async function readJsonText(
  request: Request,
  maxBytes = usualMaxBytes,
): Promise<Result<string, DomainError>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge(maxBytes);
  const isJson = /^application\/(?:(?:[a-z.+-]+\+)?json|x-ndjson|jsonl)\b/i.test(typeOf(request));
  const text = await readText(request, maxBytes).catch(() => undefined);
  if (text === null) return tooLarge(maxBytes);
  if (text !== '' && !isJson) {
    return err({ code: 'unsupported_media_type', message: 'Send the body as application/json.' });
  }
  return text === undefined ? notJson : ok(text);
}

/**
 * The JSON object in a request's body; an empty body is an empty object.
 *
 * Refuses what `readJsonText` refuses, at 256 KiB unless said otherwise, and with `invalid_json` text that is
 * no JSON, no object, or nested over 32 deep.
 */
export async function readJsonObject(
  request: Request,
  maxBytes = usualMaxBytes,
): Promise<Result<Record<string, unknown>, DomainError>> {
  const text = await readJsonText(request, maxBytes);
  return text.ok ? parseObject(text.value) : text;
}
