import 'server-only';
import { sha256 } from './sha256';

/** What is stored of a secret: its SHA-256 in hex. Secrets of 256 bits need no salt and no slow hash. */
export const secretHash = (secret: string): string => sha256(secret);
