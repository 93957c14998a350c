import { describe, expect, test } from 'vitest';
import { isProfile, textFromProfile } from './mobileconfig';

const decode = (payload: string) => Buffer.from(payload, 'base64').toString('utf8');
const profile = (payload: string) => `<?xml version="1.0"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "">
<plist version="1.0"><dict>
  <key>requirements_toml_base64</key>
  <string>${payload}</string>
</dict></plist>`;
const text = 'allowed_sandbox_modes = ["read-only"]\n';
const payload = Buffer.from(text).toString('base64');

describe('a macOS profile', () => {
  test('gives the text of the file that it carries', () => {
    expect(isProfile(profile(payload))).toBe(true);
    expect(isProfile(text)).toBe(false);
    expect(textFromProfile(profile(payload), 'requirements', decode)).toBe(text);
    expect(textFromProfile(profile(` ${payload}\n`), 'requirements', decode)).toBe(text);
  });
  test('gives nothing where it carries another file, or what clients would not decode', () => {
    expect(textFromProfile(profile(payload), 'managed-defaults', decode)).toBeNull();
    expect(textFromProfile(profile(payload), 'team', decode)).toBeNull();
    const broken = `${payload.slice(0, 8)}\n${payload.slice(8)}`;
    for (const wrong of [broken, payload.replace(/=+$/, ''), '*']) {
      if (wrong !== payload) expect(textFromProfile(profile(wrong), 'requirements', decode)).toBeNull();
    }
  });
});
