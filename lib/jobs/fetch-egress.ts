import 'server-only';
import { z } from 'zod';
import { egressUrls } from '#lib/catalog/egress-sources';
import { fetchEgressList, type EgressListWays } from '#lib/adapters/egress-list';
import { claimDueEgressFetches, claimEgressFetch } from '#lib/commands/egress/claim-egress-fetches';
import { noteFetchFailure } from '#lib/commands/egress/note-fetch-failure';
import { recordPublication } from '#lib/commands/egress/record-publication';
import { systemJobContext } from './job-context';
import type { JobRun } from './job';

const payload = z.object({ workspaceId: z.uuid().optional() });

type Claimed = { workspaceId: string; url: string };

/**
 * Reads the published file for one workspace that asked, or for every one whose daily read is due.
 *
 * A file that cannot be fetched or used is noted with its reason; the allow list and the last usable file stay
 * as they are. Tried twice, it finds nothing due the second time.
 */
export async function fetchEgress(raw: unknown, run: JobRun, ways: EgressListWays = {}): Promise<void> {
  const { workspaceId } = payload.parse(raw ?? {});
  const nowhere = systemJobContext(run, workspaceId);
  const claimed =
    workspaceId === undefined
      ? await claimDueEgressFetches(nowhere, {})
      : await claimEgressFetch(nowhere, { workspaceId });
  if (!claimed.ok) return;
  for (const one of claimed.value) await readFor(one, run, ways);
}

async function readFor({ workspaceId, url }: Claimed, run: JobRun, ways: EgressListWays): Promise<void> {
  const ctx = systemJobContext(run, workspaceId);
  const fetched = egressUrls.some((known) => known === url)
    ? await fetchEgressList(url, ways)
    : ({ ok: false, error: { message: 'This address is no longer one of the vendor’s files.' } } as const);
  const recorded = fetched.ok ? await recordPublication(ctx, { text: fetched.value }) : fetched;
  if (!recorded.ok) await noteFetchFailure(ctx, { failure: recorded.error.message.slice(0, 500) });
}
