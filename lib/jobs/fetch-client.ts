import 'server-only';
import { z } from 'zod';
import { clearClients, keepClient, openPart, removePart } from '#lib/adapters/codex-client/client-folder';
import { askForPackage, fetchPackage } from '#lib/adapters/codex-client/fetch-package';
import {
  beginFetch,
  endFetch,
  failFetch,
  listBinaries,
  noteFetchStep,
} from '#lib/commands/clients/run-fetch';
import { clientSteps, type FoundClient } from '#lib/domain/clients/client';
import type { Context } from '#lib/domain/context';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
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
    const fetched = await fetchInto(ctx, { version, part, dataDir: run.dataDir });
    if (fetched.ok) await endFetch(ctx, fetched.value);
    else await failFetch(ctx, { version, reason: fetched.error.message.slice(0, 1000) });
  } finally {
    await removePart(part);
  }
}

type Fetching = { version: string; part: string; dataDir: string };

async function fetchInto(
  ctx: Context,
  { version, part, dataDir }: Fetching,
): Promise<Result<FoundClient, DomainError>> {
  const known = await askForPackage(version, part);
  if (!known.ok) return known;
  if (!(await goOn(ctx, version, clientSteps.fetching))) return err(givenUp);
  const fetched = await fetchPackage(version, part);
  if (!fetched.ok) return fetched;
  if (!(await goOn(ctx, version, clientSteps.unpacking))) return err(givenUp);
  const kept = await keepClient(dataDir, part, fetched.value);
  if (!kept.ok) return kept;
  const { integrity } = kept.value;
  if (integrity !== known.value) return err(otherBytes);
  if (kept.value.version !== version) {
    return err({ code: 'other_version', message: `The package holds the client ${kept.value.version}.` });
  }
  return ok(kept.value);
}

const givenUp = { code: 'cancelled', message: 'It was given up.' };
const otherBytes = {
  code: 'other_bytes',
  message: 'The package is not the one that npm describes: its SHA-512 differs.',
};

async function goOn(ctx: Context, version: string, step: number): Promise<boolean> {
  const noted = await noteFetchStep(ctx, { version, step });
  return noted.ok && noted.value;
}

/** Removes binaries that no workspace has a client of any more, and what killed work left behind. */
export async function clearOldClients(_: unknown, run: JobRun): Promise<void> {
  const used = await listBinaries(systemJobContext(run), {});
  if (used.ok) await clearClients(run.dataDir, used.value);
}
