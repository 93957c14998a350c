import type { z } from 'zod';

/** What answers at an address of the API: a command or a query, and a line about it. */
export type Operation = {
  summary: string;
  of: { capability: string; input: z.ZodType; output: z.ZodType };
  /** The body is a file, as its bytes or in a form; the other fields stand in the address. */
  takesFile?: boolean;
  /** The body is the text of a TOML file; the other fields stand in the address. */
  takesToml?: boolean;
  /** The body is a form with these files; the other fields stand in the address. */
  takesFiles?: readonly string[];
  /** Media type of the answer where it is a file. */
  gives?: string;
};

/** Addresses below a workspace, with what answers to each method there. */
export type Operations = Readonly<
  Record<string, Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>>
>;
