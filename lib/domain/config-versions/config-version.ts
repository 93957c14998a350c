import { z } from 'zod';
import type { Certificate } from '#lib/domain/certificates/certificate';

/** One file of a version: its path, and its text as it is written as UTF-8. */
export const versionFile = z.object({ path: z.string(), text: z.string() });

/** One file of a version: its path, and its text as it is written as UTF-8. */
export type VersionFile = z.output<typeof versionFile>;

/** A member, as a version names them for good. */
export const author = z.object({ id: z.string(), name: z.string() });

/** What may stand in for something a release needs, by the reason somebody gave. */
export const exceptionKinds = ['sole_member', 'not_certified'] as const;

export const releaseException = z.object({ kind: z.enum(exceptionKinds), reason: z.string() });

/** What a release did without, and why. */
export type ReleaseException = z.output<typeof releaseException>;

/** Somebody's yes to the bytes of a version. */
export type Approval = { byId: string; by: string; at: Date; note: string; sha256: string };

/** That a version was released: its bytes are the ones machines are to have. */
export type Release = {
  byId: string;
  by: string;
  at: Date;
  exceptions: readonly ReleaseException[];
  /** What clients had made of its files by then; left out of lists of versions. */
  certificates: readonly Certificate[];
};

/** What a version was made of: the draft, the read-only preset for an emergency, or an older version's number. */
export type VersionOrigin = 'draft' | 'read_only' | number;

/** The configuration as it was at one moment, for good: its files never change. */
export type ConfigVersion = {
  number: number;
  origin: VersionOrigin;
  /** SHA-256 over the files as canonical JSON, in hex: the same content has the same. */
  sha256: string;
  note: string;
  /** Whoever saved it, and whoever wrote what is in it and was looked at by nobody else. */
  authors: readonly z.output<typeof author>[];
  at: Date;
  approval: Approval | null;
  release: Release | null;
};

/** A version with its files. */
export type WholeVersion = ConfigVersion & { files: readonly VersionFile[] };

/** Where a version is on its way to the machines. */
export type VersionState = 'made' | 'approved' | 'released' | 'superseded';

type Standing = { number: number; approval: unknown; release: unknown };

/** Where a version is; `current` is the number of the version that was released last. */
export function versionState({ number, approval, release }: Standing, current: number | null): VersionState {
  if (release) return number === current ? 'released' : 'superseded';
  return approval ? 'approved' : 'made';
}
