import 'server-only';
import { keepClient, openPart, removePart, takePackage } from '#lib/adapters/codex-client/client-folder';
import { addClient } from '#lib/commands/clients/add-client';
import { can } from '#lib/domain/authorization/can';
import type { ClientView } from '#lib/domain/clients/client';
import type { Context } from '#lib/domain/context';
import { err, type DomainError, type Result } from '#lib/domain/result';
import { brokenUpload } from './body-bytes';
import { env } from './env';
import { protect } from './file-route';
import { handle, json, type Handler } from './http-route';
import { BrokenForm, FormTooLarge, openForm } from './multipart';
import { problem, statusOf } from './problem';
import { safePath } from './safe-path';
import { isFileForm } from './upload';

/** More than a package of the client for one platform has. */
const maxFormBytes = 512 * 1024 * 1024;

const tooLarge = err({ code: 'too_large', message: 'A package of the client has less than 512 MB.' });
const noFile = err({ code: 'no_file', message: 'Choose the package first, as the field “file” of a form.' });

async function take(ctx: Context, request: Request): Promise<Result<ClientView, DomainError>> {
  // The command answers, and notes the refusal; nobody who may not is made to send a package, which would be started.
  if (!can(ctx.actor, addClient.capability)) return addClient(ctx, {});
  if (!isFileForm(request)) return noFile;
  const { SLIPWAY_DATA_DIR: dataDir } = env();
  const part = await openPart(dataDir);
  try {
    const { files } = await openForm(request, maxFormBytes);
    for await (const { bytes } of files) {
      const kept = await keepClient(dataDir, part, await takePackage(part, bytes));
      return kept.ok ? await addClient(ctx, kept.value) : kept;
    }
    return noFile;
  } catch (thrown) {
    if (thrown instanceof FormTooLarge) return tooLarge;
    if (thrown instanceof BrokenForm) return brokenUpload;
    throw thrown;
  } finally {
    await removePart(part);
  }
}

/**
 * The HTTP door for a client's package, past the proxy, which would cut it at 10 MB; it is written to the disk while it
 * arrives. A browser's form with `?back=` is led back there, after a refusal with its code as `client`.
 */
export const clientPackageRoute: Handler = protect(async (request, route) => {
  const back = isFileForm(request) ? new URL(request.url).searchParams.get('back') : null;
  return handle(async (ctx, sent) => {
    const result = await take(ctx, sent);
    if (back !== null) return ledBack(safePath(back), result);
    return result.ok ? json(result.value) : problem(result.error, ctx.requestId);
  })(request, route);
});

function ledBack(back: string, result: Result<ClientView, DomainError>): Response {
  const [path = '', hash] = back.split('#');
  const code = result.ok ? null : statusOf(result.error.code) >= 500 ? 'internal' : result.error.code;
  const query = code === null ? '' : `?${new URLSearchParams({ client: code }).toString()}`;
  const location = `${path}${query}${hash === undefined ? '' : `#${hash}`}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
