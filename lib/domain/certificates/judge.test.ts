import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { verdictOf } from './certificate';
import { strangeServer, type ClientAnswer } from './client-answer';
import { judge } from './judge';
import { triedServers } from './tried-servers';
import { withoutPrograms } from './without-programs';

const silent: ClientAnswer = {
  ...{ refusal: null, warnings: [], ignored: [], requirements: {}, config: {} },
  plain: { approval: 'on-request', sandbox: 'read-only', webSearch: 'cached' },
  asking: { approval: 'on-request', sandbox: 'read-only', webSearch: 'cached' },
  ...{ mcpServers: [], profiles: [], skills: { found: [], faults: [] } },
};

const results = (file: string, text: string, answer: Partial<ClientAnswer> = {}, client = '0.169.0') =>
  judge([{ path: file, text }], { ...silent, ...answer }, { client, newest: '0.169.0' }, keyCatalogue);
const outcomes = (...asked: Parameters<typeof results>) =>
  results(...asked).map(({ key, line, outcome }) => [key, line, outcome]);

const requirements = 'requirements.toml';
const managed = 'managed_config.toml';

describe('a limit', () => {
  test.each([
    ['a user who asks for the most is held to it', { approval: 'on-request' }, 'as_intended'],
    ['a thread that gets more all the same is a replacement', { approval: 'never' }, 'replaced'],
  ])('%s', (_, asking, outcome) => {
    const answer = { asking: { sandbox: 'read-only', webSearch: null, ...asking } };

    expect(outcomes(requirements, 'allowed_approval_policies = ["on-request"]', answer)).toEqual([
      ['allowed_approval_policies', 1, outcome],
    ]);
  });

  test('that no thread shows is held against the list in force', () => {
    const text = 'allowed_web_search_modes = ["cached"]';
    const unseen = { plain: null, asking: null };
    const shows = (modes: readonly string[]) => ({
      ...unseen,
      requirements: { allowedWebSearchModes: modes },
    });

    expect(outcomes(requirements, text, shows(['cached', 'disabled']))[0]?.[2]).toBe('as_intended');
    expect(outcomes(requirements, text, shows(['live', 'disabled']))[0]?.[2]).toBe('replaced');
  });

  test('that the newest client does not list is ignored; of an older one nothing can be said', () => {
    const text = 'enforce_residency = "us"';

    expect(outcomes(requirements, text)[0]?.[2]).toBe('ignored');
    expect(outcomes(requirements, text, {}, '0.163.0')[0]?.[2]).toBe('not_observable');
  });
});

describe('a key that the client ignores', () => {
  const said = (key: string) => ({ ignored: [{ file: '/etc/codex/requirements.toml', key }] });

  test('is told with the client’s own words, at its line', () => {
    expect(
      results(requirements, '\nallowed_sandbox_mode = ["read-only"]', said('allowed_sandbox_mode')),
    ).toEqual([
      {
        ...{ file: requirements, key: 'allowed_sandbox_mode', line: 2, outcome: 'ignored' },
        message: 'The client says: `allowed_sandbox_mode` is ignored.',
      },
    ]);
  });

  test('takes everything below it along, and nothing of another file', () => {
    expect(
      outcomes(requirements, '[nonsense]\na = 1\nb = 2', said('nonsense')).map(([, , one]) => one),
    ).toEqual(['ignored', 'ignored']);
    expect(outcomes(managed, 'model = "x"', said('model'))[0]?.[2]).not.toBe('ignored');
  });

  test('is found among those that the client only counts', () => {
    const warnings = ['Codex is ignoring 5 settings.\n  ... and 2 more ignored settings.'];
    const text = 'nonsense = 1\nallowed_login_methods = ["chatgpt"]';

    expect(
      outcomes(requirements, text, { warnings, requirements: { allowedLoginMethods: ['chatgpt'] } }),
    ).toEqual([
      ['nonsense', 1, 'ignored'],
      ['allowed_login_methods', 2, 'as_intended'],
    ]);
  });

  test('is found by the catalogue where clients pass over it without a word', () => {
    expect(outcomes(requirements, '[hooks]\nPreToolUsed = []')[0]?.[2]).toBe('ignored');
    expect(outcomes(requirements, '[otel]\nexporter = "none"', {}, '0.163.0')[0]?.[2]).toBe('ignored');
  });

  test('is no verdict where the client may know more than Slipway', () => {
    expect(outcomes(requirements, '[hooks]\nPreToolUsed = []', {}, '0.170.0')[0]?.[2]).toBe('not_observable');
  });
});

