import 'server-only';
import { after } from 'next/server';
import { recordFetch } from '#lib/commands/receipts/record-fetch';
import { readReleaseFile } from '#lib/queries/releases';
import { attachmentNamed, typeWithCharset } from './file-route';
import { ask, attachment, handle, type Handler } from './http-route';
import { problem } from './problem';

/** The HTTP door of a release's files: an ETag that answers 304, and each fetch with a token noted. */
export const releaseRoute: Handler = handle(async (ctx, request, path) => {
  const file = await ask(readReleaseFile, ctx, { request, path });
  if (!file.ok) return problem(file.error, ctx.requestId);
  const { release, name, path: fetched, type, bytes: body, sha256 } = file.value;
  if (ctx.tokenId !== undefined) after(() => recordFetch(ctx, { release, file: fetched }));
  const disposition = attachmentNamed(name);
  return attachment(request, { type: typeWithCharset(type), disposition, sha256, body });
});
