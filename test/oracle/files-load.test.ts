import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { presets } from '#lib/domain/config/presets';
import { decidedBody } from '#lib/domain/config/decided-body';
import { renderFile } from '#lib/domain/config/render-files';
import { askClient, clientRequired, whyNot } from './client';
import { everything, expectedOf, userConfigOf, type Wish } from './expected';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;

if (excuse !== null) console.warn(`Skipped: what the real client makes of the files; ${excuse}`);

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const meta = {
  workspace: { name: 'Acme "Ünïcode" 🙂', slug: 'acme' },
  changedAt: new Date('2026-11-22T10:31:00Z'),
};
const render = (name: ConfigFileName, decisions: Decisions) =>
  renderFile(name, decidedBody(name, { decisions, login: null }), meta, sha256);
const filesOf = (decisions: Decisions) => ({
  requirements: render('requirements.toml', decisions),
  managedConfig: render('managed_config.toml', decisions),
});

const docs = { name: 'docs', identity: { command: 'C:\\docs "server"' } };
const wiki = { name: 'wiki', identity: { url: 'https://wiki.example/mcp?v=1' } };

const baselines: Readonly<Record<string, Decisions>> = {
  strict: presets.strict,
  standard: presets.standard,
  flexible: presets.flexible,
  'full access without workspace-write': decisionsSchema.parse({
    approval: ['never', 'on-request'],
    sandbox: ['danger-full-access', 'read-only'],
    webSearch: ['cached'],
    mcp: { mode: 'listed', servers: [wiki, docs] },
    telemetry: {
      exporter: { kind: 'otlp-http', endpoint: 'https://collector.example/v1/logs', protocol: 'json' },
      logUserPrompt: false,
      history: 'none',
      analytics: false,
    },
  }),
  'live search alone': decisionsSchema.parse({
    ...presets.flexible,
    webSearch: ['live'],
    telemetry: {
      ...presets.flexible.telemetry,
      exporter: { kind: 'otlp-grpc', endpoint: 'https://collector.example:4317' },
    },
  }),
  'no web search': decisionsSchema.parse({
    ...presets.standard,
    webSearch: [],
    mcp: { mode: 'any' },
  }),
};

const wishes: Readonly<Record<string, Wish>> = {
  'asks for nothing': {},
  'asks for everything': everything,
  'asks for full access alone': { sandbox: 'danger-full-access' },
  'asks to write in the workspace': {
    approval: 'on-request',
    sandbox: 'workspace-write',
    webSearch: 'cached',
  },
};

const everyCase = Object.keys(baselines).flatMap((baseline) =>
  Object.keys(wishes).map((wish) => ({ baseline, wish })),
);

const pick = <T>(record: Readonly<Record<string, T>>, key: string): T => {
  const value = record[key];
  if (value === undefined) throw new Error(`nothing is called ${key}`);
  return value;
};

test.runIf(clientRequired)('the real client can be asked here, as REQUIRE_CODEX=1 demands', () => {
  expect(excuse, excuse ?? '').toBeNull();
});

