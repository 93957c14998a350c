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

function linuxFiles(source: BundleSource, laid: readonly LaidFile[]): VersionFile[] {
  return [
    { path: 'linux/install.sh', text: installScript('linux', source, laid) },
    { path: 'linux/undo.sh', text: undoScript('linux', source) },
    { path: 'linux/verify.sh', text: verifyScript('linux', source, laid) },
  ];
}

function macosFiles(source: BundleSource, laid: readonly LaidFile[], digest: Digest): VersionFile[] {
  const asFiles = laid.filter(({ path }) => !byProfile.has(path));
  return [
    { path: 'macos/codex.mobileconfig', text: mobileconfig(source, laid, digest) },
    { path: 'macos/install.sh', text: installScript('macos', source, asFiles) },
    { path: 'macos/undo.sh', text: undoScript('macos', source) },
    { path: 'macos/verify.sh', text: verifyScript('macos', source, laid) },
  ];
}

function windowsFiles(source: BundleSource, laid: readonly LaidFile[]): VersionFile[] {
  return [
    { path: 'windows/install.ps1', text: installPs1(source, laid) },
    { path: 'windows/detect.ps1', text: detectPs1(source, laid) },
    { path: 'windows/remove.ps1', text: removePs1(source) },
    { path: 'windows/verify.ps1', text: verifyPs1(source, laid) },
  ].map(({ path, text }) => ({ path, text: windowsText(text) }));
}

const certificate = ({ number, sha256, certificates, exceptions }: BundleSource): VersionFile => ({
  path: 'certificate.json',
  text: `${JSON.stringify({ contentSha256: sha256, release: number, certificates, exceptions }, null, 2)}\n`,
});

/** The files, with their sums in a form that `sha256sum -c` reads. */
function withSums(files: readonly VersionFile[], digest: Digest): VersionFile[] {
  const text = files.map((file) => `${digest(file.text)}  ${file.path}\n`).join('');
  return [...files, { path: 'SHA256SUMS', text }];
}

/** Every file of a release's bundle but its sums, in the order of the archive. */
function unsummed(source: BundleSource, digest: Digest): VersionFile[] {
  const laid = laidFiles(source, digest);
  return [
    { path: 'README.md', text: readme(source) },
    certificate(source),
    ...source.files,
    ...linuxFiles(source, laid),
    ...macosFiles(source, laid, digest),
    ...windowsFiles(source, laid),
  ];
}

/**
 * Every file of a release's bundle: the files as they were released, what lays them down, verifies and takes them
 * back on each system, and their sums. The same release gives the same bytes.
 */
export const bundleFiles = (source: BundleSource, digest: Digest): VersionFile[] =>
  withSums(unsummed(source, digest), digest);

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
  const chosen = unsummed(source, digest).filter(({ path }) => archives[name](path));
  return zipFiles(withSums(chosen, digest));
}

/** One part of a release by its name: an archive, or a file of the bundle; null where there is none of the name. */
export function bundlePart(name: string, source: BundleSource, digest: Digest): Uint8Array | null {
  if (isArchive(name)) return bundleArchive(name, source, digest);
  // What was released is there as it is: most machines ask for that, and nothing has to be made for it.
  const released = source.files.find(({ path }) => path === name);
  const file = released ?? bundleFiles(source, digest).find(({ path }) => path === name);
  return file ? new TextEncoder().encode(file.text) : null;
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
