/** Pieces of POSIX shell that several scripts of a bundle share. None needs more than a base system brings. */

/** `${…}` of the shell, which a template would read as its own. */
const braced = (inner: string) => `$\{${inner}}`;

/** The systems whose machines run these scripts, and where each keeps what was there before. */
export type ShellSystem = 'linux' | 'macos';

/** Folder, below the root, of what a script has to know again. */
export const stateFolders: Readonly<Record<ShellSystem, string>> = {
  linux: 'var/lib/slipway-codex',
  macos: 'var/db/slipway-codex',
};

/** What the head of a script names. `purpose` ends "Slipway: …". */
export type ScriptHead = {
  name: string;
  purpose: string;
  slug: string;
  number: number;
  sha256: string;
};

/** The first lines of every script: what it is, and how it fails. */
export const scriptHead = ({ name, purpose, slug, number, sha256 }: ScriptHead): string => `#!/bin/sh
# Slipway: ${purpose}
# Workspace ${slug}, release ${String(number)}, content ${sha256}
set -eu
umask 022
LC_ALL=C
export LC_ALL
unset CDPATH

fail() {
  printf '${name}: %s\\n' "$1" >&2
  exit 2
}
`;

/** Takes `--root DIR`, or DESTDIR, and what `more` takes besides; \`root\` is empty for the machine itself. */
export const scriptOptions = (help: string, more = ''): string => `
usage() {
  cat <<'END_OF_HELP'
${help}
END_OF_HELP
}

root=${braced('DESTDIR:-')}
while [ "$#" -gt 0 ]; do
  case $1 in
    --root)
      [ "$#" -ge 2 ] || fail '--root needs a folder.'
      root=$2
      shift 2
      ;;
${more}    --help)
      usage
      exit 0
      ;;
    *) fail "There is no option $1; see --help." ;;
  esac
done
if [ -n "$root" ]; then
  [ -d "$root" ] || fail "There is no folder $root."
  root=$(cd -- "$root" && pwd)
  [ "$root" != / ] || root=
fi
`;

/** \`sum\`: SHA-256 in hex of what comes in, by the tool that is there. */
export const sumFunction = `
sum() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
`;

/** \`decode\`: base64 by either spelling of the option. */
export const decodeFunction = `
decode() {
  if [ "$(printf 'QQ==' | base64 -d 2>/dev/null)" = A ]; then base64 -d; else base64 -D; fi
}
`;

/** Where files are, and where what was there before is kept. */
export const folders = (system: ShellSystem): string => `
codex=$root/etc/codex
state=$root/${stateFolders[system]}
`;

/** Refuses to write to the machine itself for anybody but root. */
export const rootOnly = `
if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
  fail 'Run it as root, or with --root DIR for a folder of your own.'
fi
`;

/** \`put_back PATH\`: what was there before, or nothing. \`tidy\`: removes folders that were made and are empty. */
export const undoFunctions = `
put_back() {
  if [ -e "$state/before/$1" ] || [ -L "$state/before/$1" ]; then
    mkdir -p -- "$(dirname -- "$codex/$1")"
    rm -f -- "$codex/$1.slipway-part"
    cp -pP -- "$state/before/$1" "$codex/$1.slipway-part"
    mv -f -- "$codex/$1.slipway-part" "$codex/$1"
    rm -f -- "$state/before/$1"
  else
    rm -f -- "$codex/$1"
  fi
}

tidy() {
  [ -f "$state/folders" ] || return 0
  sort -r "$state/folders" | while IFS= read -r folder; do
    rmdir -- "$root/$folder" 2>/dev/null || :
  done
}
`;
