import { isPolicyPath, keptPolicies } from '#lib/domain/config-policies/policy-files';
import type { VersionFile } from '#lib/domain/config-versions/config-version';

/** Files as a client finds them at once; `policy` is the path of the one in the place of the requirements, if any. */
export type AskedFiles = { policy: string | null; files: readonly VersionFile[] };

const requirements = 'requirements.toml';

/**
 * What a client is asked about a version, one after the other: the files as they are laid down, then for each policy
 * the same with its text as the requirements, which is the nearest to a policy from the cloud that can be laid down.
 */
export function askedFiles(files: readonly VersionFile[]): AskedFiles[] {
  const laid = files.filter(({ path }) => !isPolicyPath(path));
  const others = laid.filter(({ path }) => path !== requirements);
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  return [
    ...(laid.length > 0 ? [{ policy: null, files: laid }] : []),
    ...keptPolicies(files).map(({ path }) => ({
      policy: path,
      files: [{ path: requirements, text: textOf.get(path) ?? '' }, ...others],
    })),
  ];
}