describe('a starting value', () => {
  test('is what a thread of a user who asks for nothing starts with', () => {
    expect(outcomes(managed, 'sandbox_mode = "read-only"')[0]?.[2]).toBe('as_intended');
    expect(outcomes(managed, 'sandbox_mode = "workspace-write"')[0]?.[2]).toBe('replaced');
  });

  test('that requirements forbid is replaced, in the client’s words', () => {
    const warning = 'Configured value for `approval_policy` is disallowed by requirements; falling back.';
    const [result] = results(managed, 'approval_policy = "never"', { warnings: [warning] });

    expect(result).toMatchObject({ outcome: 'replaced', message: warning });
  });

  test('inside a table is looked up in what the client shows of the table', () => {
    const text = '[analytics]\nenabled = false';

    expect(outcomes(managed, text, { config: { analytics: { enabled: false } } })[0]?.[2]).toBe(
      'as_intended',
    );
    expect(outcomes(managed, text, { config: { analytics: { enabled: true } } })[0]?.[2]).toBe('replaced');
    expect(outcomes(managed, text, { config: null })[0]?.[2]).toBe('not_observable');
  });
});

describe('required MCP servers', () => {
  const text = '[mcp_servers.docs.identity]\ncommand = "docs-server"\n';
  const servers = (stranger: boolean, docs: boolean) => ({
    mcpServers: [
      { name: strangeServer.name, enabled: stranger, reason: null },
      { name: 'docs', enabled: docs, reason: docs ? null : 'requirements' },
    ],
  });

  test.each([
    [false, true, 'as_intended'],
    [true, true, 'ignored'],
    [false, false, 'replaced'],
  ])('a stranger that is on: %s, the listed one: %s → %s', (stranger, docs, outcome) => {
    expect(outcomes(requirements, text, servers(stranger, docs))).toEqual([
      ['mcp_servers.docs.identity.command', 2, outcome],
    ]);
  });

  test('are tried with one server of each identity and one that nobody allows', () => {
    const pattern =
      '[mcp_servers.wiki.identity]\nurl = { match = "prefix", value = "https://wiki.example/" }\n';

    expect(triedServers([{ path: requirements, text: text + pattern }])).toEqual([
      { name: 'docs', command: 'docs-server' },
      { name: 'wiki', url: 'https://wiki.example/' },
      strangeServer,
    ]);
    expect(
      triedServers([
        { path: requirements, text },
        { path: managed, text: '[mcp_servers.docs]\ncommand = "docs-server"\n' },
      ]),
    ).toEqual([strangeServer]);
  });
});

describe('files that the client refuses', () => {
  const text = 'allowed_sandbox_modes = ["read-only"]\nallowed_approval_policies = "never"\n';

  test.each([
    [
      'by the key',
      'failed to parse requirements layer /etc/codex/requirements.toml: wrong\nin `allowed_approval_policies`',
    ],
    ['by the line', 'failed to parse /etc/codex/requirements.toml: TOML parse error at line 2, column 29'],
  ])('are refused for one key, named %s, and tell nothing of the others', (_, refusal) => {
    expect(outcomes(requirements, text, { refusal })).toEqual([
      ['allowed_sandbox_modes', 1, 'not_observable'],
      ['allowed_approval_policies', 2, 'refused'],
    ]);
  });

  test('are refused as a whole where the client names no key, also when they are no TOML', () => {
    const refusal = '/etc/codex/managed_config.toml:1:3: key with no value';

    expect(outcomes(managed, 'a b', { refusal })).toEqual([['', 1, 'refused']]);
    expect(verdictOf(results(managed, 'a b', { refusal }))).toBe('differs');
  });
});

describe('rules and skills', () => {
  const rules = 'rules/default.rules';
  const skill = 'skills/docs/SKILL.md';
  const path = `/etc/codex/${skill}`;

  test('rules of which one is broken are dropped, all of them', () => {
    expect(outcomes(rules, '')).toEqual([['', null, 'as_intended']]);
    const warnings = ['Error parsing rules; custom rules not applied.'];
    expect(outcomes(rules, '', { warnings })).toEqual([['', null, 'ignored']]);
  });

  test.each<[string, ClientAnswer['skills'], string]>([
    ['is found', { found: [path], faults: [] }, 'as_intended'],
    ['is not found', { found: [], faults: [] }, 'ignored'],
    ['has a fault', { found: [], faults: [{ path, message: 'missing field `description`' }] }, 'refused'],
    ['cannot be asked for', null, 'not_observable'],
  ])('a skill that %s', (_, skills, outcome) => {
    expect(outcomes(skill, '', { skills })).toEqual([['', null, outcome]]);
  });
});

test('what cannot be observed keeps nothing from being green', () => {
  expect(verdictOf([{ file: '', key: '', line: null, outcome: 'not_observable', message: '' }])).toBe(
    'as_intended',
  );
});

test('a thread is started without what the files would have it start; the rest keeps its bytes', () => {
  const text =
    '# kept\nmodel = "x"\nnotify = ["sh"]\n\n[mcp_servers.docs]\ncommand = "npx"\n\n[history]\npersistence = "none"\n';
  const [file] = withoutPrograms([{ path: managed, text }]);

  expect(file?.text).not.toMatch(/notify|npx/);
  expect(file?.text).toContain('# kept\nmodel = "x"\n');
  expect(file?.text).toContain('[history]\npersistence = "none"\n');
});
