import { z } from 'zod';
import { clientVersion } from '#lib/domain/certificates/certificate';

export const clientStates = ['queued', 'running', 'ready', 'failed'] as const;

/** Where a client came from: npm, or a package that somebody brought. */
export const clientSources = ['npm', 'upload'] as const;

/** What was found in a client's package. */
export const foundClient = z.strictObject({
  version: clientVersion,
  /** SHA-512 of the package, as npm writes it. */
  integrity: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
  /** SHA-256 of the binary, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Size of the binary. */
  bytes: z.int().min(1),
});

/** What was found in a client's package. */
export type FoundClient = z.output<typeof foundClient>;

/** A version of the client that configurations can be certified with, or that is on its way. */
export const storedClient = z.object({
  version: z.string(),
  source: z.enum(clientSources),
  state: z.enum(clientStates),
  step: z.int(),
  attempts: z.int(),
  reason: z.string().nullable(),
  integrity: z.string().nullable(),
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  byId: z.string(),
  by: z.string(),
  at: z.date(),
  endedAt: z.date().nullable(),
});

/** A version of the client that configurations can be certified with, or that is on its way. */
export type StoredClient = z.output<typeof storedClient>;

const stepWords = [
  'Waiting for its turn',
  'Asking npm for the package',
  'Fetching the package',
  'Checking and unpacking it',
] as const;

/** Steps of fetching a client, by what they do. */
export const clientSteps = { waiting: 0, asking: 1, fetching: 2, unpacking: 3 } as const;

/** A client as doors hand it out. */
export const clientView = storedClient.omit({ step: true, attempts: true, byId: true }).extend({
  progress: z.object({ words: z.string(), step: z.int(), of: z.int() }).nullable(),
});

/** A client as doors hand it out. */
export type ClientView = z.output<typeof clientView>;

/** The view of a client; progress only while it is on its way. */
export function toClientView({ step, attempts: _, byId: __, ...client }: StoredClient): ClientView {
  const isOnItsWay = client.state === 'queued' || client.state === 'running';
  const words = stepWords[step] ?? stepWords[0];
  return { ...client, progress: isOnItsWay ? { words, step, of: stepWords.length } : null };
}
