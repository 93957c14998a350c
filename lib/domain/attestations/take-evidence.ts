import { err, ok, type Result } from '#lib/domain/result';
import type { EvidenceFile } from './evidence';
import { maxEvidenceBytes } from './evidence';
import { endingOf, evidenceEndings, isKnownEnding, mediaTypeOf, type FileKind } from './file-kind';

/** What was found out about bytes: their number, their hash, and what they are. */
export type ToldBytes = { size: number; sha256: string; kind: FileKind | null; isJson: boolean };

/** Why a proof file is not taken. */
export type EvidenceError = { code: EvidenceErrorCode; message: string };

/** Codes of the refusals, each with one sentence. */
export const evidenceRefusals = {
  empty_file: 'The file is empty.',
  too_large: `The file is too large: at most ${maxEvidenceBytes / 1024 / 1024} MB are taken.`,
  unsupported_file_type: `This kind of file is not taken as proof. Taken are: ${evidenceEndings.join(', ')}.`,
  name_does_not_fit: 'The ending of the file’s name does not fit what the file is.',
  hash_mismatch: 'The file that arrived is not the one the SHA-256 was made of. Send it again.',
} as const;

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

const otherRefusals = {
  invalid_input:
    'The file’s name cannot be kept. Use at most 200 characters, without folders or control characters.',
  no_file: 'Choose a file first.',
  upload_broken: 'The file did not arrive whole. Send it again.',
  forbidden: 'Your app role may not add proof files.',
  busy: 'Another change is still being saved. Nothing was saved; try again.',
  unavailable: 'The database cannot be reached. Nothing was saved; try again.',
} as const;

const sentences: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...evidenceRefusals, ...otherRefusals }),
);

/** Why a file was not added, for people, by the code of the refusal. */
export const evidenceRefusalWords = (code: string): string =>
  sentences.get(code) ?? 'The file could not be added. Try again.';

/** The file after those of its name: the next version. */
export const nextVersion = (versions: readonly Pick<EvidenceFile, 'version'>[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1;
