import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { signOut } from '#lib/commands/sign-in/sessions';
import { signIn } from '#lib/commands/sign-in/sign-in';
import { startSignIn } from '#lib/commands/sign-in/start-sign-in';
import { addressHeader } from './caller-address';
import { env, isHttps } from './env';
import { cookieAttributes, sessionSeconds } from './session-cookie';
import { visitorContext } from './visitor-context';

const credentials = z.object({ email: z.string().default(''), password: z.string().default('') });
const signedIn = z.object({ id: z.string(), secret: z.string() });
const sessionToken = z.object({ secret: z.string() });

type Headers = Record<string, string | undefined>;

/** A refused sign-in; next-auth carries the message, which is the error's stable code, to its caller. */
class Refused extends Error {}

async function authorize(raw: unknown, headers: Headers) {
  const { email, password } = credentials.parse(raw ?? {});
  const ctx = visitorContext(headers['x-request-id']);
  const counted = await startSignIn(ctx, { email, address: headers[addressHeader] ?? '' });
  if (!counted.ok) throw new Refused(counted.error.code);
  const result = await signIn(ctx, { email, password, userAgent: headers['user-agent'] ?? '' });
  if (!result.ok) throw new Refused(result.error.code);
  const { accountId, name, secret } = result.value;
  return { id: accountId, email: result.value.email, name, secret };
}

/**
 * How people sign in: next-auth asks our commands, and its cookie carries nothing but the secret of a
 * session row, which every request looks up. So a session that is revoked ends at its next request.
 */
export function authOptions(): NextAuthOptions {
  const cookie = (name: string) => ({
    name: isHttps() ? `__Host-slipway.${name}` : `slipway.${name}`,
    options: cookieAttributes(),
  });
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    providers: [
      Credentials({
        name: 'Password',
        credentials: { email: {}, password: {} },
        authorize: (raw, request) => authorize(raw, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { id, secret } = signedIn.parse(user);
        return { sub: id, secret };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const parsed = sessionToken.safeParse(token);
        if (parsed.success) await signOut(visitorContext(), { secret: parsed.data.secret });
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** The secret of the session row in a session cookie's value; null for anything else. */
export async function readSessionSecret(cookieValue: string | undefined): Promise<string | null> {
  if (!cookieValue) return null;
  const token = await decode({ token: cookieValue, secret: env().AUTH_SECRET }).catch(() => null);
  const parsed = sessionToken.safeParse(token);
  return parsed.success ? parsed.data.secret : null;
}