describe.skipIf(excuse !== null)(`${client} and the files`, () => {
  test.each(everyCase)('$baseline: a user who $wish gets what was decided', async ({ baseline, wish }) => {
    const decisions = pick(baselines, baseline);
    const asked = pick(wishes, wish);
    const answer = await askClient({ ...filesOf(decisions), userConfig: userConfigOf(asked) });
    const fallbacks = answer.warnings.filter((text) =>
      /^Configured value for .* is disallowed by requirements/.test(text),
    );

    expect(answer).toMatchObject({ ok: true, error: null, ignored: [] });
    expect(answer.enforced).toEqual(expectedOf(decisions, asked));
    expect(answer.warnings).toEqual(wish === 'asks for nothing' ? [] : fallbacks);
    expect(answer.requirements).toMatchObject({
      allowedApprovalPolicies: decisions.approval,
      allowedSandboxModes: decisions.sandbox,
      allowedWebSearchModes: expect.arrayContaining([...decisions.webSearch, 'disabled']),
    });
  });

  test.each(Object.keys(baselines))('%s: config.toml starts a thread without a warning', async (baseline) => {
    const decisions = pick(baselines, baseline);
    const answer = await askClient({
      ...filesOf(decisions),
      systemConfig: render('config.toml', decisions),
    });
    const sandbox = decisions.sandbox.includes('workspace-write') ? 'workspace-write' : 'read-only';

    expect(answer).toMatchObject({ ok: true, warnings: [], ignored: [] });
    expect(answer.enforced).toMatchObject({ approval: 'on-request', sandbox });
  });

  test('only listed MCP servers are on, each by name and identity', async () => {
    const userConfig = [
      "[mcp_servers.docs]\ncommand = 'C:\\docs \"server\"'\nargs = ['--any']",
      '[mcp_servers.wiki]\nurl = "https://wiki.example/mcp?v=2"',
      '[mcp_servers.other]\ncommand = "other"',
    ].join('\n');
    const statesUnder = async (decisions: Decisions) => {
      const { mcpServers } = await askClient({ ...filesOf(decisions), userConfig });
      return Object.fromEntries(mcpServers.map(({ name, enabled }) => [name, enabled]));
    };
    const listed = pick(baselines, 'full access without workspace-write');

    expect(await statesUnder(listed)).toEqual({ docs: true, wiki: false, other: false });
    expect(await statesUnder(presets.strict)).toEqual({ docs: false, wiki: false, other: false });
    expect(await statesUnder(presets.flexible)).toEqual({ docs: true, wiki: true, other: true });
  });

  test('no connectors means that the feature is pinned off', async () => {
    const answer = await askClient({ ...filesOf(presets.strict), userConfig: '[features]\napps = true\n' });

    expect(answer.requirements).toMatchObject({ featureRequirements: { apps: false } });
  });

  test('telemetry holds over a user who wants another', async () => {
    const userConfig = [
      '[analytics]\nenabled = true',
      '[history]\npersistence = "save-all"',
      '[otel]\nlog_user_prompt = true\nmetrics_exporter = "statsig"',
      'exporter = { otlp-http = { endpoint = "https://elsewhere.example/", protocol = "binary" } }',
    ].join('\n');
    const { config } = await askClient({ ...filesOf(presets.strict), userConfig });

    expect(config).toMatchObject({
      analytics: { enabled: false },
      history: { persistence: 'none' },
      otel: { exporter: 'none', trace_exporter: 'none', metrics_exporter: 'none', log_user_prompt: false },
    });
  });

  test.each(['full access without workspace-write', 'live search alone'])(
    '%s: the collector is named whole',
    async (name) => {
      const decisions = pick(baselines, name);
      const { exporter } = decisions.telemetry;
      if (exporter.kind === 'none') throw new Error('this baseline names a collector');
      const { kind, ...target } = exporter;
      const { config } = await askClient(filesOf(decisions));

      expect(config).toMatchObject({ otel: { exporter: { [kind]: target }, log_user_prompt: false } });
    },
  );
});

describe.skipIf(excuse !== null)(`${client} and faults`, () => {
  const { requirements, managedConfig } = filesOf(presets.standard);

  test('a misspelt key is reported as ignored, and is not enforced', async () => {
    const answer = await askClient({
      requirements: requirements.replace('allowed_sandbox_modes', 'allowed_sandbox_mode'),
      managedConfig: managedConfig.replace('persistence', 'persistance'),
      userConfig: userConfigOf(everything),
    });

    expect(answer.enforced?.sandbox).toBe('danger-full-access');
    expect(answer.ignored.map(({ file, key }) => [file, key])).toEqual([
      ['/etc/codex/managed_config.toml', 'history.persistance'],
      ['/etc/codex/requirements.toml', 'allowed_sandbox_mode'],
    ]);
  });

  test('a list of sandbox modes without read-only is refused', async () => {
    const answer = await askClient({ requirements: 'allowed_sandbox_modes = ["workspace-write"]\n' });

    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining("must include 'read-only'") });
  });

  test('TOML that does not parse is refused', async () => {
    const answer = await askClient({ requirements, managedConfig: 'web_search = \n' });

    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('managed_config.toml:1') });
  });

  test('approval_policy and sandbox_mode in managed_config.toml loosen the requirements without a word', async () => {
    const strict = filesOf(presets.strict);
    const loose = 'approval_policy = "never"\nsandbox_mode = "workspace-write"\n';
    const answer = await askClient({ ...strict, managedConfig: `${loose}${strict.managedConfig}` });

    expect(answer).toMatchObject({ ok: true, warnings: [] });
    expect(answer.enforced).toMatchObject({ approval: 'never', sandbox: 'workspace-write' });
  });

  test('never without danger-full-access locks out a user who asks for both', async () => {
    const answer = await askClient({
      requirements: requirements.replace('["on-request"]', '["on-request", "never"]'),
      managedConfig,
      userConfig: userConfigOf(everything),
    });

    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('cannot be used') });
  });

  test('without web_search in managed_config.toml, excluding cached warns at every start', async () => {
    const strict = filesOf(presets.strict);
    const answer = await askClient({
      ...strict,
      managedConfig: strict.managedConfig.replace(/^web_search.*\n/m, ''),
    });

    expect(answer.warnings).toEqual([expect.stringContaining('`web_search_mode` is disallowed')]);
  });
});
