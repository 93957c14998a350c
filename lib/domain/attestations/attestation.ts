import { err, ok, type Result } from '#lib/domain/result';
import type { Basis } from '#lib/domain/rollout/basis';
import { multilineText, webLink } from '#lib/domain/text';

/** A person's word on a task: who, when, how they know, and what it was given for. */
export type Attestation = {
  taskId: string;
  /** `withdrawn` when it was taken back; the words before it stay in the record. */
  kind: 'given' | 'withdrawn';
  note: string | null;
  link: string | null;
  restsOn: Basis;
  at: Date;
  by: string;
  /** Words given and taken back so far; 0 = never. */
  version: number;
};

/** Fields of a word, as doors take them. */
export const attestationFields = {
  note: multilineText({ max: 2000 }).nullable().default(null),
  link: webLink.nullable().default(null),
};

/** The word after taking it back. Fails with `not_attested` where there is none to take back. */
export function withdraw(
  current: Attestation | undefined,
  { at, by }: { at: Date; by: string },
): Result<Attestation, { code: 'not_attested'; message: string }> {
  if (current?.kind !== 'given') {
    return err({ code: 'not_attested', message: 'Nobody’s word stands on this task.' });
  }
  const { taskId, restsOn, version } = current;
  return ok({ taskId, kind: 'withdrawn', note: null, link: null, restsOn, at, by, version: version + 1 });
}
