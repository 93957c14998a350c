import { z } from 'zod';
import { publicationSources } from './egress';

/** The allow list as doors hand it out. */
export const allowListView = z.object({
  cidrs: z.array(z.string()),
  version: z.int(),
  changedAt: z.date().nullable(),
  changedBy: z.string().nullable(),
});

/** A published file as doors hand it out. */
export const publicationView = z.object({
  count: z.int(),
  publishedAt: z.date().nullable(),
  readAt: z.date(),
  source: z.enum(publicationSources),
  sha256: z.string(),
  by: z.string(),
});

/** The daily read as doors hand it out. */
export const egressFetchView = z.object({
  isOn: z.boolean(),
  url: z.string(),
  version: z.int(),
  changedAt: z.date().nullable(),
  changedBy: z.string().nullable(),
  triedAt: z.date().nullable(),
  failure: z.string().nullable(),
});

/** The difference of the two lists as doors hand it out; both times are null while no file was read. */
export const driftView = z.object({
  missing: z.array(z.string()),
  surplus: z.array(z.string()),
  publishedAt: z.date().nullable(),
  readAt: z.date().nullable(),
});

const pick = <T extends object>(shape: z.ZodType<T>, value: T): T => shape.parse(value);

/** Of an allow list, what doors hand out. */
export const toAllowListView = (list: z.input<typeof allowListView>) => pick(allowListView, list);

/** Of a published file, what doors hand out. */
export const toPublicationView = (file: z.input<typeof publicationView>) => pick(publicationView, file);
