import { keptPolicies, isPolicyPath } from '#lib/domain/config-policies/policy-files';
import { configFileNames } from '#lib/domain/config/file-sections';
import { emptyDraft, withText } from '#lib/domain/config-text/config-draft';
import { withoutHeader } from '#lib/domain/config-text/own-header';
import type { VersionFile } from './config-version';
import type { VersionSource } from './draft-files';

/** What a release says, as something that can be written over; `others` are its rules and skills, byte for byte. */
export type ReleasedSource = Pick<VersionSource, 'draft' | 'policies'> & { others: readonly VersionFile[] };

/** Takes the files of a release apart again: those of the baseline as texts, and the policies for groups. */
export function releasedSource(files: readonly VersionFile[]): ReleasedSource {
  const textOf = (name: string) => withoutHeader(files.find(({ path }) => path === name)?.text ?? '');
  const isBaseline = (path: string) => configFileNames.some((name) => name === path);
  return {
    draft: configFileNames.reduce((draft, name) => withText(draft, name, textOf(name)), emptyDraft),
    policies: keptPolicies(files).map(({ id, name, groupIds, text }) => ({
      ...{ id, name, groupIds, text },
      version: 1,
    })),
    others: files.filter(({ path }) => !isBaseline(path) && !isPolicyPath(path)),
  };
}
