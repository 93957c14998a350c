import 'server-only';
import { receiveImport } from '#lib/commands/imports/receive-import';
import type { ArrivingFile } from '#lib/commands/imports/stage-file';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { importKinds } from '#lib/domain/imports/import-kinds';
import type { ImportView } from '#lib/domain/imports/import-view';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { brokenUpload } from './body-bytes';
import { protect } from './file-route';
import { handle, json, type Handler } from './http-route';
import { log } from './log';
import { BrokenForm, FormTooLarge, openForm } from './multipart';
import { problem, statusOf } from './problem';
import { readJsonText } from './request-body';
import { safePath } from './safe-path';
import { isFileForm } from './upload';

/** Most that one upload may hold: a million people with ten million memberships. */
const maxFormBytes = 512 * 1024 * 1024;
const maxJsonBytes = 16 * 1024 * 1024;

const tooLarge = err({ code: 'too_large', message: 'Send at most 512 MB at once.' });
const notJson = err({
  code: 'invalid_json',
  message: 'Send a form with files, or {"people": […], "groups": […], "memberships": […]}.',
});

type Sent = { fields: Readonly<Record<string, string>>; files: AsyncIterable<ArrivingFile> };

/** The options of an import may stand in the address, or in the fields before the files. */
const options = ['mode', 'skipRejected', 'removals', 'dryRun'] as const;

async function take(
  ctx: Context,
  request: Request,
  search: URLSearchParams,
): Promise<Result<ImportView, DomainError>> {
  // The command answers, and notes the refusal; nobody who may not is made to send files.
  if (!can(ctx.actor, receiveImport.capability)) return receiveImport(ctx, {});
  try {
    const sent = isFileForm(request) ? ok(await openForm(request, maxFormBytes)) : await readJson(request);
    if (!sent.ok) return sent;
    const { fields, files } = sent.value;
    const said = options.flatMap((name) => {
      const value = search.get(name) ?? fields[name];
      return value === undefined || value === '' ? [] : [[name, value] as const];
    });
    const received = await receiveImport(ctx, { ...Object.fromEntries(said), files });
    // Options that make no sense are refused before the first file is looked at.
    for await (const { name } of files) log('import', { unread: name });
    return received;
  } catch (thrown) {
    if (thrown instanceof FormTooLarge) return tooLarge;
    if (thrown instanceof BrokenForm) return brokenUpload;
    throw thrown;
  }
}

/** Rows in the body itself, by kind: each kind is read as its JSON file would be. */
async function readJson(request: Request): Promise<Result<Sent, DomainError>> {
  const text = await readJsonText(request, maxJsonBytes);
  if (!text.ok) return text;
  const held = objectIn(text.value);
  if (!held || Object.keys(held).some((name) => !importKinds.some((kind) => kind === name))) return notJson;
  return ok({ fields: {}, files: filesIn(held) });
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

async function* filesIn(held: Record<string, unknown>): AsyncGenerator<ArrivingFile> {
  for (const [kind, rows] of Object.entries(held)) {
    yield { field: kind, name: `${kind}.json`, bytes: piece(JSON.stringify(rows)) };
  }
}

async function* piece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/**
 * The HTTP door for the files of an import, past the proxy, which would cut them at 10 MB: 202 and the import. A
 * browser's form with `?back=` is led there, to the import, or with the code and line of a refusal.
 */
export const importRoute: Handler = protect(async (request, route) => {
  const search = new URL(request.url).searchParams;
  const back = isFileForm(request) ? search.get('back') : null;
  return handle(async (ctx, sent) => {
    const result = await take(ctx, sent, search);
    if (back !== null) return ledTo(safePath(back), result);
    return result.ok ? json(result.value, 202) : problem(result.error, ctx.requestId);
  })(request, route);
});

function ledTo(back: string, result: Result<ImportView, DomainError>): Response {
  const location = result.ok ? `${back}/${result.value.id}` : `${back}?${refusalIn(result.error)}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

function refusalIn(error: DomainError): string {
  const line = 'line' in error && typeof error.line === 'number' ? { line: String(error.line) } : {};
  const code = statusOf(error.code) >= 500 ? 'internal' : error.code;
  return new URLSearchParams({ refused: code, ...line }).toString();
}
