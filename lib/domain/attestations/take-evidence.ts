import { err, ok, type Result } from '#lib/domain/result';
import type { EvidenceFile } from './evidence';
import { evidenceRefusals, maxEvidenceBytes } from './evidence-refusals';
import { endingOf, isKnownEnding, mediaTypeOf, type FileKind } from './file-kind';

/** What was found out about bytes: their number, their hash, and what they are. */
export type ToldBytes = { size: number; sha256: string; kind: FileKind | null; isJson: boolean };

/** Why a proof file is not taken. */
export type EvidenceError = { code: EvidenceErrorCode; message: string };

type EvidenceErrorCode = keyof typeof evidenceRefusals;

const refusal = (code: EvidenceErrorCode) => err({ code, message: evidenceRefusals[code] });

/**
 * The media type under which a proof file is kept.
 *
 * Fails with `empty_file`, `too_large`, `unsupported_file_type` for bytes or an ending that no proof has,
 * `name_does_not_fit` where the ending says something else than the bytes, and `hash_mismatch` where
 * `expected` was given and is not the hash of the bytes.
 */
export function checkEvidence(
  name: string,
  { size, sha256, kind, isJson }: ToldBytes,
  expected: string | null,
): Result<string, EvidenceError> {
  if (size === 0) return refusal('empty_file');
  if (size > maxEvidenceBytes) return refusal('too_large');
  if (expected !== null && expected !== sha256) return refusal('hash_mismatch');
  const ending = endingOf(name);
  if (kind === null || !mayEndIn(ending)) return refusal('unsupported_file_type');
  const type = mediaTypeOf(kind, ending);
  if (type === null || (type === 'application/json' && !isJson)) return refusal('name_does_not_fit');
  return ok(type);
}

const mayEndIn = (ending: string) => ending === '' || isKnownEnding(ending);

/** The file after those of its name: the next version. */
export const nextVersion = (versions: readonly Pick<EvidenceFile, 'version'>[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1;
