import { z } from 'zod';
import { certificate } from '#lib/domain/certificates/certificate';
import { author, releaseException, type ConfigVersion } from './config-version';

const by = { by: z.string(), at: z.date() };

/** A version as doors hand it out, without its files. */
export const versionView = z.object({
  number: z.int(),
  origin: z.union([z.enum(['draft', 'read_only']), z.int()]),
  sha256: z.string(),
  note: z.string(),
  authors: z.array(author),
  at: z.date(),
  approval: z.object({ ...by, note: z.string(), sha256: z.string() }).nullable(),
  release: z
    .object({
      ...by,
      exceptions: z.array(releaseException),
      /** Without what became of each key; empty in lists of versions. */
      certificates: z.array(certificate.omit({ results: true })),
    })
    .nullable(),
});

/** A version as doors hand it out, without its files. */
export type VersionView = z.output<typeof versionView>;

/** The view of a version. */
export function toVersionView({ approval, release, ...version }: ConfigVersion): VersionView {
  const { number, origin, sha256, note, authors, at } = version;
  return {
    ...{ number, origin, sha256, note, at },
    authors: [...authors],
    approval: approval && { by: approval.by, at: approval.at, note: approval.note, sha256: approval.sha256 },
    release: release && {
      ...{ by: release.by, at: release.at, exceptions: [...release.exceptions] },
      certificates: release.certificates.map(({ results: _, ...one }) => one),
    },
  };
}
