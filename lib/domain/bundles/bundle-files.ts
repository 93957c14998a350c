import { zipFiles } from '#lib/domain/team-config/render-team-config';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { laidFiles, type BundleSource, type Digest, type LaidFile } from './bundle';
import { installScript, undoScript } from './install-script';
import { mobileconfig } from './mobileconfig';
import { readme } from './readme';
import { verifyScript } from './verify-script';
import { detectPs1, installPs1, removePs1, verifyPs1 } from './windows-scripts';

const windowsText = (text: string) => text.replaceAll('\n', '\r\n');

const byProfile = new Set(['requirements.toml', 'managed_config.toml']);

/** A file that is made when it is asked for: most machines ask for one. */
type Part = { path: string; make: () => string };

function linuxParts(source: BundleSource, laid: readonly LaidFile[]): Part[] {
  return [
    { path: 'linux/install.sh', make: () => installScript('linux', source, laid) },
    { path: 'linux/undo.sh', make: () => undoScript('linux', source) },
    { path: 'linux/verify.sh', make: () => verifyScript('linux', source, laid) },
  ];
}

function macosParts(source: BundleSource, laid: readonly LaidFile[], digest: Digest): Part[] {
  const asFiles = laid.filter(({ path }) => !byProfile.has(path));
  return [
    { path: 'macos/codex.mobileconfig', make: () => mobileconfig(source, laid, digest) },
    { path: 'macos/install.sh', make: () => installScript('macos', source, asFiles) },
    { path: 'macos/undo.sh', make: () => undoScript('macos', source) },
    { path: 'macos/verify.sh', make: () => verifyScript('macos', source, laid) },
  ];
}

function windowsParts(source: BundleSource, laid: readonly LaidFile[]): Part[] {
  return [
    { path: 'windows/install.ps1', make: () => windowsText(installPs1(source, laid)) },
    { path: 'windows/detect.ps1', make: () => windowsText(detectPs1(source, laid)) },
    { path: 'windows/remove.ps1', make: () => windowsText(removePs1(source)) },
    { path: 'windows/verify.ps1', make: () => windowsText(verifyPs1(source, laid)) },
  ];
}

const certificate = ({ number, sha256, certificates, exceptions }: BundleSource): string =>
  `${JSON.stringify({ contentSha256: sha256, release: number, certificates, exceptions }, null, 2)}\n`;

const sumsPath = 'SHA256SUMS';

/** Sums of files in a form that `sha256sum -c` reads. */
const sumsOf = (files: readonly VersionFile[], digest: Digest): string =>
  files.map((file) => `${digest(file.text)}  ${file.path}\n`).join('');

const withSums = (files: readonly VersionFile[], digest: Digest): VersionFile[] => [
  ...files,
  { path: sumsPath, text: sumsOf(files, digest) },
];

/** Every file of a release's bundle but its sums, in the order of the archive. */
function partsOf(source: BundleSource, digest: Digest): Part[] {
  const laid = laidFiles(source, digest);
  return [
    { path: 'README.md', make: () => readme(source) },
    { path: 'certificate.json', make: () => certificate(source) },
    ...source.files.map(({ path, text }) => ({ path, make: () => text })),
    ...linuxParts(source, laid),
    ...macosParts(source, laid, digest),
    ...windowsParts(source, laid),
  ];
}

const made = ({ path, make }: Part): VersionFile => ({ path, text: make() });

/**
 * Every file of a release's bundle: the files as they were released, what lays them down, verifies and takes them
 * back on each system, and their sums. The same release gives the same bytes.
 */
export const bundleFiles = (source: BundleSource, digest: Digest): VersionFile[] =>
  withSums(partsOf(source, digest).map(made), digest);

const isForAll = (path: string) => path === 'README.md' || path === 'certificate.json';

/** Archives of a bundle by name: all of it, or what one system needs. */
const archives = {
  'bundle.zip': () => true,
  'linux.zip': (path) => isForAll(path) || path.startsWith('linux/'),
  'macos.zip': (path) => isForAll(path) || path.startsWith('macos/'),
  'windows.zip': (path) => isForAll(path) || path.startsWith('windows/'),
} as const satisfies Record<string, (path: string) => boolean>;

type ArchiveName = keyof typeof archives;

const isArchive = (name: string): name is ArchiveName => Object.hasOwn(archives, name);

/** An archive of a bundle as its bytes; each holds the sums of what is in it. */
export function bundleArchive(name: ArchiveName, source: BundleSource, digest: Digest): Uint8Array {
  const chosen = partsOf(source, digest).filter(({ path }) => archives[name](path));
  return zipFiles(withSums(chosen.map(made), digest));
}

/** One part of a release by its name: an archive, or a file of the bundle; null where there is none of the name. */
export function bundlePart(name: string, source: BundleSource, digest: Digest): Uint8Array | null {
  if (isArchive(name)) return bundleArchive(name, source, digest);
  const text = textOf(name, source, digest);
  return text === null ? null : new TextEncoder().encode(text);
}

function textOf(name: string, source: BundleSource, digest: Digest): string | null {
  const parts = partsOf(source, digest);
  if (name === sumsPath) return sumsOf(parts.map(made), digest);
  return parts.find(({ path }) => path === name)?.make() ?? null;
}

const types: readonly (readonly [RegExp, string])[] = [
  [/\.zip$/, 'application/zip'],
  [/\.toml$/, 'application/toml'],
  [/\.json$/, 'application/json'],
  [/\.md$/, 'text/markdown'],
  [/\.mobileconfig$/, 'application/x-apple-aspen-config'],
];

/** Media type of a part of a bundle. */
export const partType = (name: string): string =>
  types.find(([ending]) => ending.test(name))?.[1] ?? 'text/plain';
