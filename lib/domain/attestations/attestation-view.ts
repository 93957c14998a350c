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
  /** What it was given for, part by part; a long value by its SHA-256. */
  restsOn: z.record(z.string(), z.string()).nullable(),
  version: z.int(),
});

/** A word on a task as doors hand it out. */
export type AttestationView = z.infer<typeof attestationView>;

const nobodysWord = { note: null, link: null, at: null, by: null, restsOn: null, version: 0 };

/** The view of the newest word on a task; of none where nobody ever gave one. */
export function toAttestationView(taskId: string, word: Attestation | undefined): AttestationView {
  if (!word) return { taskId, attested: false, ...nobodysWord };
  const { kind, note, link, at, by, restsOn, version } = word;
  return { taskId, attested: kind === 'given', note, link, at, by, restsOn, version };
}
