import type { BundleSource, LaidFile } from './bundle';
import { shellWord } from './quoting';
import {
  decodeFunction,
  folders,
  scriptHead,
  scriptOptions,
  sumFunction,
  type ShellSystem,
} from './shell-parts';

const help = `Says what this machine has of the release, as one line of JSON: a receipt. It names no person, no host and no
path of its own. Ends with 0 where every file is as released, 1 where one differs.

  --client PATH  the Codex client to ask; without it, codex on the PATH
  --post URL     also send the receipt there, with the delivery token in SLIPWAY_TOKEN
  --root DIR     look below DIR, as DESTDIR does; no client is asked then
  --help         say this`;

const option = (name: string, variable: string, needs: string) => `    --${name})
      [ "$#" -ge 2 ] || fail '--${name} needs ${needs}.'
      ${variable}=$2
      shift 2
      ;;
`;

const options = `
client=codex
post=
${scriptOptions(help, option('client', 'client', 'a path') + option('post', 'post', 'an address'))}`;

/** `found PATH`: the sum of a file in quotes, or null. On macOS a profile comes before a file. */
const foundFunctions: Readonly<Record<ShellSystem, string>> = {
  linux: `
found() {
  if [ -f "$codex/$1" ] && [ -r "$codex/$1" ]; then printf '"%s"' "$(sum <"$codex/$1")"; else printf null; fi
}
`,
  macos: `
profile='/Library/Managed Preferences/com.openai.codex'

managed() {
  [ -z "$root" ] || return 0
  case $1 in
    requirements.toml) defaults read "$profile" requirements_toml_base64 2>/dev/null || : ;;
    managed_config.toml) defaults read "$profile" config_toml_base64 2>/dev/null || : ;;
  esac
}

found() {
  held=$(managed "$1")
  if [ -n "$held" ]; then
    printf '"%s"' "$(printf '%s' "$held" | decode | sum)"
  elif [ -f "$codex/$1" ] && [ -r "$codex/$1" ]; then
    printf '"%s"' "$(sum <"$codex/$1")"
  else
    printf null
  fi
}
`,
};

const lookFunction = `
files=
differing=0

# look PATH NAME SUM: NAME is the path as JSON.
look() {
  now=$(found "$1")
  files="$files,$2:$now"
  if [ "$now" != "\\"$3\\"" ]; then
    differing=$((differing + 1))
    printf 'Not as released: %s\\n' "$1" >&2
  fi
}
`;

const machineOf: Readonly<Record<ShellSystem, string>> = {
  linux: `
id=
for place in "$root/etc/machine-id" "$root/var/lib/dbus/machine-id" "$state/machine"; do
  if [ -z "$id" ] && [ -s "$place" ]; then id=$(tr -d ' \\n' <"$place"); fi
done
`,
  macos: `
id=$(ioreg -rd1 -c IOPlatformExpertDevice 2>/dev/null | awk -F '"' '/IOPlatformUUID/ { print $4 }')
if [ -z "$id" ] && [ -s "$state/machine" ]; then id=$(cat "$state/machine"); fi
`,
};

const hashMachine = (salt: string) => `
[ -n "$id" ] || fail 'This machine has no id: /etc/machine-id is missing.'
machine=$(printf '%s' "${salt}:$id" | sum)
`;

/** Asks the client in an empty home, so that nothing of a person is in its answer. */
const askClient = `
limited() {
  if command -v timeout >/dev/null 2>&1; then timeout 30 "$@"; else "$@"; fi
}

# The value of configRequirements.requirements in a JSON text.
requirements_in() {
  awk '
    { text = text $0 "\\n" }
    END {
      size = length(text)
      for (i = 1; i <= size; i++) {
        c = substr(text, i, 1)
        if (c == "\\"") {
          start = i + 1
          for (i++; i <= size; i++) {
            c = substr(text, i, 1)
            if (c == "\\\\") i++
            else if (c == "\\"") break
          }
          if (!from) last = substr(text, start, i - start)
        } else if (c == ":" && !from) {
          name[depth] = last
          if (depth == 2 && name[1] == "configRequirements" && last == "requirements") from = i + 1
        } else if (c == "{" || c == "[") {
          depth++
        } else if (c == "}" || c == "]" || c == ",") {
          if (from && depth == 2) { print substr(text, from, i - from); exit }
          if (c != ",") depth--
        }
      }
    }'
}

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 2' HUP INT TERM

version=null
enforced=null
if [ -z "$root" ] && command -v "$client" >/dev/null 2>&1; then
  client=$(command -v "$client")
  mkdir -p -- "$work/home/.codex"
  ask() {
    (cd "$work" && limited env -i PATH="$PATH" HOME="$work/home" CODEX_HOME="$work/home/.codex" "$client" "$@")
  }
  said=$(ask --version 2>/dev/null </dev/null | sed -n 's/^codex-cli \\([0-9][0-9A-Za-z.-]*\\)$/\\1/p') || said=
  if [ -n "$said" ]; then
    version=\\"$said\\"
    enforced=$(ask app-server --print-startup-config 2>/dev/null </dev/null | requirements_in) || enforced=
    [ -n "$enforced" ] || enforced=null
  fi
fi
`;

const tell = ({ number, sha256, system }: { number: number; sha256: string; system: ShellSystem }) => `
files=$(printf '%s' "$files" | cut -c 2-)
printf '{"receipt":1,"release":${String(number)},"content":"${sha256}","os":"${system}","machine":"%s","client":%s,"files":{%s},"enforced":%s}\\n' \\
  "$machine" "$version" "$files" "$enforced" >"$work/receipt.json"
cat "$work/receipt.json"

if [ -n "$post" ]; then
  token=$(printenv SLIPWAY_TOKEN || :)
  case $token in
    '' | *[!0-9A-Za-z_-]*) fail 'SLIPWAY_TOKEN holds no delivery token.' ;;
  esac
  # By standard input, so that the token is in no list of processes.
  printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --header 'Content-Type: application/json' --data-binary "@$work/receipt.json" \\
      --fail --silent --show-error --max-time 30 --output /dev/null "$post" ||
    fail 'The receipt could not be sent.'
fi
[ "$differing" -eq 0 ]
`;

const look = ({ path, sha256 }: LaidFile) =>
  `look ${shellWord(path)} ${shellWord(JSON.stringify(path))} ${sha256}\n`;

/**
 * A script that prints a receipt: the sums of the files as they are on this machine, and what its client says it
 * enforces. It needs no rights beyond reading those files.
 */
export function verifyScript(
  system: ShellSystem,
  source: Pick<BundleSource, 'workspace' | 'number' | 'sha256' | 'machineSalt'>,
  files: readonly LaidFile[],
): string {
  const { workspace, number, sha256, machineSalt } = source;
  return [
    scriptHead({
      ...{ name: 'verify.sh', purpose: 'says what this machine has of a release.' },
      ...{ slug: workspace.slug, number, sha256 },
    }),
    options,
    folders(system),
    sumFunction,
    ...(system === 'macos' ? [decodeFunction] : []),
    foundFunctions[system],
    lookFunction,
    files.map(look).join(''),
    machineOf[system],
    hashMachine(machineSalt),
    askClient,
    tell({ number, sha256, system }),
  ].join('');
}
