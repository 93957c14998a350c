import 'server-only';
import { z } from 'zod';
import { certificate } from '#lib/domain/certificates/certificate';
import {
  author,
  releaseException,
  versionFile,
  type Approval,
  type ConfigVersion,
  type Release,
  type VersionFile,
  type WholeVersion,
} from '#lib/domain/config-versions/config-version';
import { keptPolicies } from '#lib/domain/config-policies/policy-files';
import { configFileNames } from '#lib/domain/config/file-sections';
import type { Db } from './db';

type Here = { workspaceId: string };
type One = Here & { number: number };

const by = { byId: z.string(), by: z.string(), at: z.date() };

const versionRow = z.object({
  number: z.number(),
  origin: z.union([z.literal(['draft', 'read_only']), z.number()]),
  sha256: z.string(),
  note: z.string(),
  authors: z.array(author),
  at: z.date(),
  approval: z.object({ ...by, note: z.string(), sha256: z.string() }).nullable(),
  release: z
    .object({
      ...by,
      exceptions: z.array(releaseException),
      // Lists leave them out: a page of versions would carry every result of each.
      certificates: z.array(certificate).default([]),
    })
    .nullable(),
});

const wholeRow = versionRow.extend({ files: z.array(versionFile) });

const beside = { approval: true, release: true } as const;
const briefly = { approval: true, release: { omit: { certificates: true } } } as const;

/** Versions without their files, the newest first; those below `before` where it is given. */
export async function listVersions(
  db: Db,
  { workspaceId, before, limit }: Here & { before?: number | undefined; limit: number },
): Promise<ConfigVersion[]> {
  const rows = await db.configVersion.findMany({
    where: { workspaceId, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
    omit: { files: true },
    include: briefly,
  });
  return z.array(versionRow).parse(rows);
}

/** A version with its files; null where there is none of this number. */
export async function findVersion(db: Db, { workspaceId, number }: One): Promise<WholeVersion | null> {
  const row = await db.configVersion.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    include: beside,
  });
  return row && wholeRow.parse(row);
}

type Content = Here & { sha256: string };

/** The number of the newest version of files with this sum; null where no version holds them. */
export async function findNumberBySum(db: Db, { workspaceId, sha256 }: Content): Promise<number | null> {
  const row = await db.configVersion.findFirst({
    where: { workspaceId, sha256 },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return row?.number ?? null;
}

/** The files with this sum that some version holds; null where none does. */
export async function findFilesBySum(db: Db, content: Content): Promise<readonly VersionFile[] | null> {
  const number = await findNumberBySum(db, content);
  const { workspaceId } = content;
  return number === null ? null : ((await findVersion(db, { workspaceId, number }))?.files ?? null);
}

/** The newest version with its files; null where none was made. */
export async function findNewestVersion(db: Db, { workspaceId }: Here): Promise<WholeVersion | null> {
  const row = await db.configVersion.findFirst({
    where: { workspaceId },
    orderBy: { number: 'desc' },
    include: beside,
  });
  return row && wholeRow.parse(row);
}

/** The version released last, with its files; of those released before `before` where it is given. */
export async function findReleased(
  db: Db,
  { workspaceId, before }: Here & { before?: Date },
): Promise<WholeVersion | null> {
  const row = await db.configVersion.findFirst({
    where: { workspaceId, release: before ? { at: { lt: before } } : { isNot: null } },
    orderBy: [{ release: { at: 'desc' } }, { number: 'desc' }],
    include: beside,
  });
  return row && wholeRow.parse(row);
}

/** A version of the draft that others looked at, or that was put in force: when it was kept, and which policies it holds. */
type Reviewed = { at: Date; policyIds: readonly string[] };

/** The newest version that was made of the draft and was approved or released; null where none was. */
export async function findReviewed(db: Db, { workspaceId }: Here): Promise<Reviewed | null> {
  const row = await db.configVersion.findFirst({
    where: {
      workspaceId,
      origin: { equals: 'draft' },
      OR: [{ approval: { isNot: null } }, { release: { isNot: null } }],
    },
    orderBy: { number: 'desc' },
    select: { at: true, files: true },
  });
  if (!row) return null;
  const policies = keptPolicies(z.array(versionFile).parse(row.files));
  return { at: row.at, policyIds: policies.map(({ id }) => id) };
}

/** Adds a version, for good. */
export async function appendVersion(
  db: Db,
  { workspaceId, files, authors, ...version }: Here & WholeVersion,
): Promise<void> {
  const { number, origin, sha256, note, at } = version;
  await db.configVersion.create({
    data: {
      ...{ workspaceId, number, origin, sha256, note, at },
      files: files.map((file) => ({ ...file })),
      authors: authors.map((one) => ({ ...one })),
    },
    select: { number: true },
  });
}

/** Notes who approved a version. */
export async function saveApproval(db: Db, approval: One & Approval): Promise<void> {
  await db.configApproval.create({ data: approval });
}

/** Removes the approval of a version; the audit log keeps it. */
export async function removeApproval(db: Db, { workspaceId, number }: One): Promise<void> {
  await db.configApproval.deleteMany({ where: { workspaceId, number } });
}

/** Notes that a version was released, for good. */
export async function appendRelease(
  db: Db,
  { exceptions, certificates, ...release }: One & Release,
): Promise<void> {
  const frozen = certificates.map((one) => ({ ...one, at: one.at.toISOString() }));
  await db.configRelease.create({
    data: { ...release, exceptions: exceptions.map((one) => ({ ...one })), certificates: frozen },
  });
}

/** What the audit log calls the parts that the draft is made of, besides the policies. */
const draftSubjects = [
  ...['configuration:baseline', 'login_restriction:local', 'team_config:files'],
  ...configFileNames.map((file) => `config_text:${file}`),
];

const policySubject = 'config_policy:';

const actorRow = z.object({ actorId: z.string(), actorName: z.string() });

type Written = Here & {
  /** What others looked at last; null where nobody ever did. */
  reviewed: Reviewed | null;
  /** Policies that there are now. */
  policyIds: readonly string[];
};

/**
 * Members who changed what the draft is made of, or a policy, its groups or its place, since others looked at it; all
 * who ever did where nobody has. Of a policy that others have not seen, in a version that holds it, everybody counts
 * who ever wrote it.
 */
export async function listDraftAuthors(
  db: Db,
  { workspaceId, reviewed, policyIds }: Written,
): Promise<ConfigVersion['authors']> {
  const unseen = policyIds.filter((id) => !reviewed?.policyIds.includes(id)).map((id) => policySubject + id);
  const rows = await db.auditEvent.findMany({
    where: {
      workspaceId,
      OR: [
        {
          OR: [{ subject: { in: draftSubjects } }, { subject: { startsWith: policySubject } }],
          ...(reviewed ? { at: { gte: reviewed.at } } : {}),
        },
        { subject: { in: unseen } },
      ],
    },
    distinct: ['actorId'],
    orderBy: { sequence: 'asc' },
    select: { actorId: true, actorName: true },
  });
  return z
    .array(actorRow)
    .parse(rows)
    .map(({ actorId, actorName }) => ({ id: actorId, name: actorName }));
}
