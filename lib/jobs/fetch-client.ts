import 'server-only';
import { z } from 'zod';
import { fetchClient } from '#lib/adapters/codex-client/client-cache';
import { clearClients, openPart, removePart } from '#lib/adapters/codex-client/client-folder';
import {
  beginFetch,
  endFetch,
  failFetch,
  listBinaries,
  noteFetchStep,
} from '#lib/commands/clients/run-fetch';
import { clientSteps } from '#lib/domain/clients/client';
import type { Context } from '#lib/domain/context';
import type { JobRun } from './job';
import { systemJobContext } from './job-context';

const payload = z.object({ workspaceId: z.uuid(), version: z.string() });

const maxAttempts = 3;
const triedOften = `It was begun ${String(maxAttempts)} times and never ended.`;

/**
 * Fetches a version of the client that somebody asked for, with npm and from the registry npm is set up with. Done twice,
 * the second finds nothing to do. What a killed try left behind goes with the next `clearClients`.
 */
export async function runFetchClient(raw: unknown, run: JobRun): Promise<void> {
  const { workspaceId, version } = payload.parse(raw);
  const ctx = systemJobContext(run, workspaceId);
  const begun = await beginFetch(ctx, { version });
  if (!begun.ok || !begun.value) return;
  if (begun.value.attempts > maxAttempts) {
    await failFetch(ctx, { version, reason: triedOften });
    return;
  }
  const part = await openPart(run.dataDir);
  try {
    const fetched = await fetchClient(run.dataDir, part, version, (step) =>
      goOn(ctx, version, clientSteps[step]),
    );
    if (fetched.ok) await endFetch(ctx, fetched.value);
    else await failFetch(ctx, { version, reason: fetched.error.message.slice(0, 1000) });
  } finally {
    await removePart(part);
  }
}

async function goOn(ctx: Context, version: string, step: number): Promise<boolean> {
  const noted = await noteFetchStep(ctx, { version, step });
  return noted.ok && noted.value;
}

/** Removes binaries that no workspace has a client of any more, and what killed work left behind. */
export async function clearOldClients(_: unknown, run: JobRun): Promise<void> {
  const used = await listBinaries(systemJobContext(run), {});
  if (used.ok) await clearClients(run.dataDir, used.value);
}
