/** The folders that a command's relative paths are about. */
export type Folders = { working: string; home: string };

/** A path from the root without `.`, `..` and empty parts, by its letters alone; `~/` is the home folder. */
export function absolutePath(path: string, { working, home }: Folders): string {
  const from = path.startsWith('/')
    ? path
    : /^~(?:\/|$)/.test(path)
      ? home + path.slice(1)
      : `${working}/${path}`;
  const parts: string[] = [];
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The last part of an absolute path; empty for the root. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
