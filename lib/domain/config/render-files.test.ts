import { createHash } from 'node:crypto';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { LoginRestriction } from '#lib/domain/login/login-restriction';
import { approvalPolicies, sandboxModes, webSearchModes } from './decision-values';
import { decisionsSchema, type Decisions } from './decisions';
import { configFileNames, type ConfigFileName } from './file-sections';
import { presetNames, presets } from './presets';
import { decidedBody } from './decided-body';
import { renderFile } from './render-files';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const meta = { workspace: { name: 'Acme', slug: 'acme' }, changedAt: new Date('2026-11-22T10:31:00Z') };
const render = (name: ConfigFileName, decisions: Decisions, login: LoginRestriction | null = null) =>
  renderFile(name, decidedBody(name, { decisions, login }), meta, sha256);
const read = (name: ConfigFileName, decisions: Decisions): Record<string, unknown> =>
  parse(render(name, decisions));

const subsets = <T>(values: readonly T[]): T[][] =>
  values.reduce<T[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);

const endpoint = 'https://collector.example:4318/v1/logs?a="b\\c';
const exporters = [
  { kind: 'none' },
  { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'json' },
  { kind: 'otlp-grpc', endpoint },
];
const mcpChoices = [
  { mode: 'none' },
  { mode: 'any' },
  { mode: 'listed', servers: [] },
  {
    mode: 'listed',
    servers: [
      { name: 'docs', identity: { url: 'https://docs.example/mcp' } },
      { name: 'Tools_2-x', identity: { command: 'C:\\Program Files\\"docs" \u{1F600} #1' } },
    ],
  },
];

/** Every combination of the sets, the MCP choices and the exporters; telemetry's flags alternate. */
const many: Decisions[] = subsets(approvalPolicies.slice(1))
  .flatMap((approval) => subsets(sandboxModes.slice(1)).map((sandbox) => ({ approval, sandbox })))
  .flatMap((choice) => subsets(webSearchModes).map((webSearch) => ({ ...choice, webSearch })))
  .flatMap((choice) => mcpChoices.map((mcp) => ({ ...choice, mcp })))
  .flatMap((choice) => exporters.map((exporter) => ({ ...choice, exporter })))
  .map(({ approval, sandbox, webSearch, mcp, exporter }, index) => ({
    approval: ['on-request', ...approval],
    sandbox: ['read-only', ...sandbox],
    webSearch,
    mcp,
    telemetry: {
      exporter,
      logUserPrompt: false,
      history: index % 2 === 0 ? 'none' : 'save-all',
      analytics: index % 3 === 0,
    },
  }))
  .map((decisions) => decisionsSchema.parse(decisions));

const intendedMcp = ({ mcp }: Decisions) => {
  if (mcp.mode === 'any') return {};
  if (mcp.mode === 'none') return { features: { apps: false }, mcp_servers: {} };
  return { mcp_servers: Object.fromEntries(mcp.servers.map(({ name, identity }) => [name, { identity }])) };
};

const intendedExporter = ({ telemetry: { exporter } }: Decisions) => {
  if (exporter.kind === 'none') return 'none';
  const { kind, ...target } = exporter;
  return { [kind]: target };
};

const intendedSearch = ({ webSearch }: Decisions) => {
  if (webSearch.includes('cached')) return {};
  return { web_search: webSearch.includes('live') ? 'live' : 'disabled' };
};

