import 'server-only';
import { randomBytes } from 'node:crypto';

/** A new secret of 256 bits, fit for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
