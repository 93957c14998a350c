import { compareVersions } from '#lib/domain/config-check/client-version';
import type { Fleet } from '#lib/domain/clients/fleet';
import type { Certificate } from './certificate';
import { certificateOf, roleOf, type CertificateRun, type CertificateStanding } from './run';

/** What is known of the clients that could be asked. */
export type Known = { fleet: Fleet; atHand: readonly string[]; runs: readonly CertificateRun[] };

/** Every client that matters for files: both ends of the fleet, those at hand, those that were asked; the newest first. */
export function standingsOf({ fleet, atHand, runs }: Known): CertificateStanding[] {
  const clients = new Set([fleet.newest, fleet.oldest, ...atHand, ...runs.map(({ client }) => client)]);
  return [...clients]
    .sort((a, b) => compareVersions(b, a))
    .map((client) => {
      const run = runs.find((one) => one.client === client);
      return {
        client,
        role: roleOf(client, fleet),
        isAtHand: atHand.includes(client),
        state: run?.state ?? 'not_asked',
        reason: run?.reason ?? null,
        certificate: run ? certificateOf(run) : null,
      };
    });
}

/** The certificates that a release froze, as what is known of their clients. */
export const frozenStandings = (certificates: readonly Certificate[], fleet: Fleet): CertificateStanding[] =>
  certificates.map((one) => ({
    ...{ client: one.client, role: roleOf(one.client, fleet), isAtHand: false },
    ...{ state: 'done' as const, reason: null, certificate: one },
  }));

export const certificateWords = ['certified', 'differs', 'running', 'not_certified'] as const;

/** Whether files are certified, in one word; `not_certified` is all that is neither green nor on its way nor other. */
export type CertificateWord = (typeof certificateWords)[number];

/** Whether files are certified by both ends of the fleet. */
export function certificateWord(standings: readonly CertificateStanding[]): CertificateWord {
  const ends = standings.filter(({ role }) => role !== null);
  if (ends.some(({ certificate }) => certificate?.verdict === 'differs')) return 'differs';
  if (standings.some(({ state }) => state === 'queued' || state === 'running')) return 'running';
  const isGreen = ends.every(({ certificate }) => certificate?.verdict === 'as_intended');
  return ends.length > 0 && isGreen ? 'certified' : 'not_certified';
}
