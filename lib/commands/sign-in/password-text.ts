import { z } from 'zod';

const shortest = 12;
const longest = 200;

/** A new password: 12 to 200 characters, any characters, not trimmed, no rules of composition (NIST SP 800-63B). */
export const passwordText = z
  .string()
  .min(shortest, `Use at least ${shortest} characters.`)
  .max(longest, `Use at most ${longest} characters.`)
  .refine((text) => !text.includes('\0'), 'Remove the control characters.');
