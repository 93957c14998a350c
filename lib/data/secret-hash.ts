import 'server-only';
import { createHash } from 'node:crypto';

/** What is stored of a secret: its SHA-256 in hex. Secrets of 256 bits need no salt and no slow hash. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
