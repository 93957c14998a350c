import type { VersionFile } from '#lib/domain/config-versions/config-version';

/** A released version with all that its bundle follows from: the same of it gives the same bytes. */
export type BundleSource = {
  workspace: { name: string; slug: string };
  /** Mixed into the id of a machine, so that no two workspaces can tell that they have the same one. */
  machineSalt: string;
  /** Number of the released version. */
  number: number;
  /** SHA-256 over the version's files, in hex. */
  sha256: string;
  files: readonly VersionFile[];
  /** What the release did without, and why. */
  exceptions: readonly { kind: string; reason: string }[];
  /** Certificates of the real client for these bytes, the values of JSON. */
  certificates: readonly unknown[];
};

/** What a rule cannot compute itself: SHA-256 in hex of a text as UTF-8. */
export type Digest = (text: string) => string;

/** A file that is laid down on machines, with its SHA-256 in hex. */
export type LaidFile = VersionFile & { sha256: string };

/** Paths below the folder that clients look into. Anything else of a version stays in the archive. */
const laidDown = /^(?:requirements\.toml|managed_config\.toml|config\.toml|rules\/.+\.rules|skills\/.+)$/;

/** No way out of the folder, nothing that ends a line of a list, nothing that one system reads as a separator. */
const unsafe = /^\/|(?:^|\/)\.{0,2}(?:\/|$)|[\u0000-\u001f\u007f\\]/;

/** The files of a release that are laid down on machines. Throws for a path that leads elsewhere. */
export function laidFiles({ files }: Pick<BundleSource, 'files'>, digest: Digest): LaidFile[] {
  const strange = files.find(({ path }) => unsafe.test(path));
  if (strange) throw new Error(`${JSON.stringify(strange.path)} is no path of a bundle`);
  return files
    .filter(({ path }) => laidDown.test(path))
    .map((file) => ({ ...file, sha256: digest(file.text) }));
}
