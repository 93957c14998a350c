import 'server-only';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth';

/** next-auth's own addresses: the callbacks of sign-in providers, the session, the CSRF token. */
export async function nextAuthRoute(
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const answer: unknown = await NextAuth(request, route, authOptions());
  // INVARIANT: called with a route's parameters, next-auth answers with a Response.
  if (!(answer instanceof Response)) throw new Error('next-auth gave no response.');
  return answer;
}
