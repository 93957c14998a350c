import 'server-only';
import { z } from 'zod';
import { certifyFiles } from '#lib/adapters/codex-client/certify-files';
import { keptBinary, worldsIn } from '#lib/adapters/codex-client/client-folder';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import {
  beginCertificate,
  endCertificateRun,
  failCertificate,
} from '#lib/commands/certificates/run-certificate';
import { judgeAll } from '#lib/domain/certificates/judge';
import type { JobRun } from './job';
import { systemJobContext } from './job-context';

const payload = z.object({ workspaceId: z.uuid(), sha256: z.string(), client: z.string() });

const maxAttempts = 3;
const triedOften = `It was begun ${String(maxAttempts)} times and never ended.`;

/**
 * Asks one client what it makes of files that were saved, and keeps what it said. Files that have been replaced
 * meanwhile, and clients that were removed, are passed over. Done twice, the second finds nothing to do.
 */
export async function certify(raw: unknown, run: JobRun): Promise<void> {
  const { workspaceId, ...one } = payload.parse(raw);
  const ctx = systemJobContext(run, workspaceId);
  const begun = await beginCertificate(ctx, one);
  if (!begun.ok || !begun.value) return;
  const { files, clientSha256, attempts } = begun.value;
  if (attempts > maxAttempts) {
    await failCertificate(ctx, { ...one, reason: triedOften });
    return;
  }
  const binary = keptBinary(run.dataDir, clientSha256);
  const asked = binary
    ? await certifyFiles({ binary, worlds: worldsIn(run.dataDir) }, files)
    : {
        ok: false as const,
        error: { message: 'Its binary is not on this server. Remove it and fetch it again.' },
      };
  if (!asked.ok) {
    await failCertificate(ctx, { ...one, reason: asked.error.message.slice(0, 1000) });
    return;
  }
  const judging = { client: one.client, newest: newestClient };
  const results = judgeAll(files, asked.value, judging, keyCatalogue);
  await endCertificateRun(ctx, { ...one, clientSha256, results });
}
