import { evidenceEndings } from './file-kind';

/** The largest proof file that is taken: 10 MiB. */
export const maxEvidenceBytes = 10 * 1024 * 1024;

/** Codes of the refusals, each with one sentence. */
export const evidenceRefusals = {
  empty_file: 'The file is empty.',
  too_large: `The file is too large: at most ${maxEvidenceBytes / 1024 / 1024} MB are taken.`,
  unsupported_file_type: `This kind of file is not taken as proof. Taken are: ${evidenceEndings.join(', ')}.`,
  name_does_not_fit: 'The ending of the file’s name does not fit what the file is.',
  hash_mismatch: 'The file that arrived is not the one the SHA-256 was made of. Send it again.',
} as const;

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
