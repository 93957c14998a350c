import 'server-only';
import { z } from 'zod';
import { listCertificates } from '#lib/data/certificates';
import { findFleet, listReadyClients } from '#lib/data/clients';
import type { Db } from '#lib/data/db';
import { certificateStanding } from '#lib/domain/certificates/run';
import { standingsOf } from '#lib/domain/certificates/standings';
import type { Context } from '#lib/domain/context';

export const certificatesView = z.object({ certificates: z.array(certificateStanding) });

/** Why nothing more is asked about a version. */
export const releasedAlready = {
  code: 'released_already',
  message: 'This version has been released: its certificates stay as they are.',
} as const;

/** How every client that matters stands to files. */
export async function viewCertificates(
  { workspaceId }: Context,
  tx: Db,
  sha256: string,
): Promise<z.output<typeof certificatesView>> {
  const fleet = await findFleet(tx, { workspaceId });
  const atHand = await listReadyClients(tx, { workspaceId });
  const runs = await listCertificates(tx, { workspaceId, sha256 });
  return { certificates: standingsOf({ fleet, atHand, runs }) };
}
