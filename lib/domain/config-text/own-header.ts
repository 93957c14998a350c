const byteOrderMark = '\ufeff';
const written = /^(?:# DRAFT\r?\n)?# \S+, written by Slipway\r?\n/;

const ownLines =
  /^(?:# (?:DRAFT|\S+, written by Slipway|Workspace: .*|Last change: .*|SHA-256 of the bytes after .*|Check it with: .*)(?:\r?\n|$))+/;

/**
 * The text of a file without a byte order mark and without the header that files written here begin with, so that a
 * file which was downloaded can be brought back. A header ends with the first empty line; older ones with the first
 * line that is no comment.
 */
export function withoutHeader(text: string): string {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (!written.test(bare)) return bare;
  return bare.replace(ownLines, '').replace(/^\r?\n/, '');
}
