import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { presets } from '#lib/domain/config/presets';
import { decidedBody } from '#lib/domain/config/decided-body';
import { renderFile } from '#lib/domain/config/render-files';
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

describe('a file without a fault', () => {
  test.each(Object.keys(presets) as (keyof typeof presets)[])('has no finding: the preset %s', (name) => {
    const meta = { workspace: { name: 'Acme', slug: 'acme' }, changedAt: new Date('2026-11-22T10:31:00Z') };
    const source = { decisions: presets[name], login: null };
    const render = (file: ConfigFileName) => renderFile(file, decidedBody(file, source), meta, () => 'sum');
    const companions = {
      'requirements.toml': render('requirements.toml'),
      'managed_config.toml': render('managed_config.toml'),
      'config.toml': render('config.toml'),
    };
    const serious = (Object.keys(companions) as ConfigFileName[]).flatMap((file) =>
      look(file, companions[file], { companions }).filter(({ severity }) => severity !== 'info'),
    );

    expect(serious).toEqual([]);
  });

  test('may be empty, or hold nothing but a byte order mark', () => {
    expect(requirements('')).toEqual([]);
    expect(requirements('\ufeff')).toEqual([]);
    expect(requirements('\ufeffallowed_sandbox_modes = ["read-only"]\r\n')).toEqual([]);
  });
});

describe('each fault is found where it stands', () => {
  test.each<[string, string, readonly string[]]>([
    ['no TOML', 'a = 1\nb =\n', ['error not_toml 2:4']],
    ['a key twice', 'log_dir = "/a"\nlog_dir = "/b"\n', ['error not_toml 2:1']],
    ['only TOML 1.1', 'feedback = {\n enabled = false }\n', ['warning newer_toml 2:2']],
    ['nested too deeply', `x = ${'['.repeat(81)}${']'.repeat(81)}`, ['error too_deep 1:84']],
    ['an empty allow-list', '\nallowed_login_methods = []\n', ['error empty_list 2:1']],
    ['read-only missing', 'allowed_sandbox_modes = ["workspace-write"]', ['error read_only_missing 1:1']],
    ['a misspelt key', 'alowed_sandbox_modes = ["read-only"]', ['error unknown_key 1:1']],
    ['a misspelt key in an inline table', 'feedback = { enabeld = false }', ['error unknown_key 1:14']],
    ['a misspelt dotted key', 'feedback.enabeld = false', ['error unknown_key 1:10']],
    ['a misspelt header', '# why\n[experimental_netwrk]\nenabled = true', ['error unknown_key 2:2']],
    [
      'a misspelt key in the second table of a list',
      '[[hooks.Stop]]\nhooks = []\n[[hooks.Stop]]\nhoks = []\n',
      ['error unknown_key 4:1'],
    ],
    [
      'a key behind a text of several lines',
      'guardian_policy_config = """\none = 1\n\ntwo"""\nbogus = 1',
      ['error unknown_key 5:1'],
    ],
    ['a wrong word', 'allowed_sandbox_modes = ["read-only",\n  "writable"]', ['error wrong_value 2:3']],
    ['a wrong kind', 'allow_appshots = "yes"', ['error wrong_value 1:18']],
    ['a residency elsewhere', 'enforce_residency = "eu"', ['error residency 1:21']],
    ['a bare exporter', '[otel]\nexporter = "otlp-http"', ['error exporter_form 2:12']],
    [
      'an exporter without protocol',
      '[otel]\nexporter = { otlp-http = { endpoint = "https://a" } }',
      ['error wrong_value 2:1'],
    ],
    ['an unknown feature', '[features]\nmemries = false', ['error unknown_feature 2:1']],
    ['an older feature name', '[features]\ncollab = false', ['warning older_feature_name 2:1']],
    ['a feature that is gone', '[features]\nauto_compaction = false', ['error feature_retired 2:1']],
    ['a key that is gone', '[windows]\nsandbox_private_desktop = true', ['error key_retired 2:1']],
    ['an identity of nothing', '[mcp_servers.a]\nidentity = {}', ['error mcp_identity 2:1']],
    [
      'an identity of both',
      '[mcp_servers.a.identity]\ncommand = "a"\nurl = "https://b.example"',
      ['error mcp_identity 3:1'],
    ],
    [
      'a command that runs anything',
      'mcp_servers.a.identity.command = "npx"',
      ['warning mcp_loose_command 1:34'],
    ],
    [
      'the same by its path',
      "mcp_servers.a.identity.command = 'C:\\node\\npx.cmd'",
      ['warning mcp_loose_command 1:34'],
    ],
    ['workspaces beside API keys', 'allowed_chatgpt_workspaces = ["ws"]', ['warning api_keys_open 1:1']],
    [
      'never alone',
      'allowed_approval_policies = ["on-request", "never"]\nallowed_sandbox_modes = ["read-only"]',
      ['warning never_without_full_access 1:44'],
    ],
    ['a default that is excluded', 'allowed_web_search_modes = ["live"]', ['warning default_excluded 1:1']],
    ['prompts in telemetry', '[otel]\nlog_user_prompt = true', ['warning prompts_logged 2:1']],
    [
      'a secret',
      'guardian_extra_policy = "ghp_0123456789abcdefghijABCDEFGHIJ012345"',
      ['warning plain_secret 1:25'],
    ],
    ['a relative path', 'permissions.filesystem.deny_read = ["secret"]', ['warning relative_path 1:37']],
    ['another name of a key', '[network_proxy]\nenabled = true', ['info older_name 1:2']],
    ['bytes that were lost', 'guardian_extra_policy = "a\ufffd"', ['warning lost_bytes 1:27']],
  ])('%s', (_, text, expected) => {
    expect(brief(requirements(text))).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'untrusted as an approval policy',
      'approval_policy = "untrusted"',
      ['error untrusted_approval 2:1', 'warning outranks_requirements 2:1'],
    ],
    ['a key that outranks requirements', 'sandbox_mode = "read-only"', ['warning outranks_requirements 2:1']],
    ['a server without a way to it', '[mcp_servers.a]\nenabled = true', ['error mcp_transport 2:14']],
    ['a profile by its older way', 'profile = "work"', ['error wrong_value 2:11']],
    [
      'a header that is a secret',
      'mcp_servers.a = { url = "https://a.example", http_headers = { Authorization = "x" } }',
      ['warning plain_secret 2:79'],
    ],
    ['a requirement in the wrong file', 'allowed_sandbox_modes = ["read-only"]', ['error unknown_key 2:1']],
    ['a start that is no profile', 'default_permissions = ":open"', ['error permission_profiles 2:1']],
  ])('%s', (_, text, expected) => {
    expect(brief(managed(text))).toEqual(expected);
  });

  test('a feature with settings of its own is taken with them', () => {
    expect(
      managed('[features]\nmulti_agent_v2 = { enabled = true }\n[hooks.state.x]\nenabled = true'),
    ).toEqual([]);
    expect(brief(managed('features.memories = { enabled = true }'))).toEqual(['error wrong_value 2:10']);
  });

  test('an environment filter that is off, or that nobody switches on', () => {
    expect(brief(look('config.toml', 'shell_environment_policy.ignore_default_excludes = true'))).toEqual([
      'warning environment_filter 1:26',
    ]);
    expect(brief(look('config.toml', '[shell_environment_policy]\ninherit = "all"'))).toEqual([
      'warning environment_filter 1:2',
    ]);
    expect(brief(look('managed_config.toml', ''))).toEqual(['info environment_filter 1:1']);
  });

  test('a restriction of the sign-in that a user can override', () => {
    expect(brief(look('config.toml', 'forced_login_method = "chatgpt"'))).toEqual([
      'warning forced_by_default 1:1',
    ]);
  });
});

