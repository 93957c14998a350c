import type { Decisions } from '#lib/domain/config/decisions';
import { decisionKeys } from '#lib/domain/config/decision-values';
import { err, ok, type Result } from '#lib/domain/result';
import { configFileNames } from '#lib/domain/config/file-sections';
import { presets } from '#lib/domain/config/presets';
import { renderFile, type FileMeta } from '#lib/domain/config/render-files';
import { renderTeamFiles } from '#lib/domain/team-config/render-team-config';
import type { TeamConfig } from '#lib/domain/team-config/team-config';
import type { Finding } from '#lib/domain/config-check/finding';
import { fileOfText, textNames, type TextName } from '#lib/domain/config-text/text-view';
import { bodyOf, withForm, type BrokenText, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import type { VersionFile } from './config-version';

/** What every file of a version follows from. */
export type VersionSource = {
  draft: ConfigDraft;
  teamConfig: TeamConfig;
  workspace: FileMeta['workspace'];
};

/**
 * The files of a version: the three of the baseline, then rules and skills. They name no time, so that the same
 * content has the same bytes whenever it is saved. `sha256` gives the sum of a text's UTF-8 bytes in hex.
 */
export function versionFiles(
  { draft, teamConfig, workspace }: VersionSource,
  sha256: (text: string) => string,
): VersionFile[] {
  const meta: FileMeta = { workspace, changedAt: null };
  return [
    ...configFileNames.map((name) => ({
      path: name,
      text: renderFile(name, bodyOf(name, draft), meta, sha256),
    })),
    ...renderTeamFiles(teamConfig, meta, sha256),
  ];
}

/**
 * The draft that a version is made of: as it is, or with the emergency preset “read-only now” over it. Fails with
 * `text_not_readable` where the preset cannot be written into a text.
 */
export function draftOf(draft: ConfigDraft, from: 'draft' | 'read_only'): Result<ConfigDraft, BrokenText> {
  if (from === 'draft') return ok(draft);
  const { decisions, login } = draft;
  return withForm(draft, { decisions: readOnlyNow(decisions), login }, decisionKeys);
}

/** “Read-only now”: nothing is written, searched or connected; where telemetry goes stays as it is wanted. */
const readOnlyNow = ({ telemetry }: Decisions): Decisions => ({ ...presets.strict, telemetry });

/** Some client would refuse, replace or ignore what the files say. */
export type ErrorsLeft = { code: 'errors_left'; message: string };

/** Refuses files that hold errors, with `errors_left`: nobody can want what no client does. */
export function refuseErrors(
  found: Readonly<Record<TextName, readonly Finding[]>>,
): Result<null, ErrorsLeft> {
  const [first, ...more] = textNames.flatMap((name) =>
    found[name]
      .filter(({ severity }) => severity === 'error')
      .map(({ line, message }) => `${fileOfText[name]}, line ${String(line)}: ${message}`),
  );
  if (first === undefined) return ok(null);
  const others = more.length === 0 ? '' : ` And ${String(more.length)} more.`;
  return err({ code: 'errors_left', message: `Mend the errors first. ${first}${others}` });
}
