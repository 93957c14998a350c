import type { TextName } from './text-view';

const keys: Readonly<Partial<Record<TextName, string>>> = {
  requirements: 'requirements_toml_base64',
  'managed-defaults': 'config_toml_base64',
};

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is a configuration profile for macOS. */
export const isProfile = (text: string): boolean => /<plist[\s>]/.test(text.slice(0, 2000));

/**
 * The text of a file out of a macOS configuration profile, decoded as clients do: `<string>` without blanks in it,
 * strict base64, UTF-8. Null where the profile holds no such key, or what it holds cannot be decoded.
 *
 * `decode` turns strict base64 into text; null for bytes that are no UTF-8.
 */
export function textFromProfile(
  profile: string,
  name: TextName,
  decode: (base64: string) => string | null,
): string | null {
  const key = keys[name];
  if (key === undefined) return null;
  const found = new RegExp(`<key>\\s*${key}\\s*</key>\\s*<string>([^<]*)</string>`).exec(profile)?.[1];
  const payload = found?.trim();
  return payload !== undefined && base64.test(payload) ? decode(payload) : null;
}
