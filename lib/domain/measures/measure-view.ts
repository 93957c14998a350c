import { z } from 'zod';
import { directions } from './measure';

/** A measure with its newest value, as doors hand it out. */
export const measureView = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(directions),
  target: z.number(),
  source: z.string(),
  retiredAt: z.date().nullable(),
  current: z.object({ value: z.number(), on: z.iso.date() }).nullable(),
  version: z.int(),
});
