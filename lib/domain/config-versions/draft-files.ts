import type { Decisions } from '#lib/domain/config/decisions';
import { configFileNames, type FileSource } from '#lib/domain/config/file-sections';
import { presets } from '#lib/domain/config/presets';
import { renderFile, type FileMeta } from '#lib/domain/config/render-files';
import { renderTeamFiles } from '#lib/domain/team-config/render-team-config';
import type { TeamConfig } from '#lib/domain/team-config/team-config';
import type { VersionFile } from './config-version';

/** What every file of a version follows from. */
export type VersionSource = FileSource & { teamConfig: TeamConfig; workspace: FileMeta['workspace'] };

/**
 * The files of a version: the three of the baseline, then rules and skills. They name no time, so that the same
 * content has the same bytes whenever it is saved. `sha256` gives the sum of a text's UTF-8 bytes in hex.
 */
export function versionFiles(
  { teamConfig, workspace, ...source }: VersionSource,
  sha256: (text: string) => string,
): VersionFile[] {
  const meta: FileMeta = { workspace, changedAt: null };
  return [
    ...configFileNames.map((name) => ({ path: name, text: renderFile(name, source, meta, sha256) })),
    ...renderTeamFiles(teamConfig, meta, sha256),
  ];
}

/**
 * The decisions of the emergency preset “read-only now”: nothing is written, searched or connected; where telemetry
 * goes stays as it is wanted.
 */
export const readOnlyNow = ({ telemetry }: Pick<Decisions, 'telemetry'>): Decisions => ({
  ...presets.strict,
  telemetry,
});
