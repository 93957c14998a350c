import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { presets } from '#lib/domain/config/presets';
import { decidedBody } from '#lib/domain/config/decided-body';
import { renderFile } from '#lib/domain/config/render-files';
import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import { checkRules } from '#lib/domain/team-config/check-rules';
import { renderTeamFiles, zipFiles } from '#lib/domain/team-config/render-team-config';
import type { TeamConfig } from '#lib/domain/team-config/team-config';
import { askClient, askLogin, askRules, askSkills, whyNot } from './client';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const meta = {
  workspace: { name: 'Acme "Ünïcode" 🙂 ---', slug: 'acme' },
  changedAt: new Date('2026-11-22T10:31:00Z'),
};
const one = '123e4567-e89b-42d3-a456-426614174000';
const two = '223e4567-e89b-42d3-a456-426614174000';

function filesOf(login: LoginRestriction) {
  const source = { decisions: presets.standard, login };
  return {
    requirements: renderFile('requirements.toml', decidedBody('requirements.toml', source), meta, sha256),
    managedConfig: renderFile(
      'managed_config.toml',
      decidedBody('managed_config.toml', source),
      meta,
      sha256,
    ),
  };
}

const keyRefused = 'API key login is disabled. Use ChatGPT login instead.';
const chatgptRefused = 'ChatGPT login is disabled. Use API key login instead.';

describe.skipIf(excuse !== null)(`${client} and the login restriction`, () => {
  test.each<[LoginRestriction, string[], string | null, string | null, unknown]>([
    [{ method: 'any', workspaces: [] }, ['api', 'chatgpt'], null, null, null],
    [{ method: 'chatgpt', workspaces: [] }, ['chatgpt'], keyRefused, null, null],
    [{ method: 'api', workspaces: [] }, ['api'], null, chatgptRefused, null],
    [{ method: 'chatgpt', workspaces: [one] }, ['chatgpt'], keyRefused, null, one],
    [{ method: 'chatgpt', workspaces: [one, two] }, ['chatgpt'], keyRefused, null, [one, two]],
    // The list of workspaces leaves API keys open, which the page warns of.
    [{ method: 'any', workspaces: [one] }, ['api', 'chatgpt'], null, null, one],
  ])('%j', async (...[login, methods, apiKey, chatgpt, workspaces]) => {
    const files = filesOf(login);
    const answer = await askClient(files);

    expect(answer).toMatchObject({ ok: true, error: null, warnings: [], ignored: [] });
    expect(answer.requirements.allowedLoginMethods).toEqual(methods);
    expect(answer.config).toMatchObject({
      forced_login_method: login.method === 'any' ? null : login.method,
      forced_chatgpt_workspace_id: workspaces,
    });
    expect(await askLogin(files)).toEqual({ apiKey, chatgpt });
  });

  test('either file alone closes API keys, so clients of every age are held', async () => {
    const { requirements, managedConfig } = filesOf({ method: 'chatgpt', workspaces: [one] });

    expect(await askLogin({ requirements })).toEqual({ apiKey: keyRefused, chatgpt: null });
    expect(await askLogin({ managedConfig })).toEqual({ apiKey: keyRefused, chatgpt: null });
  });

  test('a misspelt key closes nothing and is reported', async () => {
    const { requirements } = filesOf({ method: 'chatgpt', workspaces: [] });
    const files = { requirements: requirements.replace('allowed_login_methods', 'allowed_login_method') };

    expect((await askClient(files)).ignored.map(({ key }) => key)).toEqual(['allowed_login_method']);
    expect(await askLogin(files)).toEqual({ apiKey: null, chatgpt: null });
  });
});

const team: TeamConfig = {
  rules: starterTeamConfig.rules,
  skills: [
    ...starterTeamConfig.skills,
    { name: 'true', description: 'A "name" that YAML: would # misread \\ 🙂', body: '---\n# Body\n---' },
  ],
};

