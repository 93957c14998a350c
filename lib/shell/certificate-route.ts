import 'server-only';
import { certifyVersion } from '#lib/commands/certificates/certify-version';
import { uploadCertificate } from '#lib/commands/certificates/upload-certificate';
import { toUploadRoute } from './file-route';
import { handle, json, pathFault, type Handler } from './http-route';
import { problem } from './problem';
import { readJsonObject } from './request-body';
import { isFileForm } from './upload';

const maxBytes = 4 * 1024 * 1024;
const fromForm = toUploadRoute(uploadCertificate);

/** A certificate that `npm run certify` wrote says so in its first field; everything else asks for one. */
const fromJson = handle(async (ctx, request, path) => {
  const read = await readJsonObject(request, maxBytes);
  if (!read.ok) return problem(read.error, ctx.requestId);
  const content = new TextEncoder().encode(JSON.stringify(read.value));
  const result =
    'format' in read.value
      ? await uploadCertificate(ctx, { ...path, content })
      : await certifyVersion(ctx, { ...read.value, ...path });
  return result.ok ? json(result.value) : problem(pathFault(result.error, path), ctx.requestId);
});

/** The HTTP door of certificates: has clients asked, or takes a certificate from another machine as JSON or as a form. */
export const certificateRoute: Handler = (request, route) =>
  isFileForm(request) ? fromForm(request, route) : fromJson(request, route);
