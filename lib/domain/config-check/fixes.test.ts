import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { checkConfig, type CheckedFile } from './check-config';
import { applyFix } from './apply-fix';
import type { Finding } from './finding';

const look = (file: ConfigFileName, text: string, more: Partial<CheckedFile> = {}) =>
  checkConfig({ file, text, oldestClient: '0.169.0', ...more }, keyCatalogue);
const requirements = (text: string) => look('requirements.toml', text);
const managed = (text: string) =>
  look('managed_config.toml', `shell_environment_policy.ignore_default_excludes = false\n${text}`);

describe('a fix takes its finding away and makes no new error', () => {
  test.each([
    'alowed_sandbox_modes = ["read-only"]\n',
    'allowed_sandbox_modes = []\n',
    'allowed_sandbox_modes = [ # why\n  "workspace-write" ]\n',
    'feedback = { bogus_thing = 1, enabled = false }\n',
    'feedback = { enabled = false, bogus_thing = 1 }\n',
    'bogus_thing = 1 # why\nfeedback.enabled = false\n',
    '[bogus_thing]\na = 1\n[bogus_thing.more]\nb = 2\n[feedback]\nenabled = false\n[bogus_thing.last]\nc = 3\n',
    '[features]\nmemries = false\ncollab = true\nauto_compaction = true\n',
    '[network_proxy]\nenabled = true\n',
    'allow_appshots = "false"\nexperimental_network.http_port = "80"\n',
    'allowed_sandbox_modes = ["read-only", "workspace-wite"]\n',
    '[mcp_servers.a]\nidentity = { command = "a", url = "https://b.example" }\n',
    '[otel]\nlog_user_prompt = true\n',
    'allowed_sandbox_modes = [\n  "workspace-write", # ours\n]\n',
    'allowed_login_methods = [\n  # none yet\n]\n',
    'enforce_residency = "eu" # for now\n',
    'enforce_residency = 3\n',
    '[enforce_residency]\na = 1\n',
    'allowed_login_methods = "chatgpt"\n',
    '[rules]\nprefix_rules = []\n',
    '[rules]\nprefix_rules = [{ pattern = [{ token = "rm" }], decision = "prompt", justification = " " }]\n',
    '\ufeffalowed_sandbox_modes = ["read-only"]\n',
  ])('%s', (text) => {
    const before = requirements(text);
    const fixes = before.flatMap((finding) => (finding.fix ? [{ finding, fix: finding.fix }] : []));
    const errorsOf = (findings: readonly Finding[]) =>
      findings.filter(({ severity }) => severity === 'error');

    expect(fixes.length).toBeGreaterThan(0);
    for (const { finding, fix } of fixes) {
      const after = requirements(applyFix(text, fix));
      expect(after.filter(({ id, key }) => id === finding.id && key === finding.key)).toEqual([]);
      expect(errorsOf(after).length).toBeLessThanOrEqual(
        errorsOf(before).length - (finding.severity === 'error' ? 1 : 0),
      );
    }
  });

  test('a requirement in the wrong file is taken out, not renamed', () => {
    const [finding] = managed('allowed_sandbox_modes = ["read-only"]\n');

    expect(finding?.message).toContain('requirements.toml');
    expect(
      finding?.fix &&
        applyFix(
          `shell_environment_policy.ignore_default_excludes = false\nallowed_sandbox_modes = ["read-only"]\n`,
          finding.fix,
        ),
    ).toBe('shell_environment_policy.ignore_default_excludes = false\n');
  });

  test.each([
    [
      'web_search = "live" # ours\n',
      'allowed_web_search_modes = ["cached"]',
      'web_search = "cached" # ours\n',
    ],
    ['sandbox_mode = "read-only"\n', 'allowed_sandbox_modes = ["read-only"]', ''],
    ['features.memories = true\n', '[features]\nmemories = false', 'features.memories = false\n'],
    ['log_dir = "/a"\n', 'log_dir = "/b"', 'log_dir = "/b"\n'],
  ])('%s beside %s', (text, required, expected) => {
    const companions = { 'requirements.toml': required };
    const head = 'shell_environment_policy.ignore_default_excludes = false\n';
    const errors = look('managed_config.toml', head + text, { companions }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toHaveLength(1);
    const after = errors[0]?.fix && applyFix(head + text, errors[0].fix);
    expect(after).toBe(head + expected);
    expect(look('managed_config.toml', after ?? '', { companions })).toEqual([]);
  });

  test('a list on lines gets its new entry on a line, and no blank stays behind', () => {
    const text = 'allowed_sandbox_modes = [\n  "workspace-write", # ours\n]\n';
    const [finding] = requirements(text);
    expect(finding?.fix && applyFix(text, finding.fix)).toBe(
      'allowed_sandbox_modes = [\n  "read-only",\n  "workspace-write", # ours\n]\n',
    );
  });

  test('a table that is taken out takes its comments along and leaves those of the next', () => {
    const text = '[bogus_thing]\na = 1\n# of it\n\n# why feedback is off\n[feedback]\nenabled = false\n';
    const [finding] = requirements(text);
    expect(finding?.fix && applyFix(text, finding.fix)).toBe(
      '# why feedback is off\n[feedback]\nenabled = false\n',
    );
  });
});
