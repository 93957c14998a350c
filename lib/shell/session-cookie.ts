import 'server-only';
import { sessionDays } from '#lib/commands/sign-in/session-end';
import { isHttps } from './env';

/** How long a browser keeps the session cookie, in seconds. */
export const sessionSeconds = sessionDays * 24 * 3600;

/** The session cookie's name: with https the `__Host-` prefix binds it to this very host. */
export const sessionCookieName = (): string => (isHttps() ? '__Host-slipway.session' : 'slipway.session');

/** The attributes of a cookie only the server reads. */
export const cookieAttributes = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() }) as const;
