import 'server-only';
import type { Command } from '#lib/commands/define-command';
import { evidenceRefusals, maxEvidenceBytes } from '#lib/domain/attestations/evidence-refusals';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { brokenUpload, readBytes } from './body-bytes';

/** Around a file a browser puts its boundaries, the file's name and the form's other fields. */
const maxFormBytes = maxEvidenceBytes + 64 * 1024;
/** A browser that is answered before it has sent everything shows a broken line instead of the answer. */
const drainBytes = 128 * 1024 * 1024;
const maxNameLength = 4096;

type Upload = { name: string; content: Uint8Array; sha256?: string };

const tooLarge = err({ code: 'too_large', message: evidenceRefusals.too_large });
const noFile = err({ code: 'no_file', message: 'Choose a file first.' });

/** Whether a request is a form with files, as browsers send it. */
export const isFileForm = (request: Request): boolean =>
  /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');

/**
 * The file of a request: the whole body under `?name=`, or the field `file` of a browser's form.
 *
 * The type that the caller declares is never believed. A SHA-256 may come as `X-Content-SHA256` or `?sha256=`.
 */
async function readUpload(request: Request): Promise<Result<Upload, DomainError>> {
  const search = new URL(request.url).searchParams;
  const expected = request.headers.get('x-content-sha256') ?? search.get('sha256');
  const more = expected === null ? {} : { sha256: expected };
  if (isFileForm(request)) return readForm(request, more);

  const body = await readBytes(request.body, { maxBytes: maxEvidenceBytes, tooLarge, drainBytes: 0 });
  if (!body.ok) return body;
  return ok({ name: search.get('name') ?? '', content: body.value, ...more });
}

async function readForm(request: Request, more: { sha256?: string }): Promise<Result<Upload, DomainError>> {
  const body = await readBytes(request.body, { maxBytes: maxFormBytes, tooLarge, drainBytes });
  if (!body.ok) return body;
  const type = request.headers.get('content-type') ?? '';
  const form = await parseForm(body.value, type);
  if (!form) return brokenUpload;
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return noFile;
  if (file.size > maxEvidenceBytes) return tooLarge;
  const name = file.name.slice(0, maxNameLength);
  return ok({ name, content: new Uint8Array(await file.arrayBuffer()), ...more });
}

async function parseForm(bytes: Uint8Array, type: string): Promise<FormData | null> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}

/** Lets `command` take the file of a request. Nobody who may not is made to send one. */
export async function upload<T, E extends DomainError>(
  command: Command<T, E>,
  ctx: Context,
  { request, path }: { request: Request; path: Record<string, string> },
): Promise<Result<T, DomainError>> {
  // The command answers, and notes the refusal; there is nothing to read for it.
  if (!can(ctx.actor, command.capability)) return command(ctx, path);
  const read = await readUpload(request);
  return read.ok ? command(ctx, { ...read.value, ...path }) : read;
}
