import type { z } from 'zod';

/** What answers at an address of the API: a command or a query, and a line about it. */
export type Operation = {
  summary: string;
  of: { capability: string; input: z.ZodType; output: z.ZodType };
};

/** Addresses below a workspace, with what answers to each method there. */
export type Operations = Readonly<
  Record<string, Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>>
>;
