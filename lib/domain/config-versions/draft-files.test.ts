import { describe, expect, test } from 'vitest';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { presets } from '#lib/domain/config/presets';
import { readOnlySource, versionFiles, type VersionSource } from './draft-files';

const source: VersionSource = {
  draft: { decisions: presets.flexible, login: null, byText: [], texts: {} },
  teamConfig: starterTeamConfig,
  policies: [],
  workspace: { name: 'Acme', slug: 'acme' },
};
const withPolicy = (text: string): VersionSource => ({
  ...source,
  policies: [{ id: 'p', name: 'Platform', groupIds: ['g1'], text, version: 1 }],
});
const emergency = (from: VersionSource) => {
  const made = readOnlySource(from);
  return made.ok ? made.value : made.error;
};

describe('the emergency version', () => {
  test('is as strict for people of a policy as for everybody else, and keeps what else the policy says', () => {
    const text = [
      '# ours',
      'allowed_sandbox_modes = ["read-only", "danger-full-access"]',
      'allow_remote_control = false',
      '[mcp_servers.docs.identity]',
      'command = "docs-server"',
      '',
    ].join('\n');
    const made = emergency(withPolicy(text));

    expect(made).toMatchObject({ policies: [{ name: 'Platform', groupIds: ['g1'] }] });
    const written = 'policies' in made ? (made.policies[0]?.text ?? '') : '';
    expect(written).toContain('# ours\nallowed_sandbox_modes = ["read-only"]\nallow_remote_control = false');
    expect(written).toMatch(/allowed_approval_policies = \["on-request"\]/);
    expect(written).toMatch(/allowed_web_search_modes = \[\]/);
    expect(written).toMatch(/\[mcp_servers\]/);
    expect(written).not.toContain('docs-server');
    expect(written).not.toContain('allowed_login_methods');
  });

  test('makes an empty policy strict as well, and leaves no host its own sandbox', () => {
    const hosts =
      '[[remote_sandbox_config]]\nhostname_patterns = ["ci-*"]\nallowed_sandbox_modes = ["danger-full-access"]\n';
    const base = { ...source.draft, texts: { 'requirements.toml': hosts } };
    const made = emergency({ ...withPolicy(hosts), draft: base });
    const texts = 'policies' in made ? [made.policies[0]?.text, made.draft.texts['requirements.toml']] : [];

    expect(emergency(withPolicy(''))).toMatchObject({
      policies: [{ text: expect.stringContaining('allowed_sandbox_modes = ["read-only"]') }],
    });
    for (const text of texts) {
      expect(text).toContain('allowed_sandbox_modes = ["read-only"]');
      expect(text).not.toContain('remote_sandbox_config');
    }
    expect(texts).toHaveLength(2);
  });

  test('cannot be made over a policy that is no TOML, which is named', () => {
    expect(emergency(withPolicy('a = = 1'))).toMatchObject({
      code: 'text_not_readable',
      message: expect.stringContaining('policy “Platform”'),
    });
  });
});

test('a version without policies holds the files it always held', () => {
  expect(versionFiles(source, String).some(({ path }) => path.startsWith('policies/'))).toBe(false);
  expect(versionFiles(withPolicy(''), String).at(-1)?.path).toBe('policies/01-platform.toml');
});
