import { NextResponse, type NextRequest } from 'next/server';
import { env } from '#lib/shell/env';
import { refusalWords, refusedEarly } from '#lib/shell/refuse-early';
import { securityHeaders } from '#lib/shell/security-headers';

const plainText = { 'content-type': 'text/plain; charset=utf-8' };

/**
 * Runs before every page and route: the nonce and the headers that protect a browser, and a refusal of forms
 * that are too large or come from another site. Who may do what is decided by pages and doors.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const { SLIPWAY_URL, NODE_ENV } = env();
  const protection = securityHeaders({
    nonce,
    siteUrl: SLIPWAY_URL,
    isDevelopment: NODE_ENV === 'development',
  });

  const headers = new Headers(request.headers);
  headers.set('x-slipway-path', `${pathname}${search}`);
  headers.set('content-security-policy', protection['content-security-policy']);
  const refused = refusedEarly({ method: request.method, path: pathname, headers, siteUrl: SLIPWAY_URL });
  const response = refused
    ? new NextResponse(refusalWords[refused], { status: refused, headers: plainText })
    : NextResponse.next({ request: { headers } });

  for (const [name, value] of Object.entries(protection)) response.headers.set(name, value);
  const requestId = request.headers.get('x-request-id');
  if (requestId) response.headers.set('x-request-id', requestId);
  return response;
}

// A body that passes here is cut at 10 MB, so proof files, imports and packages are sent past; their routes do for themselves
// what is done here (`protect` in lib/shell/file-route.ts).
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api/v1/workspaces/[^/]+/tasks/[^/]+/evidence$|api/v1/workspaces/[^/]+/directory/imports$|api/v1/workspaces/[^/]+/clients/package$).*)',
  ],
};
