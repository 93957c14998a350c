import { z } from 'zod';
import { plainText } from '#lib/domain/text';

/** A proof file of a task, without its bytes. */
export type EvidenceFile = {
  id: string;
  taskId: string;
  name: string;
  /** Media type, told from the bytes. */
  type: string;
  /** Bytes. */
  size: number;
  /** Of the bytes, in hex. */
  sha256: string;
  /** 1 for the first file of this name on this task. */
  version: number;
  at: Date;
  by: string;
};

/** A file's name as a person may give it: one line, cleaned, without any part of a path. */
export const fileName = plainText({ max: 200 })
  .refine((name) => !/[/\\]/.test(name), 'Give the file’s name alone, without a folder.')
  .refine((name) => !/^\.+$/.test(name), 'Give the file a name.');

/** A SHA-256 in hex, in either case. */
export const sha256Text = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'Write the SHA-256 as 64 hexadecimal digits.');

/** A proof file as doors hand it out. */
export const evidenceView = z.object({
  id: z.string(),
  taskId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  version: z.int(),
  at: z.date(),
  by: z.string(),
}) satisfies z.ZodType<EvidenceFile>;

/** The proof files of one task, the newest version of each. */
export const evidenceOf = (taskId: string, files: readonly EvidenceFile[]): EvidenceFile[] =>
  files.filter((file) => file.taskId === taskId);
