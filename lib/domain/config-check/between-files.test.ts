import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { checkConfig, type CheckedFile } from './check-config';
import type { Finding } from './finding';

const look = (file: ConfigFileName, text: string, more: Partial<CheckedFile> = {}) =>
  checkConfig({ file, text, oldestClient: '0.169.0', ...more }, keyCatalogue);
const requirements = (text: string, more: Partial<CheckedFile> = {}) => look('requirements.toml', text, more);
const managed = (text: string, more: Partial<CheckedFile> = {}) =>
  look('managed_config.toml', `shell_environment_policy.ignore_default_excludes = false\n${text}`, more);

/** Findings as severity, id and place. */
const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, id, line, column }) => `${severity} ${id} ${line}:${column}`);

describe('the other files of the same configuration', () => {
  const strict =
    'allowed_approval_policies = ["on-request"]\nallowed_web_search_modes = ["disabled"]\nfeatures.memories = false\nlog_dir = "/a"';
  const beside = { companions: { 'requirements.toml': strict } };

  test.each([
    ['approval_policy = "never"', ['outranks_requirements', 'default_forbidden']],
    ['web_search = "live"', ['default_forbidden']],
    ['features.memories = true', ['contradicts_requirements']],
    ['log_dir = "/b"', ['contradicts_requirements']],
    ['log_dir = "/a"', []],
    ['features.memories = false', []],
    ['web_search = "disabled"', []],
  ])('%s beside strict requirements', (text, ids) => {
    const errors = managed(text, beside).filter(({ severity }) => severity === 'error');

    expect(errors.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test.each([
    ['[mcp_servers]', 'mcp_servers.docs.command = "docs"', ['server_forbidden']],
    ['mcp_servers.docs.identity.command = "docs"', 'mcp_servers.docs.command = "docs"', []],
    ['mcp_servers.docs.identity.command = "docs"', 'mcp_servers.docs.command = "npx"', ['server_forbidden']],
    [
      'mcp_servers.docs.identity.url = "https://a.example/"',
      'mcp_servers.docs.command = "docs"',
      ['server_forbidden'],
    ],
    ['', 'mcp_servers.docs.command = "docs"', []],
  ])('an MCP server is switched off where %s does not allow %s', (required, text, ids) => {
    const errors = managed(text, { companions: { 'requirements.toml': required } });

    expect(errors.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual(ids);
  });

  test('a sandbox mode is passed over beside a permission profile to start with', () => {
    const companions = { 'managed_config.toml': 'default_permissions = ":read-only"' };
    const found = look('config.toml', 'sandbox_mode = "workspace-write"', { companions });

    expect(brief(found)).toContain('error default_passed_over 1:1');
    expect(brief(look('config.toml', 'sandbox_mode = "workspace-write"', {}))).not.toContain(
      'error default_passed_over 1:1',
    );
  });

  test('a start in another file makes an excluded default good', () => {
    const text = 'allowed_web_search_modes = ["live"]';

    expect(requirements(text, { companions: { 'config.toml': 'web_search = "live"' } })).toEqual([]);
    expect(requirements(text, { companions: { 'config.toml': 'web_search = ' } })).toHaveLength(1);
  });

  test('a sign-in that another file closes leaves no API key open', () => {
    const companions = { 'managed_config.toml': 'forced_login_method = "chatgpt"' };

    expect(requirements('allowed_chatgpt_workspaces = ["ws"]', { companions })).toEqual([]);
  });
});
