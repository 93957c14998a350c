import 'server-only';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { z } from 'zod';
import { authOptions } from './auth';
import { sessionCookieName } from './session-cookie';

type Call = {
  path: readonly [string, ...string[]];
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};
type Answer = { cookies: Map<string, string>; body: unknown };

/** Calls next-auth inside this process, as a browser would over HTTP. */
async function callNextAuth({ path, method, headers, body = {}, cookies = {} }: Call): Promise<Answer> {
  const setCookies: string[] = [];
  let answered: unknown = null;
  const response = {
    status: () => response,
    getHeader: () => setCookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') setCookies.splice(0, setCookies.length, ...[value].flat());
      return response;
    },
    json: (sent: unknown) => void (answered = sent),
    send: (sent: unknown) => void (answered = sent),
    end: () => undefined,
  };
  const request = { query: { nextauth: [...path] }, method, headers, body, cookies };
  // safe because next-auth reads and calls nothing of the two beyond what stands here (4.24, next/index.js)
  await NextAuth(request as never as NextApiRequest, response as never as NextApiResponse, authOptions());
  const pairs = setCookies.map((line) => line.slice(0, line.indexOf(';')).split('='));
  return {
    cookies: new Map(pairs.map(([name = '', ...value]) => [name, decodeURIComponent(value.join('='))])),
    body: answered,
  };
}

const csrfAnswer = z.object({ csrfToken: z.string() });
const callbackAnswer = z.object({ url: z.string() });

/**
 * Signs in by e-mail and password through next-auth, for a form that must also work before any script runs.
 *
 * Gives the value of the session cookie, or the code of the refusal.
 */
export async function passwordSignIn(
  fields: { email: string; password: string },
  headers: Record<string, string>,
): Promise<{ cookie: string } | { code: string }> {
  const csrf = await callNextAuth({ path: ['csrf'], method: 'GET', headers });
  const answer = await callNextAuth({
    path: ['callback', 'credentials'],
    method: 'POST',
    headers,
    cookies: Object.fromEntries(csrf.cookies),
    body: { ...fields, csrfToken: csrfAnswer.parse(csrf.body).csrfToken, json: 'true' },
  });
  const cookie = answer.cookies.get(sessionCookieName());
  if (cookie) return { cookie };
  const { url } = callbackAnswer.parse(answer.body);
  return { code: new URL(url, 'http://localhost').searchParams.get('error') ?? 'wrong_credentials' };
}
