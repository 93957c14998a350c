import 'server-only';
import { z } from 'zod';
import type { Drift } from '#lib/domain/egress/compare-ranges';
import {
  driftSizes,
  noEgress,
  publicationSources,
  type Egress,
  type PublicationSource,
  type RangesDigest,
} from '#lib/domain/egress/egress';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

type OfWorkspace = { workspaceId: string };

const cidrs = z.array(z.string());
const digested = { count: z.number(), digest: z.string() };

/** An allow list as stored, with its drift from the newest published file. */
const allowListRow = z.object({
  cidrs,
  ...digested,
  version: z.number(),
  changedAt: z.date(),
  changedBy: z.string(),
  missing: cidrs.nullable(),
  surplus: cidrs.nullable(),
});

/** What the company's allow list holds; version 0 until it was written. */
export type AllowList = RangesDigest & {
  cidrs: string[];
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
  /** From the newest published file; null while there is none. */
  drift: Drift | null;
};

/** What stands in the place of an allow list that was never written. */
export const neverAllowed: AllowList = {
  cidrs: [],
  count: 0,
  digest: '',
  version: 0,
  changedAt: null,
  changedBy: null,
  drift: null,
};

/** A published file that was read whole. */
export type Publication = RangesDigest & {
  publishedAt: Date | null;
  readAt: Date;
  source: PublicationSource;
  sha256: string;
  by: string;
};

const publicationRow = z.object({
  ...digested,
  publishedAt: z.date().nullable(),
  readAt: z.date(),
  source: z.enum(publicationSources),
  sha256: z.string(),
  by: z.string(),
});

const publicationColumns = {
  count: true,
  digest: true,
  publishedAt: true,
  readAt: true,
  source: true,
  sha256: true,
  by: true,
} as const;

const newestFirst = { id: 'desc' } as const;

/** What the states of egress tasks follow from. */
export const egressPart = onePart(
  Prisma.sql`
    select
      (select to_json(a) from (
        select "version", "count", "digest",
          jsonb_array_length("missing") as "missing", jsonb_array_length("surplus") as "surplus"
        from "EgressAllowList" where "workspaceId" = w.id
      ) a) as "allowList",
      (select to_json(p) from (
        select "count", "digest", "publishedAt", "readAt"
        from "EgressPublication" where "workspaceId" = w.id order by "id" desc limit 1
      ) p) as "publication"`,
  z.object({
    allowList: z
      .object({
        ...digested,
        version: z.number(),
        missing: z.number().nullable(),
        surplus: z.number().nullable(),
      })
      .nullable(),
    publication: z
      .object({ ...digested, publishedAt: z.coerce.date().nullable(), readAt: z.coerce.date() })
      .nullable(),
  }),
);

/** The facts out of what `egressPart` reads. */
export function toEgress({ allowList, publication }: z.output<typeof egressPart.row>): Egress {
  if (!allowList) return { ...noEgress, publication };
  const { version, missing, surplus, ...list } = allowList;
  const drift = missing === null || surplus === null ? null : { missing, surplus };
  return { allowList: { version, list }, publication, drift };
}

/** The allow list of a workspace. */
export async function findAllowList(db: Db, { workspaceId }: OfWorkspace): Promise<AllowList> {
  const row = await db.egressAllowList.findUnique({ where: { workspaceId } });
  if (!row) return neverAllowed;
  const { missing, surplus, ...list } = allowListRow.parse(row);
  return { ...list, drift: missing && surplus && { missing, surplus } };
}

const driftColumns = (drift: Drift | null) => ({
  missing: drift?.missing ?? Prisma.DbNull,
  surplus: drift?.surplus ?? Prisma.DbNull,
});

/** Stores the allow list in the place of the one before. */
export async function saveAllowList(
  db: Db,
  { workspaceId, drift, ...list }: OfWorkspace & AllowList & { changedAt: Date; changedBy: string },
): Promise<void> {
  const row = { ...list, ...driftColumns(drift) };
  await db.egressAllowList.upsert({
    where: { workspaceId },
    create: { workspaceId, ...row },
    update: row,
  });
}

/** Stores how far the allow list is from a newer published file. */
export async function saveDrift(
  db: Db,
  { workspaceId, drift }: OfWorkspace & { drift: Drift },
): Promise<void> {
  await db.egressAllowList.updateMany({ where: { workspaceId }, data: driftColumns(drift) });
}

/** The newest published file of a workspace with its ranges, or null. */
export async function findPublication(
  db: Db,
  { workspaceId }: OfWorkspace,
): Promise<(Publication & { cidrs: string[] }) | null> {
  const row = await db.egressPublication.findFirst({ where: { workspaceId }, orderBy: newestFirst });
  return row ? publicationRow.extend({ cidrs }).parse(row) : null;
}

/** The last `count` published files of a workspace, newest first, without their ranges. */
export async function listPublications(
  db: Db,
  { workspaceId, count }: OfWorkspace & { count: number },
): Promise<Publication[]> {
  const rows = await db.egressPublication.findMany({
    where: { workspaceId },
    orderBy: newestFirst,
    take: count,
    select: publicationColumns,
  });
  return z.array(publicationRow).parse(rows);
}

/** Adds a published file; earlier ones stay. */
export async function appendPublication(
  db: Db,
  publication: OfWorkspace & Publication & { cidrs: string[] },
): Promise<void> {
  await db.egressPublication.create({ data: publication });
}

/** The facts that follow from both lists as they are written. */
export const egressOf = (allowList: AllowList, publication: Publication | null): Egress => ({
  allowList: {
    version: allowList.version,
    list: allowList.version === 0 ? null : { count: allowList.count, digest: allowList.digest },
  },
  publication: publication && {
    count: publication.count,
    digest: publication.digest,
    publishedAt: publication.publishedAt,
    readAt: publication.readAt,
  },
  drift: driftSizes(allowList.drift),
});