describe('rules on commands are judged in the words of the client', () => {
  const rule = (words: string) => `[rules]\nprefix_rules = [{ ${words} }]`;
  test.each([
    ['[rules]\nprefix_rules = []', 'prefix_rules cannot be empty'],
    [rule('pattern = [], decision = "prompt"'), 'at index 0 has an empty pattern'],
    [
      rule('pattern = [{ token = "a" }]'),
      'at index 0 is missing a decision; in a rules file that would mean allow',
    ],
    [rule('pattern = [{ token = "a" }], decision = "allow"'), "has decision 'allow', which is not permitted"],
    [
      rule('pattern = [{ token = "a", any_of = ["b"] }], decision = "prompt"'),
      'set either token or any_of, not both',
    ],
    [rule('pattern = [{}], decision = "prompt"'), 'set either token or any_of'],
    [rule('pattern = [{ token = "" }], decision = "prompt"'), 'token cannot be empty'],
    [rule('pattern = [{ any_of = [] }], decision = "prompt"'), 'any_of cannot be empty'],
    [rule('pattern = [{ any_of = [""] }], decision = "prompt"'), 'any_of cannot include empty tokens'],
    [
      rule('pattern = [{ token = "a" }], decision = "prompt", justification = " "'),
      'has an empty justification',
    ],
    [rule('decision = "prompt"'), 'missing field `pattern`'],
  ])('%s', (text, words) => {
    const errors = requirements(text).filter(({ severity }) => severity === 'error');

    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(words);
  });

  test('a star stands for itself', () => {
    const text = rule('pattern = [{ token = "rm" }, { token = "*" }], decision = "prompt"');

    expect(brief(requirements(text))).toEqual(['warning literal_star 2:58']);
  });
});

describe('the oldest client of the fleet', () => {
  test.each([
    ['allow_remote_control = false', '0.139.0', '0.140.0', 'key_too_new'],
    ['allowed_web_search_modes = ["cached", "indexed"]', '0.141.0', '0.142.0', 'value_too_new'],
    [
      'mcp_servers.a.identity.url = { match = "exact", value = "https://a.example" }',
      '0.142.0',
      '0.143.0',
      'value_too_new',
    ],
    ['[features]\ncode_mode = false', '0.113.0', '0.114.0', 'feature_too_new'],
  ])('%s is an error for %s and none for %s', (text, before, since, id) => {
    const at = (oldestClient: string) =>
      requirements(text, { oldestClient }).filter(({ severity }) => severity === 'error');

    expect(at(before).map((one) => one.id)).toEqual([id]);
    expect(at(since)).toEqual([]);
  });

  test('a table that is too new is named once, not again for each key in it', () => {
    const text = '[models.new_thread]\nmodel = "gpt-6"\nservice_tier = "fast"';

    expect(brief(requirements(text, { oldestClient: '0.130.0' }))).toEqual(['error key_too_new 1:2']);
  });
});

test('keys that count on the device alone are errors in a policy from the cloud', () => {
  const text = 'allowed_login_methods = ["chatgpt"]';

  expect(requirements(text)).toEqual([]);
  expect(brief(requirements(text, { delivery: 'cloud' }))).toEqual(['error local_only 1:1']);
});
