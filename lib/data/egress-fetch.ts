import 'server-only';
import { z } from 'zod';
import { defaultEgressUrl } from '#lib/catalog/egress-sources';
import {
  neverFetched,
  unfinishedTry,
  type DueBefore,
  type EgressFetch,
} from '#lib/domain/egress/egress-fetch';
import type { Db } from './db';

type OfWorkspace = { workspaceId: string };

const fetchRow = z.object({
  isOn: z.boolean(),
  url: z.string(),
  version: z.number(),
  changedAt: z.date(),
  changedBy: z.string(),
  triedAt: z.date().nullable(),
  failure: z.string().nullable(),
});

/** Whether the published file of a workspace is fetched daily; off until somebody turned it on. */
export async function findEgressFetch(db: Db, { workspaceId }: OfWorkspace): Promise<EgressFetch> {
  const row = await db.egressFetch.findUnique({ where: { workspaceId } });
  return row ? fetchRow.parse(row) : neverFetched(defaultEgressUrl);
}

/** Stores the switch. */
export async function saveEgressFetch(
  db: Db,
  { workspaceId, ...fetch }: OfWorkspace & EgressFetch & { changedAt: Date; changedBy: string },
): Promise<void> {
  await db.egressFetch.upsert({
    where: { workspaceId },
    create: { workspaceId, ...fetch },
    update: fetch,
  });
}

/** Notes how a try ended; a workspace whose switch was never moved has none. */
export async function saveTry(
  db: Db,
  { workspaceId, triedAt, failure }: OfWorkspace & { triedAt: Date; failure: string | null },
): Promise<void> {
  await db.egressFetch.updateMany({ where: { workspaceId }, data: { triedAt, failure } });
}

/**
 * Begins the tries that are due, of every workspace whose switch is on, and gives what to read for whom.
 *
 * What one caller has begun no other gets: two that ask at once do not both fetch.
 */
export async function claimDueFetches(
  db: Db,
  { now, due }: { now: Date; due: DueBefore },
): Promise<{ workspaceId: string; url: string }[]> {
  const rows: unknown = await db.$queryRaw`
    update "EgressFetch" set "triedAt" = ${now}, "failure" = ${unfinishedTry}
    where "isOn" and case
      when "triedAt" is null then "changedAt" <= ${due.afterFailure}
      when "failure" is null then "triedAt" <= ${due.afterSuccess}
      else "triedAt" <= ${due.afterFailure}
    end
    returning "workspaceId"::text, "url"`;
  return z.array(z.object({ workspaceId: z.string(), url: z.string() })).parse(rows);
}

/** Begins a try of one workspace, due or not; null while its switch is off. */
export async function claimFetch(
  db: Db,
  { workspaceId, now }: OfWorkspace & { now: Date },
): Promise<{ workspaceId: string; url: string } | null> {
  const where = { workspaceId, isOn: true };
  const { count } = await db.egressFetch.updateMany({
    where,
    data: { triedAt: now, failure: unfinishedTry },
  });
  const row = count === 0 ? null : await db.egressFetch.findFirst({ where });
  return row && { workspaceId, url: row.url };
}
