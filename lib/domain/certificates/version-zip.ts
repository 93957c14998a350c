import { unzipSync } from 'fflate';
import { isPolicyPath } from '#lib/domain/config-policies/policy-files';
import { configFileNames } from '#lib/domain/config/file-sections';
import type { VersionFile } from '#lib/domain/config-versions/config-version';

const teamFile = /^(?:rules\/[^/]+\.rules|skills\/[^/]+\/[^/]+)$/;

/** Whether a path is one that versions hold: below the folder that clients look into, or of a policy. */
export const isVersionFile = (path: string): boolean =>
  configFileNames.some((name) => name === path) ||
  isPolicyPath(path) ||
  (teamFile.test(path) && !path.includes('..'));

/** The files of a version in a zip; whatever else stands in it is left out. Throws where it is no zip. */
export function unzipVersion(bytes: Uint8Array): VersionFile[] {
  const entries = Object.entries(unzipSync(bytes, { filter: ({ name }) => isVersionFile(name) }));
  return entries.map(([path, content]) => ({
    path,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
  }));
}
