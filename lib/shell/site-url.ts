import 'server-only';
import { env } from './env';

/** The address people open this site at, without a slash at its end: for links that are handed over. */
export const siteUrl = (): string => env().SLIPWAY_URL.replace(/\/$/, '');
