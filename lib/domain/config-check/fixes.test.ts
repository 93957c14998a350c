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
});
