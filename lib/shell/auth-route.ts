import 'server-only';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth';

/** next-auth's own addresses: the callbacks of sign-in providers, the session, the CSRF token. */
export const nextAuthRoute = (
  request: NextRequest,
  route: { params: Promise<{ nextauth: string[] }> },
): unknown => NextAuth(request, route, authOptions());