describe('every file, for many decisions', () => {
  test('requirements.toml reads back as what was decided', () => {
    for (const decisions of many) {
      expect(read('requirements.toml', decisions)).toEqual({
        allowed_approval_policies: decisions.approval,
        allowed_sandbox_modes: decisions.sandbox,
        allowed_web_search_modes: decisions.webSearch,
        ...intendedMcp(decisions),
      });
    }
  });

  test('managed_config.toml reads back as what was decided, and nothing more', () => {
    for (const decisions of many) {
      const { history, analytics } = decisions.telemetry;
      expect(read('managed_config.toml', decisions)).toEqual({
        ...intendedSearch(decisions),
        ...(analytics ? {} : { analytics: { enabled: false } }),
        history: { persistence: history },
        otel: {
          exporter: intendedExporter(decisions),
          trace_exporter: 'none',
          ...(analytics ? {} : { metrics_exporter: 'none' }),
          log_user_prompt: false,
        },
      });
    }
  });

  test('managed_config.toml never holds a key that would outrank the requirements', () => {
    for (const decisions of many) {
      const text = render('managed_config.toml', decisions);
      expect(text).not.toMatch(/approval_policy|sandbox_mode|approvals_reviewer/);
    }
  });

  test('config.toml starts with values that the requirements allow', () => {
    for (const decisions of many) {
      const { approval_policy, sandbox_mode } = read('config.toml', decisions);
      expect(decisions.approval).toContain(approval_policy);
      expect(decisions.sandbox).toContain(sandbox_mode);
      expect(sandbox_mode).not.toBe('danger-full-access');
    }
  });

  test('every line is one statement, ends with LF, and begins with # only in the header', () => {
    for (const decisions of many) {
      for (const name of configFileNames) {
        const text = render(name, decisions);
        expect(text).toMatch(/^(# [^\n]*\n){6}\n[^#\n]/);
        expect(text.split('\n').slice(6).join('\n')).not.toMatch(/^#|\r/m);
        expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
      }
    }
  });
});

describe('the login restriction', () => {
  const [one, two] = [
    '123e4567-e89b-42d3-a456-426614174000',
    '223e4567-e89b-42d3-a456-426614174000',
  ] as const;
  const topOf = (name: ConfigFileName, login: LoginRestriction | null) => {
    const {
      allowed_login_methods,
      allowed_chatgpt_workspaces,
      forced_login_method,
      forced_chatgpt_workspace_id,
    } = parse(render(name, presets.standard, login));
    const keys = {
      allowed_login_methods,
      allowed_chatgpt_workspaces,
      forced_login_method,
      forced_chatgpt_workspace_id,
    };
    return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
  };

  test.each<[string, LoginRestriction | null, object, object]>([
    ['nothing decided', null, {}, {}],
    ['no restriction', { method: 'any', workspaces: [] }, {}, {}],
    [
      'ChatGPT only',
      { method: 'chatgpt', workspaces: [] },
      { allowed_login_methods: ['chatgpt'] },
      { forced_login_method: 'chatgpt' },
    ],
    [
      'API keys only',
      { method: 'api', workspaces: [] },
      { allowed_login_methods: ['api'] },
      { forced_login_method: 'api' },
    ],
    [
      'one workspace, which every client knows as one text',
      { method: 'chatgpt', workspaces: [one] },
      { allowed_login_methods: ['chatgpt'], allowed_chatgpt_workspaces: [one] },
      { forced_login_method: 'chatgpt', forced_chatgpt_workspace_id: one },
    ],
    [
      'two workspaces and any method',
      { method: 'any', workspaces: [one, two] },
      { allowed_chatgpt_workspaces: [one, two] },
      { forced_chatgpt_workspace_id: [one, two] },
    ],
  ])('%s', (_, login, required, forced) => {
    expect(topOf('requirements.toml', login)).toEqual(required);
    expect(topOf('managed_config.toml', login)).toEqual(forced);
    expect(topOf('config.toml', login)).toEqual({});
  });
});

describe('the header', () => {
  test('the same decisions, said in another order, give the same bytes', () => {
    const other = decisionsSchema.parse({
      ...presets.flexible,
      sandbox: [...presets.flexible.sandbox].reverse(),
      webSearch: [...presets.flexible.webSearch].reverse(),
    });

    for (const name of configFileNames) expect(render(name, other)).toBe(render(name, presets.flexible));
  });

  test('it names the workspace, the time in UTC and the sum of the bytes that follow', () => {
    const text = render('requirements.toml', presets.standard);
    const body = text.slice(text.indexOf('\n\n') + 2);

    expect(text).toContain('# Workspace: Acme (acme)\n# Last change: 2026-11-22T10:31:00.000Z\n');
    expect(text).toContain(`: ${sha256(body)}\n`);
  });

  test('a draft says so first; a version names no time, so the same content has the same bytes', () => {
    const body = decidedBody('requirements.toml', { decisions: presets.standard, login: null });
    const draft = renderFile('requirements.toml', body, meta, sha256);
    const version = renderFile('requirements.toml', body, { ...meta, changedAt: null }, sha256);

    expect(draft.split('\n').slice(0, 2)).toEqual(['# DRAFT', '# requirements.toml, written by Slipway']);
    expect(version).toBe(
      draft.replace('# DRAFT\n', '').replace('# Last change: 2026-11-22T10:31:00.000Z\n', ''),
    );
  });

  test('a workspace name cannot break out of its comment or turn the reading direction', () => {
    const name = 'Acme\nallowed_sandbox_modes = []\r\u0000\u2028\u202e "🙂';
    const text = renderFile(
      'requirements.toml',
      decidedBody('requirements.toml', { decisions: presets.strict, login: null }),
      { ...meta, workspace: { name, slug: 'acme' } },
      sha256,
    );

    expect(parse(text)).toEqual(read('requirements.toml', presets.strict));
    expect(text.split('\n')[2]).toBe(
      '# Workspace: Acme<U+000A>allowed_sandbox_modes = []<U+000D><U+0000><U+2028><U+202E> "🙂 (acme)',
    );
  });
});

describe('the presets’ files', () => {
  test.each(presetNames)('%s', async (preset) => {
    const text = configFileNames.map((name) => render(name, presets[preset])).join('\n');

    await expect(text).toMatchFileSnapshot(`__snapshots__/${preset}.toml`);
  });
});
