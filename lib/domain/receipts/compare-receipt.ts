import type { System } from '#lib/domain/validation/check';

/** SHA-256 in hex of each file of a release, by its path. */
export type FileSums = ReadonlyMap<string, string>;

/** A release as machines are compared with it. */
export type ReleasedSums = { sha256: string; files: FileSums };

/** Whether a file may be missing on a machine of `os`: it has another way there, or none. */
function mayBeMissing(os: System, path: string): boolean {
  if (os === 'windows') return path === 'managed_config.toml';
  return os === 'macos' && path !== 'requirements.toml' && path !== 'managed_config.toml';
}

type Seen = { os: System; files: Readonly<Record<string, string | null>> };

/** The files of a release that a machine does not have as they were released, in the order of the release. */
export function differingFiles({ os, files }: Seen, release: ReleasedSums): string[] {
  return [...release.files].flatMap(([path, sum]) => {
    const found = Object.hasOwn(files, path) ? (files[path] ?? null) : null;
    const agrees = found === null ? mayBeMissing(os, path) : found === sum;
    return agrees ? [] : [path];
  });
}

/** What a machine has: the content of a release, or that of none and where it differs from the one it looked for. */
export type Held = { holds: string | null; differing: string[] };

/**
 * What a machine has by its receipt: the current release where every file is as in that, else the release whose
 * verify script looked, else none.
 */
export function compareReceipt(
  seen: Seen,
  { current, looked }: { current: ReleasedSums; looked: ReleasedSums },
): Held {
  if (differingFiles(seen, current).length === 0) return { holds: current.sha256, differing: [] };
  const differing = differingFiles(seen, looked);
  return { holds: differing.length === 0 ? looked.sha256 : null, differing };
}
