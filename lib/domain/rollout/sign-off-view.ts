import { z } from 'zod';
import type { SignOffStatus } from './sign-off';

/** The signature under a step as doors hand it out. */
export const signOffView = z.object({
  step: z.int(),
  state: z.enum(['unsigned', 'signed', 'void']),
  by: z.string().nullable(),
  at: z.date().nullable(),
  note: z.string().nullable(),
  /** SHA-256 of what was signed. */
  hash: z.string().nullable(),
  /** Why the signature no longer counts. */
  reasons: z.array(z.string()),
  version: z.int(),
});

/** The signature under a step as doors hand it out. */
export type SignOffView = z.infer<typeof signOffView>;

/** The view of where the signature under a step stands. */
export function toSignOffView(step: number, status: SignOffStatus): SignOffView {
  const { state, version } = status;
  if (status.state === 'unsigned') {
    return { step, state, by: null, at: null, note: null, hash: null, reasons: [], version };
  }
  const { by, at, note, hash } = status.signature;
  const reasons = status.state === 'void' ? [...status.reasons] : [];
  return { step, state, by, at, note, hash, reasons, version };
}
