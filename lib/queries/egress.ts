import 'server-only';
import { z } from 'zod';
import type { Db } from '#lib/data/db';
import { findEgressFetch } from '#lib/data/egress-fetch';
import {
  findAllowList,
  findPublication,
  listPublications,
  type AllowList,
  type Publication,
} from '#lib/data/egress-lists';
import { fewestBlocks, noDrift, type Drift } from '#lib/domain/egress/compare-ranges';
import type { EgressFetch } from '#lib/domain/egress/egress-fetch';
import {
  allowListView,
  driftView,
  egressFetchView,
  publicationView,
  toAllowListView,
  toPublicationView,
} from '#lib/domain/egress/egress-views';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

const nothing = z.strictObject({});
const historyLength = 10;

/** What the company's allow list holds; version 0 and no ranges until it was written. */
export const readAllowListNow = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: allowListView,
  run: async ({ ctx, db }) => toAllowListView(await findAllowList(db, ctx)),
});

/** The newest published file with its ranges; not found until one was read. */
export const readPublished = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: publicationView.extend({ cidrs: z.array(z.string()) }),
  async run({ ctx, db }) {
    const publication = await findPublication(db, ctx);
    return publication && { ...toPublicationView(publication), cidrs: publication.cidrs };
  },
});

/** Drift as it is told: without an allow list all that is published is missing. */
async function driftNow(db: Db, allowList: AllowList, workspaceId: string): Promise<Drift> {
  if (allowList.version > 0) return allowList.drift ?? noDrift;
  const publication = await findPublication(db, { workspaceId });
  return publication ? { missing: fewestBlocks(publication.cidrs), surplus: [] } : noDrift;
}

/** What the allow list lacks of the published ranges and what it holds beyond them, as the fewest blocks. */
export const readDrift = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: driftView,
  async run({ ctx, db }) {
    const allowList = await findAllowList(db, ctx);
    const [newest] = await listPublications(db, { ...ctx, count: 1 });
    const drift = await driftNow(db, allowList, ctx.workspaceId);
    return { ...drift, publishedAt: newest?.publishedAt ?? null, readAt: newest?.readAt ?? null };
  },
});

/** Whether the published file is fetched daily, and how the last try went. */
export const readEgressFetch = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: egressFetchView,
  run: ({ ctx, db }) => findEgressFetch(db, ctx),
});

/** The list to allow: what is published, as the fewest blocks, one a line. Not found until a file was read. */
export const readWantedAllowList = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: z.object({ name: z.string(), text: z.string(), sha256: z.string() }),
  async run({ ctx, db }) {
    const publication = await findPublication(db, ctx);
    if (!publication) return null;
    const text = fewestBlocks(publication.cidrs)
      .map((cidr) => `${cidr}\n`)
      .join('');
    return { name: 'codex-egress-ranges.txt', text, sha256: sha256(text) };
  },
});

/** All that the egress panel shows. */
export type EgressBoard = {
  allowList: AllowList;
  /** The last published files that were read whole, newest first. */
  publications: readonly Publication[];
  drift: Drift;
  fetch: EgressFetch;
};

/** The egress ranges as the panel needs them. */
export const readEgressBoard = defineQuery({
  capability: 'rollout.read',
  input: nothing,
  output: z.custom<EgressBoard>(),
  async run({ ctx, db }) {
    const [allowList, publications, fetch] = await Promise.all([
      findAllowList(db, ctx),
      listPublications(db, { ...ctx, count: historyLength }),
      findEgressFetch(db, ctx),
    ]);
    return { allowList, publications, fetch, drift: await driftNow(db, allowList, ctx.workspaceId) };
  },
});