/** What somebody has who unpacks the archive. */
function unpacked(config: TeamConfig): Record<string, string> {
  const body = decidedBody('config.toml', { decisions: presets.standard, login: null });
  const systemConfig = renderFile('config.toml', body, meta, sha256);
  const zip = zipFiles([
    { path: 'config.toml', text: systemConfig },
    ...renderTeamFiles(config, meta, sha256),
  ]);
  const entries = Object.entries(unzipSync(zip));
  return Object.fromEntries(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

const below = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

const skillsOf = (config: TeamConfig, scope: string) =>
  config.skills.map(({ name, description }) => ({ name, description, scope }));

describe.skipIf(excuse !== null)(`${client} and the Team Config archive`, () => {
  const files = unpacked(team);

  test.each([
    ['/etc/codex', { codexFolder: files }, 'admin'],
    ['the .codex folder of a repository', { repository: below('.codex', files) }, 'repo'],
  ])('unpacked into %s, it loads and its skills are found', async (_, place, scope) => {
    const answer = await askClient({ ...filesOf({ method: 'any', workspaces: [] }), ...place });
    expect(answer).toMatchObject({ ok: true, error: null, warnings: [], ignored: [] });
    expect(answer.enforced).toMatchObject({ approval: 'on-request', sandbox: 'workspace-write' });

    const { skills, errors } = await askSkills(place);
    expect(errors).toEqual([]);
    expect(skills).toHaveLength(2);
    expect(skills).toEqual(expect.arrayContaining(skillsOf(team, scope)));
  });

  test('its rules decide as they are meant to', async () => {
    const commands = [
      ['git', 'push', 'origin', 'main'],
      ['git', 'status'],
      ['rm', '-rf', '/'],
      ['rm', '-rf', 'build'],
      ['sudo', 'ls'],
    ];
    const decided = await askRules(files['rules/default.rules'] ?? '', commands);
    expect(decided).toEqual(['prompt', null, 'forbidden', null, 'prompt']);
  });

  test('without rules and skills it loads as well', async () => {
    const answer = await askClient({ codexFolder: unpacked({ rules: '', skills: [] }) });
    expect(answer).toMatchObject({ ok: true, warnings: [], ignored: [] });
  });

  test('a broken rule is refused, and switches off the rules with a warning', async () => {
    const broken = unpacked({ ...team, rules: `${team.rules}\nprefix_rule(pattern = [])` });
    await expect(askRules(broken['rules/default.rules'] ?? '', [['ls']])).rejects.toThrow('pattern');

    const { warnings } = await askClient({ codexFolder: broken });
    expect(warnings.join('\n')).toContain('Error parsing rules');
  });

  test('a skill with a byte order mark, or with its name in small letters, is not found', async () => {
    const text = files['skills/before-commit/SKILL.md'] ?? '';
    const marked = await askSkills({ codexFolder: { 'skills/before-commit/SKILL.md': `\uFEFF${text}` } });
    expect(marked).toMatchObject({ skills: [], errors: [expect.stringContaining('frontmatter')] });

    const small = await askSkills({ codexFolder: { 'skills/before-commit/skill.md': text } });
    expect(small).toEqual({ skills: [], errors: [] });
  });
});

const rule = (words: string) => `prefix_rule(${words}, decision = "prompt")`;

describe.skipIf(excuse !== null)(`${client} and our own look at rules`, () => {
  test.each([
    ...['prefix_rule(', 'x = 3\n)', '(]', 'x = "abc', 'prefix_rule(["a" "b"])', 'foo(1)', 'print(1)'],
    ...['load("a", "b")', rule('[]'), rule('["a", []]'), rule('"a"'), 'prefix_rule(decision = "prompt")'],
    ...[rule('["a"], why = 1'), 'prefix_rule(["a"], "deny")', rule('["a"], justification = " "')],
    ...['network_rule("a.example", "ftp", "allow")', 'host_executable("git")'],
  ])('what it calls an error is refused: %s', async (text) => {
    expect(checkRules(text).some(({ severity }) => severity === 'error')).toBe(true);
    await expect(askRules(text, [['a']])).rejects.toThrow('failed to parse policy');
  });

  test.each([
    ...[
      rule('["a"]'),
      'prefix_rule(["a"])',
      rule('["*"]'),
      'prefix_rule(["a"], "prompt", ["a b"], ["b"], "c")',
    ],
    ...[`def ask(word):\n  ${rule('[word]')}\nask("a")`, `[${rule('[word]')} for word in ["a", "b"]]`],
    ...['network_rule("a.example", "https", "deny")', `x = "a b".split(" ")\n${rule('x')}`],
    ...[rule('["a"], match = [["a", "b"]]'), `if len("a") == 1:\n  ${rule('["a"]')}`],
  ])('what it finds no error in is taken: %s', async (text) => {
    expect(checkRules(text).filter(({ severity }) => severity === 'error')).toEqual([]);
    await expect(askRules(text, [['a']])).resolves.toHaveLength(1);
  });
});
