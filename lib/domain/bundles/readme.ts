import { keptPolicies } from '#lib/domain/config-policies/policy-files';
import type { BundleSource } from './bundle';
import { markdownText } from './quoting';

const linux = `## Linux

    sudo sh linux/install.sh

It lays the files into /etc/codex, each whole or as it was, and may run any number of times: by cron, Ansible or by
hand. Files of an earlier release that this one does not hold go back to what they were. To try it in a folder of
your own: \`sh linux/install.sh --root DIR\`.

- Verify: \`sh linux/verify.sh\` prints a receipt.
- Undo: \`sudo sh linux/undo.sh\` puts back what was there before the first release.
`;

const macos = `## macOS

Give \`macos/codex.mobileconfig\` to your MDM (Jamf, Kandji, Intune, Fleet) as a custom profile. It sets the keys
requirements_toml_base64 and config_toml_base64 of the domain com.openai.codex. A newer release has the same
identifier and takes its place. config.toml, rules and skills have no key: \`sudo sh macos/install.sh\` lays them into
/etc/codex. Not tested on macOS by Slipway: try it on one machine first.

- Verify: \`sh macos/verify.sh\` prints a receipt.
- Undo: remove the profile in your MDM, then \`sudo sh macos/undo.sh\`.
`;

const windows = `## Windows

Not tested on Windows by Slipway: try it on one machine first.

- Install, as SYSTEM by Intune or as an administrator:
  \`powershell -ExecutionPolicy Bypass -File windows\\install.ps1\`
- Detection script of the Intune app: \`windows\\detect.ps1\`
- Managed defaults are read from each user's own folder, where users can change them. To lay them down, run
  \`install.ps1 -CurrentUser\` with the user's rights. What must hold belongs into requirements.toml.
- Verify: \`powershell -ExecutionPolicy Bypass -File windows\\verify.ps1\` prints a receipt.
- Undo: \`windows\\remove.ps1\` puts back what was there before the first release.

The scripts are plain ASCII with the line ends of Windows, so that Windows PowerShell 5.1 and PowerShell 7 read them
alike and a signature can be added.
`;

const receipts = `## Receipts

A receipt is one line of JSON: operating system, client version, the SHA-256 of each file, what the client says it
enforces, and a hash that stands for the machine. It names no person, no host and no path of the machine. Paste it on
the page *Coverage*, upload a file with one receipt on each line, or send it:

    SLIPWAY_TOKEN=… sh linux/verify.sh --post https://SLIPWAY/api/v1/workspaces/WORKSPACE/receipts

## What is here

- requirements.toml, managed_config.toml, config.toml, rules/, skills/: the files as they were released
- certificate.json: what the real client said about them, and what the release did without
- SHA256SUMS: check every file with \`sha256sum -c SHA256SUMS\` (macOS: \`shasum -a 256 -c SHA256SUMS\`)
`;

/** Where the policies of a release belong, in their order; nothing where it holds none. */
function policies(files: BundleSource['files']): string[] {
  const kept = keptPolicies(files);
  if (kept.length === 0) return [];
  const rows = kept.map(({ path, number, name, groupIds }) => {
    const groups = groupIds.map((id) => markdownText(id)).join(', ') || 'no group';
    return `${String(number)}. \`${path}\`: ${markdownText(name)}, for ${groups}`;
  });
  return [`${policiesIntroduction}\n${rows.join('\n')}\n`];
}

const policiesIntroduction = `## Policies for groups

Cloud policies cannot be installed on machines: paste each into the vendor's console, in ChatGPT under Codex settings
(Policies; since autumn 2026 Agent Security of the Admin Console). Keep this order, and give each the groups whose ids
stand here: the first policy that names a group of a person counts alone, nothing is merged. Remove policies from the
console that are not listed. Whoever matches none gets what requirements.toml says.
`;

/** How a release is laid down, verified and taken back on each system. */
export const readme = ({
  workspace,
  number,
  sha256,
  files,
}: Pick<BundleSource, 'workspace' | 'number' | 'sha256' | 'files'>): string =>
  [
    `# Managed configuration of Codex, release ${String(number)}\n`,
    `Workspace: ${markdownText(workspace.name)} (${workspace.slug})\\\nContent: SHA-256 ${sha256}\n`,
    linux,
    macos,
    windows,
    ...policies(files),
    receipts,
  ].join('\n');
