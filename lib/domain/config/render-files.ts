import { sectionsOf, type ConfigFileName, type FileSource } from './file-sections';
import { showHidden } from './plain-text';
import { renderToml } from './render-toml';

/** What the header of a file names: the workspace, and the time of the last change of what it says. */
export type FileMeta = { workspace: { name: string; slug: string }; changedAt: Date };

/**
 * One file as text, to be written as UTF-8.
 *
 * It begins with a header of comment lines that names the workspace, the time of the last change in
 * UTC and the SHA-256 of the bytes after the header. No later line begins with `#`, so the sum can be
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
    `${name}, written by Slipway`,
    `Workspace: ${showHidden(meta.workspace.name)} (${showHidden(meta.workspace.slug)})`,
    `Last change: ${meta.changedAt.toISOString()}`,
    `SHA-256 of the bytes after this header: ${sha256(body)}`,
    `Check it with: grep -v '^#' ${name} | sha256sum`,
  ];
  return `${header.map((line) => `# ${line}\n`).join('')}${body}`;
}
