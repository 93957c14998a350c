import 'server-only';
import { z } from 'zod';
import { listCertificates } from '#lib/data/certificates';
import { findFleet, listReadyClients } from '#lib/data/clients';
import { findVersion } from '#lib/data/config-versions';
import type { Db } from '#lib/data/db';
import { sha256 } from '#lib/data/sha256';
import { findVersionSource } from '#lib/data/version-source';
import { canonicalJson } from '#lib/domain/audit/chain';
import { certificateStanding, type CertificateStanding } from '#lib/domain/certificates/run';
import {
  certificateWord,
  certificateWords,
  frozenStandings,
  standingsOf,
} from '#lib/domain/certificates/standings';
import { fleet } from '#lib/domain/clients/fleet';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import { defineQuery } from './define-query';

const number = z.coerce.number().int().min(1).max(1_000_000);

const output = z.object({
  /** Over the files, as a version keeps them. */
  sha256: z.string(),
  word: z.enum(certificateWords),
  fleet,
  /** Whether any client is at hand to be asked. */
  hasClient: z.boolean(),
  certificates: z.array(certificateStanding),
});

/**
 * What clients make of the files of a version: both ends of the fleet, every client at hand, and those that were asked.
 * Of a release, what it froze.
 */
export const readCertificates = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ number }),
  output,
  async run({ ctx: { workspaceId }, db, input }) {
    const version = await findVersion(db, { workspaceId, ...input });
    if (!version) return null;
    const { release, sha256: sum } = version;
    const known = await standingOf(db, { workspaceId, sha256: sum });
    return release
      ? told({ ...known, certificates: frozenStandings(release.certificates, known.fleet) })
      : told(known);
  },
});

/** What clients make of the draft, as a version of it would be; null until a baseline was chosen. */
export const readDraftCertificates = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output,
  async run({ ctx: { workspaceId }, db }) {
    const source = await findVersionSource(db, { workspaceId });
    if (!source) return null;
    const sum = sha256(canonicalJson(versionFiles(source, sha256)));
    return told(await standingOf(db, { workspaceId, sha256: sum }));
  },
});

const told = <T extends { certificates: CertificateStanding[] }>(known: T) => ({
  ...known,
  word: certificateWord(known.certificates),
});

async function standingOf(db: Db, content: { workspaceId: string; sha256: string }) {
  const [fleetOf, atHand, runs] = await Promise.all([
    findFleet(db, content),
    listReadyClients(db, content),
    listCertificates(db, content),
  ]);
  const certificates = standingsOf({ fleet: fleetOf, atHand, runs });
  return { sha256: content.sha256, fleet: fleetOf, hasClient: atHand.length > 0, certificates };
}
