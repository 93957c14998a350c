import { z } from 'zod';
import { isStorable } from '#lib/domain/text';
import { systems } from '#lib/domain/validation/check';

/** Largest receipt, as the letters of its JSON. */
const maxLength = 64 * 1024;

const sum = z.string().regex(/^[0-9a-f]{64}$/, 'Give a SHA-256 as 64 small hexadecimal digits.');

const version = z
  .string()
  .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[0-9A-Za-z.-]{1,40})?$/, 'Give a client version such as 0.169.0.');

const path = z
  .string()
  .min(1)
  .max(200, 'A path has at most 200 letters.')
  .regex(/^[^\u0000-\u001f\u007f\\]+$/, 'A path holds no control characters and no backslash.');

const isPlain = (value: unknown): boolean =>
  typeof value === 'string'
    ? isStorable(value) && !/\p{Surrogate}/u.test(value)
    : value === null ||
      typeof value !== 'object' ||
      Object.entries(value).every(([key, held]) => isPlain(key) && isPlain(held));

/**
 * What a machine has of a release, as its verify script prints it. It holds no name of a person or a host and no path
 * of the machine: `machine` is a hash that is the same at each look, `files` are named by their paths in the release.
 */
export const receipt = z
  .strictObject({
    /** Version of this shape. */
    receipt: z.literal(1, 'This page reads receipts of version 1.'),
    /** Number of the release whose verify script looked. */
    release: z.int().min(1).max(1_000_000),
    /** SHA-256 of that release's content. */
    content: sum,
    os: z.enum(systems),
    machine: sum,
    /** Version of the client that was asked; null where there was none. */
    client: version.nullable(),
    /** SHA-256 of each file of that release as it is on the machine; null where it is missing. */
    files: z
      .record(path, sum.nullable())
      .refine((files) => Object.keys(files).length <= 100, 'A receipt names at most 100 files.'),
    /** What the client says it enforces; null where it enforces nothing or could not be asked. */
    enforced: z.record(z.string(), z.json()).nullable(),
  })
  .refine((whole) => JSON.stringify(whole).length <= maxLength, 'A receipt is at most 64 KiB.')
  .refine(({ enforced }) => isPlain(enforced), 'Remove the control characters.');

/** What a machine has of a release. */
export type Receipt = z.output<typeof receipt>;

/** Most receipts that are taken at once. */
export const maxReceipts = 1000;
