import { sectionsOf, type ConfigFileName, type FileSource } from './file-sections';
import { showHidden } from './plain-text';
import { renderToml } from './render-toml';

/**
 * What the header of a file names: the workspace and, of a draft, the time of the last change of what it says; null in
 * a version, whose bytes follow from its content alone.
 */
export type FileMeta = { workspace: { name: string; slug: string }; changedAt: Date | null };

/** The first lines of a file's header, without comment marks. */
export const headerOf = (path: string, { workspace, changedAt }: FileMeta): string[] => [
  ...(changedAt ? ['DRAFT'] : []),
  `${path}, written by Slipway`,
  `Workspace: ${showHidden(workspace.name)} (${showHidden(workspace.slug)})`,
  ...(changedAt ? [`Last change: ${changedAt.toISOString()}`] : []),
];

/**
 * One file as text, to be written as UTF-8.
 *
 * It begins with a header of comment lines that names the workspace, of a draft the time of the last change in
 * UTC, and the SHA-256 of the bytes after the header. No later line begins with `#`, so the sum can be
 * checked with `grep -v '^#' FILE | sha256sum`. The same source gives the same bytes after the header,
 * and with the same `meta` the same file. `sha256` gives the sum of a text's UTF-8 bytes in hex.
 */
export function renderFile(
  name: ConfigFileName,
  source: FileSource,
  meta: FileMeta,
  sha256: (text: string) => string,
): string {
  const body = renderToml(sectionsOf[name](source));
  const header = [
    ...headerOf(name, meta),
    `SHA-256 of the bytes after this header: ${sha256(body)}`,
    `Check it with: grep -v '^#' ${name} | sha256sum`,
  ];
  return `${header.map((line) => `# ${line}\n`).join('')}${body}`;
}
