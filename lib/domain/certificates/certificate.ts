import { z } from 'zod';
import { isClientVersion } from '#lib/domain/config-check/client-version';

/** What became of a key on one client. */
export const keyOutcomes = ['as_intended', 'replaced', 'ignored', 'refused', 'not_observable'] as const;

/** What became of a key on one client. */
export type KeyOutcome = (typeof keyOutcomes)[number];

/** What became of one key of one file; the key is empty where it is about the whole file. */
export const keyResult = z.strictObject({
  file: z.string().max(300),
  key: z.string().max(1000),
  line: z.int().min(1).nullable(),
  outcome: z.enum(keyOutcomes),
  /** What the client said, or what showed it. */
  message: z.string().max(4000),
});

/** What became of one key of one file. */
export type KeyResult = z.output<typeof keyResult>;

/** A client's version, such as `0.169.0`. */
export const clientVersion = z
  .string('Give a version of a client.')
  .trim()
  .refine(isClientVersion, 'Give a version of a client, such as 0.169.0.');

/** A SHA-256 in hex. */
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, 'Give a SHA-256 in hex.');

export const verdicts = ['as_intended', 'differs'] as const;

/** Whether everything is as intended. */
export type Verdict = (typeof verdicts)[number];

/** What a client made of the files of a version, once it was asked. */
export const certificate = z.object({
  client: clientVersion,
  /** Of the client's binary. */
  clientSha256: sha256Text,
  at: z.coerce.date(),
  verdict: z.enum(verdicts),
  /** Who brought the result from another machine; null where this server asked. */
  uploadedBy: z.string().nullable(),
  results: z.array(keyResult),
});

/** What a client made of the files of a version, once it was asked. */
export type Certificate = z.output<typeof certificate>;

export const runStates = ['queued', 'running', 'done', 'failed'] as const;

const outOfLine: readonly KeyOutcome[] = ['refused', 'replaced', 'ignored'];

/** Whether a result keeps a certificate from being green. */
export const isOutOfLine = ({ outcome }: Pick<KeyResult, 'outcome'>): boolean => outOfLine.includes(outcome);

/** Green is a client on which nothing is refused, replaced or ignored. */
export const verdictOf = (results: readonly KeyResult[]): Verdict =>
  results.some(isOutOfLine) ? 'differs' : 'as_intended';
