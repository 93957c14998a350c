import type { ConfigFileName } from './file-sections';
import { showHidden } from './plain-text';

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
 * UTC, and the SHA-256 of the bytes after the header, which an empty line ends: `sed '1,/^$/d' FILE | sha256sum`
 * checks it. With the same `body` and `meta` it is the same file. `sha256` gives the sum of a text's UTF-8 bytes
 * in hex.
 */
export function renderFile(
  name: ConfigFileName,
  body: string,
  meta: FileMeta,
  sha256: (text: string) => string,
): string {
  const header = [
    ...headerOf(name, meta),
    `SHA-256 of the bytes after the first empty line: ${sha256(body)}`,
    `Check it with: sed '1,/^$/d' ${name} | sha256sum`,
  ];
  return `${header.map((line) => `# ${line}\n`).join('')}\n${body}`;
}
