import 'server-only';
import { z } from 'zod';
import { egressUrls } from '#lib/catalog/egress-sources';
import { fetchEgressList, type EgressListWays } from '#lib/adapters/egress-list';
import { claimDueEgressFetches, claimEgressFetch } from '#lib/commands/egress/claim-egress-fetches';
import { noteFetchFailure } from '#lib/commands/egress/note-fetch-failure';
import { recordPublication } from '#lib/commands/egress/record-publication';
import { err } from '#lib/domain/result';
import { systemJobContext } from './job-context';
import type { JobRun } from './job';

const payload = z.object({ workspaceId: z.uuid().optional() });

/**
 * Reads the published file for one workspace that asked, or for every one whose daily read is due.
 *
 * Each file is fetched once, whoever wants it. A file that cannot be fetched or used is noted with its reason;
 * the allow list and the last usable file stay as they are. What fails for one workspace keeps no other from
 * its read, and is thrown at the end. Tried twice, it finds nothing due the second time.
 */
export async function fetchEgress(raw: unknown, run: JobRun, ways: EgressListWays = {}): Promise<void> {
  const { workspaceId } = payload.parse(raw ?? {});
  const nowhere = systemJobContext(run, workspaceId);
  const claimed =
    workspaceId === undefined
      ? await claimDueEgressFetches(nowhere, {})
      : await claimEgressFetch(nowhere, { workspaceId });
  if (!claimed.ok) return;

  const files = new Map<string, File>();
  const failures: unknown[] = [];
  for (const { workspaceId: reader, url } of claimed.value) {
    const file = files.get(url) ?? (await fetchFile(url, ways));
    files.set(url, file);
    await takeIn(file, systemJobContext(run, reader)).catch((thrown: unknown) => failures.push(thrown));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Published ranges could not be taken in.');
}

type File = Awaited<ReturnType<typeof fetchFile>>;

async function fetchFile(url: string, ways: EgressListWays) {
  if (egressUrls.some((known) => known === url)) return fetchEgressList(url, ways);
  return err({ code: 'unknown_address', message: 'This address is no longer one of the vendor’s files.' });
}

async function takeIn(file: File, ctx: ReturnType<typeof systemJobContext>): Promise<void> {
  const recorded = file.ok ? await recordPublication(ctx, { text: file.value }) : file;
  if (!recorded.ok) await noteFetchFailure(ctx, { failure: recorded.error.message.slice(0, 500) });
}
