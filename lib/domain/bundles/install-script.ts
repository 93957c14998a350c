import type { BundleSource, LaidFile } from './bundle';
import { base64, shellWord, wrapped } from './quoting';
import {
  decodeFunction,
  folders,
  rootOnly,
  scriptHead,
  scriptOptions,
  sumFunction,
  undoFunctions,
  type ShellSystem,
} from './shell-parts';

type Scripted = Pick<BundleSource, 'workspace' | 'number' | 'sha256'>;

const installHelp = `Lays the files of this release into /etc/codex. Run it as root; it may run any number of times.

  --root DIR   lay them into DIR/etc/codex instead, as DESTDIR does
  --help       say this

What was there before the first run is kept once; undo.sh puts it back.`;

const installFunctions = `
make_folder() {
  if [ -d "$root/$1" ]; then return 0; fi
  make_folder "$(dirname -- "$1")"
  mkdir -- "$root/$1"
  chmod 755 "$root/$1"
  printf '%s\\n' "$1" >>"$state/folders"
}

# What is at PATH before this script's first write there is kept, once.
keep() {
  if grep -Fqx -e "$1" "$state/managed"; then return 0; fi
  if [ -e "$codex/$1" ] || [ -L "$codex/$1" ]; then
    mkdir -p -- "$(dirname -- "$state/before/$1")"
    rm -f -- "$state/before/$1.part"
    cp -pP -- "$codex/$1" "$state/before/$1.part"
    mv -f -- "$state/before/$1.part" "$state/before/$1"
  fi
  printf '%s\\n' "$1" >>"$state/managed"
}

written=0
unchanged=0

# lay PATH SUM: the bytes come in base64. The file is there whole or as it was: it is renamed into place.
lay() {
  target=$codex/$1
  if [ -d "$target" ]; then fail "$target is a folder."; fi
  make_folder "$(dirname -- "etc/codex/$1")"
  keep "$1"
  if [ -f "$target" ] && [ ! -L "$target" ] && [ "$(sum <"$target")" = "$2" ]; then
    chmod 644 "$target"
    cat >/dev/null
    unchanged=$((unchanged + 1))
    return 0
  fi
  rm -f -- "$target.slipway-part"
  decode >"$target.slipway-part" 2>/dev/null || :
  if [ "$(sum <"$target.slipway-part")" != "$2" ]; then
    rm -f -- "$target.slipway-part"
    fail "The bytes of $1 did not arrive whole; nothing of it was changed."
  fi
  chmod 644 "$target.slipway-part"
  mv -f -- "$target.slipway-part" "$target"
  written=$((written + 1))
}
`;

const prepare = `
mkdir -p -- "$state"
chmod 755 "$state"
mkdir -p -- "$state/before"
chmod 700 "$state/before"
touch "$state/managed" "$state/folders"
`;

/** Files that an earlier release laid down and this one does not hold. */
const retire = (files: readonly LaidFile[]) => `
: >"$state/managed.part"
while IFS= read -r path; do
  case $path in
    ${files.map(({ path }) => shellWord(path)).join(' | ') || "''"})
      printf '%s\\n' "$path" >>"$state/managed.part"
      ;;
    *) put_back "$path" ;;
  esac
done <"$state/managed"
mv -f -- "$state/managed.part" "$state/managed"
tidy
`;

const finish = ({ number, sha256 }: Scripted) => `
if [ ! -s "$root/etc/machine-id" ] && [ ! -s "$state/machine" ]; then
  dd if=/dev/urandom bs=32 count=1 2>/dev/null | od -An -tx1 | tr -d ' \\n' >"$state/machine"
fi
printf '%s %s\\n' ${String(number)} ${sha256} >"$state/release"
if [ -z "$root" ] && command -v restorecon >/dev/null 2>&1; then restorecon -R /etc/codex || :; fi
printf 'Release ${String(number)} is in place: %s files written, %s unchanged.\\n' "$written" "$unchanged"
`;

const lay = ({ path, sha256, text }: LaidFile) =>
  `lay ${shellWord(path)} ${sha256} <<'END_OF_FILE'\n${wrapped(base64(text))}\nEND_OF_FILE\n`;

/**
 * A script that lays files into /etc/codex: as root, any number of times, each file whole or as it was. It holds
 * the bytes itself, in base64, so that it can be sent alone and no name or text in it is read as shell.
 */
export const installScript = (system: ShellSystem, source: Scripted, files: readonly LaidFile[]): string =>
  [
    scriptHead({
      ...{ name: 'install.sh', purpose: 'lays the managed configuration of Codex into /etc/codex.' },
      ...{ slug: source.workspace.slug, number: source.number, sha256: source.sha256 },
    }),
    scriptOptions(installHelp),
    folders(system),
    rootOnly,
    sumFunction,
    decodeFunction,
    undoFunctions,
    installFunctions,
    prepare,
    files.map(lay).join(''),
    retire(files),
    finish(source),
  ].join('');

const undoHelp = `Puts back what was in /etc/codex before the first release was laid down. Run it as root.

  --root DIR   work in DIR/etc/codex instead, as DESTDIR does
  --help       say this`;

const undo = `
if [ ! -f "$state/managed" ]; then
  printf 'Nothing was laid down here.\\n'
  exit 0
fi
while IFS= read -r path; do put_back "$path"; done <"$state/managed"
tidy
rm -rf -- "$state"
printf 'What was there before is back.\\n'
`;

/** A script that puts back what was there before the first release. */
export const undoScript = (system: ShellSystem, { workspace, number, sha256 }: Scripted): string =>
  [
    scriptHead({
      ...{ name: 'undo.sh', purpose: 'puts back what was in /etc/codex before.' },
      ...{ slug: workspace.slug, number, sha256 },
    }),
    scriptOptions(undoHelp),
    folders(system),
    rootOnly,
    undoFunctions,
    undo,
  ].join('');
