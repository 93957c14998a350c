import type { Decisions } from '#lib/domain/config/decisions';
import { decisionKeys } from '#lib/domain/config/decision-values';
import { err, ok, type Result } from '#lib/domain/result';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { presets } from '#lib/domain/config/presets';
import { renderFile, type FileMeta } from '#lib/domain/config/render-files';
import { renderTeamFiles } from '#lib/domain/team-config/render-team-config';
import type { TeamConfig } from '#lib/domain/team-config/team-config';
import type { Policy } from '#lib/domain/config-policies/policy';
import { policyFiles } from '#lib/domain/config-policies/policy-files';
import { editToml } from '#lib/domain/config-text/edit-toml';
import { bodyOf, withForm, type BrokenText, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import type { VersionFile } from './config-version';

/** What every file of a version follows from. */
export type VersionSource = {
  draft: ConfigDraft;
  teamConfig: TeamConfig;
  /** Policies for groups, in their order. */
  policies: readonly Policy[];
  workspace: FileMeta['workspace'];
};

type Sum = (text: string) => string;
type Contents = Omit<VersionSource, 'teamConfig'> & { others: readonly VersionFile[] };

/**
 * The files of a version: the three of the baseline, then rules and skills, then the policies for groups. They name no
 * time, so that the same content has the same bytes whenever it is saved. `sha256` gives the sum of a text's UTF-8
 * bytes in hex.
 */
export function versionFiles({ teamConfig, ...source }: VersionSource, sha256: Sum): VersionFile[] {
  const meta: FileMeta = { workspace: source.workspace, changedAt: null };
  return filesWith({ ...source, others: renderTeamFiles(teamConfig, meta, sha256) }, sha256);
}

/** The files of a version whose rules and skills are files already. */
export function filesWith({ draft, policies, workspace, others }: Contents, sha256: Sum): VersionFile[] {
  const meta: FileMeta = { workspace, changedAt: null };
  return [
    ...configFileNames.map((name) => ({
      path: name,
      text: renderFile(name, bodyOf(name, draft), meta, sha256),
    })),
    ...others,
    ...policyFiles(policies, meta, sha256),
  ];
}

/**
 * A draft and its policies, or those of a release, with the emergency preset “read-only now” over them. Every policy is
 * written over, because a person whom one names gets nothing of the base. Fails with
 * `text_not_readable` or `key_taken` where the preset cannot be written into a text.
 */
export function readOnlySource<S extends Pick<VersionSource, 'draft' | 'policies'>>(
  source: S,
): Result<S, BrokenText> {
  const { decisions, login } = source.draft;
  const written = decisionKeys.filter((key) => key !== 'telemetry');
  const draft = withForm(source.draft, { decisions: readOnlyNow(decisions), login }, written);
  if (!draft.ok) return draft;
  const policies: Policy[] = [];
  for (const policy of source.policies) {
    const next = readOnlyPolicy(policy);
    if (!next.ok) return next;
    policies.push(next.value);
  }
  return ok({ ...source, draft: withoutHosts(draft.value), policies });
}

/** “Read-only now”: nothing is written, searched or connected; where telemetry goes stays as it is wanted. */
const readOnlyNow = ({ telemetry }: Decisions): Decisions => ({ ...presets.strict, telemetry });

/** A policy with the strict decisions written over its text; what else it says stays, and may be stricter still. */
function readOnlyPolicy(policy: Policy): Result<Policy, BrokenText> {
  const alone: ConfigDraft = {
    ...{ decisions: presets.strict, login: null, byText: [] },
    texts: { [required]: policy.text },
  };
  const written = withForm(alone, { decisions: presets.strict, login: null }, decisionKeys);
  if (!written.ok) {
    const message = written.error.message.replace(required, `the policy “${policy.name}”`);
    return err({ ...written.error, message });
  }
  return ok({ ...policy, text: withoutHosts(written.value).texts[required] ?? policy.text });
}

const required: ConfigFileName = 'requirements.toml';

/** Requirements without the sandbox of single hosts, which would take the place of read-only there. */
function withoutHosts(draft: ConfigDraft): ConfigDraft {
  const text = draft.texts[required];
  if (text === undefined) return draft;
  const edited = editToml(text, { path: ['remote_sandbox_config'], toml: null });
  return edited === null ? draft : { ...draft, texts: { ...draft.texts, [required]: edited } };
}
