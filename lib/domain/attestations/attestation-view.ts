import { z } from 'zod';
import type { Attestation } from './attestation';

/** A word on a task as doors hand it out; `attested` says whether one stands. */
export const attestationView = z.object({
  taskId: z.string(),
  attested: z.boolean(),
  note: z.string().nullable(),
  link: z.string().nullable(),
  at: z.date().nullable(),
  by: z.string().nullable(),
  version: z.int(),
});

/** A word on a task as doors hand it out. */
export type AttestationView = z.infer<typeof attestationView>;

/** The view of the newest word on a task; of none where nobody ever gave one. */
export function toAttestationView(taskId: string, word: Attestation | undefined): AttestationView {
  if (!word) return { taskId, attested: false, note: null, link: null, at: null, by: null, version: 0 };
  const { kind, note, link, at, by, version } = word;
  return { taskId, attested: kind === 'given', note, link, at, by, version };
}
