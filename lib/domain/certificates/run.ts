import { z } from 'zod';
import type { Fleet } from '#lib/domain/clients/fleet';
import { certificate, clientVersion, keyResult, runStates, verdictOf, type Certificate } from './certificate';

/** The asking of one client about files, as it is stored. */
export const certificateRun = z.object({
  sha256: z.string(),
  client: clientVersion,
  state: z.enum(runStates),
  attempts: z.int(),
  clientSha256: z.string().nullable(),
  results: z.array(keyResult).nullable(),
  reason: z.string().nullable(),
  uploadedBy: z.string().nullable(),
  by: z.string(),
  at: z.date(),
  endedAt: z.date().nullable(),
});

/** The asking of one client about files. */
export type CertificateRun = z.output<typeof certificateRun>;

/** The certificate that an asking ended with; null where it did not end, or not with an answer. */
export function certificateOf(run: CertificateRun): Certificate | null {
  const { state, client, clientSha256, results, endedAt, uploadedBy } = run;
  if (state !== 'done' || !results || !clientSha256 || !endedAt) return null;
  return { client, clientSha256, at: endedAt, verdict: verdictOf(results), uploadedBy, results };
}

/** Which end of the fleet a client is. */
export const fleetRoles = ['oldest', 'newest', 'both'] as const;

/** How one client stands to files: asked or not, and what it said. */
export const certificateStanding = z.object({
  client: z.string(),
  /** Which end of the fleet it is; null for any other. */
  role: z.enum(fleetRoles).nullable(),
  /** Whether this server can ask it. */
  isAtHand: z.boolean(),
  state: z.enum(['not_asked', ...runStates]),
  reason: z.string().nullable(),
  certificate: certificate.nullable(),
});

/** How one client stands to files. */
export type CertificateStanding = z.output<typeof certificateStanding>;

/** Which end of the fleet a client is; null where it is neither. */
export function roleOf(client: string, { oldest, newest }: Fleet): CertificateStanding['role'] {
  if (client === oldest) return client === newest ? 'both' : 'oldest';
  return client === newest ? 'newest' : null;
}

/** Whether both ends of the fleet take the files as they are meant. */
export const isCertified = (
  certificates: readonly Pick<Certificate, 'client' | 'verdict'>[],
  { oldest, newest }: Omit<Fleet, 'version'>,
): boolean =>
  [oldest, newest].every((end) =>
    certificates.some(({ client, verdict }) => client === end && verdict === 'as_intended'),
  );
