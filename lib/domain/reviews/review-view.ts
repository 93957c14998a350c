import { z } from 'zod';

const line = z.object({ text: z.string(), owner: z.string().nullable(), dueOn: z.iso.date().nullable() });

/** A review as doors hand it out, without the report it froze. */
export const reviewView = z.object({
  number: z.int(),
  reportHash: z.string(),
  findings: z.array(line).readonly(),
  decisions: z.array(line).readonly(),
  actions: z.array(line).readonly(),
  startedAt: z.date(),
  startedBy: z.string(),
  signedAt: z.date().nullable(),
  signedBy: z.string().nullable(),
  nextOn: z.iso.date().nullable(),
  version: z.int(),
});
