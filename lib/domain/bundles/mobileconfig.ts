import type { BundleSource, Digest, LaidFile } from './bundle';
import { base64, xmlText } from './quoting';

/** The preference domain in which clients look on macOS. */
export const macosDomain = 'com.openai.codex';

/** The key under which each file is looked for. */
const keys: readonly (readonly [string, string])[] = [
  ['requirements.toml', 'requirements_toml_base64'],
  ['managed_config.toml', 'config_toml_base64'],
];

/** A UUID that follows from a text, in the form RFC 9562 leaves to whoever makes it (version 8). */
function uuidOf(text: string, digest: Digest): string {
  const hex = digest(text);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-').toUpperCase();
}

const entry = (key: string, value: string) => `<key>${key}</key><string>${xmlText(value)}</string>`;

/**
 * A configuration profile that puts requirements and managed defaults into the managed preferences. Clients read
 * each as strict base64 on one line. Its identifier stays the same from release to release, so that a newer one
 * takes the older one's place; its UUIDs follow from the content, so that the same release is the same profile.
 */
export function mobileconfig(
  { workspace, number, sha256 }: Pick<BundleSource, 'workspace' | 'number' | 'sha256'>,
  files: readonly LaidFile[],
  digest: Digest,
): string {
  const identifier = `${macosDomain}.slipway.${workspace.slug}`;
  const values = keys.flatMap(([path, key]) => {
    const file = files.find((one) => one.path === path);
    return file ? [entry(key, base64(file.text))] : [];
  });
  const payload = [
    entry('PayloadType', macosDomain),
    '<key>PayloadVersion</key><integer>1</integer>',
    entry('PayloadIdentifier', `${identifier}.preferences`),
    entry('PayloadUUID', uuidOf(`${sha256}:preferences`, digest)),
    entry('PayloadDisplayName', 'Codex managed configuration'),
    ...values,
  ];
  const profile = [
    entry('PayloadType', 'Configuration'),
    '<key>PayloadVersion</key><integer>1</integer>',
    entry('PayloadIdentifier', identifier),
    entry('PayloadUUID', uuidOf(`${sha256}:profile`, digest)),
    entry('PayloadDisplayName', `Codex: ${workspace.name}, release ${String(number)}`),
    entry('PayloadDescription', `Requirements and managed defaults of Codex. Content ${sha256}.`),
    entry('PayloadScope', 'System'),
    `<key>PayloadContent</key>\n<array><dict>\n${payload.join('\n')}\n</dict></array>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${profile.join('\n')}
</dict>
</plist>
`;
}
