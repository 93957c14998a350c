import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { hookKeys } from './hook-keys';
import { choice, count, family, flag, named, shape, table, tables, text, texts, type Draft } from './kinds';

const approvalModes = ['auto', 'prompt', 'writes', 'approve'] as const;
const writesLater = { valueSpans: { writes: { since: '0.144.0', until: null } } };
const command = { command: 'docs-server' };
const local = { names: ['docs'], beside: { mcp_servers: { docs: command } }, shown: 'mcp_servers' } as const;
const remote = {
  names: ['docs'],
  beside: { mcp_servers: { docs: { url: 'https://docs.example/mcp' } } },
  shown: 'mcp_servers',
} as const;
const seconds = z.number().min(0);

const serverKeys: readonly Draft[] = [
  table('mcp_servers', 'MCP servers that are set up for everybody.', {
    good: [{ docs: command }],
    onUnknown: null,
    risk: 'high',
    shown: 'mcp_servers',
  }),
  table('mcp_servers.*', 'A server, by its name.', {
    ...local,
    good: [command, { url: 'https://docs.example/mcp' }],
    bad: ['a text', {}],
    beside: {},
    risk: 'high',
  }),
  text('mcp_servers.*.command', 'The program that is started.', { ...local, risk: 'high' }),
  texts('mcp_servers.*.args', 'Its arguments.', { ...local, risk: 'high' }),
  named('mcp_servers.*.env', 'Its environment; a secret in it can be read on every machine.', {
    ...local,
    risk: 'high',
  }),
  shape(
    'mcp_servers.*.env_vars',
    z.array(z.union([z.string(), z.looseObject({ name: z.string() })])),
    'Environment variables that it gets from the user.',
    { ...local, good: [['TOKEN'], [{ name: 'TOKEN' }]], bad: ['TOKEN'], risk: 'medium' },
  ),
  text('mcp_servers.*.cwd', 'The folder it runs in.', { ...local, good: ['/srv'] }),
  text('mcp_servers.*.url', 'The address of the server.', {
    ...local,
    good: ['https://docs.example/mcp'],
    beside: {},
    risk: 'high',
  }),
  text('mcp_servers.*.bearer_token_env_var', 'Environment variable that holds its token.', {
    ...remote,
    risk: 'medium',
  }),
  named(
    'mcp_servers.*.http_headers',
    'Headers of each request; a secret in them can be read on every machine.',
    {
      ...remote,
      risk: 'high',
    },
  ),
  named('mcp_servers.*.env_http_headers', 'Headers whose values stand in environment variables.', {
    ...remote,
    risk: 'medium',
  }),
  flag('mcp_servers.*.enabled', 'Whether the server is used.', { ...local, byDefault: true }),
  flag('mcp_servers.*.required', 'Whether Codex waits for the server.', local),
  texts('mcp_servers.*.enabled_tools', 'The only tools that may be used.', { ...local, risk: 'medium' }),
  texts('mcp_servers.*.disabled_tools', 'Tools that may not be used.', { ...local, risk: 'medium' }),
  shape('mcp_servers.*.startup_timeout_sec', seconds, 'Seconds the server may take to start.', {
    ...local,
    byDefault: 10,
    good: [20, 0.5],
    bad: ['many'],
  }),
  count('mcp_servers.*.startup_timeout_ms', 'Milliseconds the server may take to start.', local),
  shape('mcp_servers.*.tool_timeout_sec', seconds, 'Seconds a tool may take.', {
    ...local,
    byDefault: 60,
    good: [20, 0.5],
    bad: ['many'],
  }),
  texts('mcp_servers.*.scopes', 'What is asked for when a user signs in to the server.', {
    ...local,
    risk: 'medium',
  }),
  text('mcp_servers.*.oauth_resource', 'The resource that a user signs in to.', remote),
  choice('mcp_servers.*.default_tools_approval_mode', approvalModes, 'When its tools ask.', {
    ...local,
    risk: 'medium',
  }),
  table('mcp_servers.*.tools', 'Single tools of the server.', { ...local, onUnknown: null }),
  table('mcp_servers.*.tools.*', 'A tool, by its name.', { ...local, names: ['docs', 'search'] }),
  choice('mcp_servers.*.tools.*.approval_mode', approvalModes, 'When the tool asks.', {
    ...local,
    names: ['docs', 'search'],
    risk: 'medium',
  }),
  choice(
    'mcp_oauth_credentials_store',
    ['auto', 'file', 'keyring'],
    'Where sign-ins to MCP servers are kept.',
    {
      risk: 'medium',
      shown: 'mcp_oauth_credentials_store',
    },
  ),
  count('mcp_oauth_callback_port', 'Port at which the browser comes back from such a sign-in.', {
    good: [8085],
    shown: 'mcp_oauth_callback_port',
  }),
  text('mcp_oauth_callback_url', 'Address to which the browser comes back.', {
    good: ['http://localhost:8085/'],
    shown: 'mcp_oauth_callback_url',
  }),
];

const appKeys = (path: string, names: readonly string[]): readonly Draft[] => {
  const here = { names, shown: 'apps', risk: 'medium' } as const;
  const onUnknown = names.length === 0 ? 'warned' : 'silent';
  return [
    table(
      path,
      names.length === 0 ? 'What holds for apps that are not listed.' : 'An app, by its identifier.',
      { ...here, onUnknown },
    ),
    flag(`${path}.enabled`, 'Whether the app may be used.', here),
    flag(`${path}.destructive_enabled`, 'Whether tools that destroy may be used.', here),
    flag(`${path}.open_world_enabled`, 'Whether tools that reach beyond the app may be used.', here),
    choice(`${path}.default_tools_approval_mode`, approvalModes, 'When its tools ask.', {
      ...here,
      ...writesLater,
    }),
    choice(
      `${path}.approvals_reviewer`,
      ['user', 'auto_review', 'guardian_subagent'],
      'Who answers for it.',
      here,
    ),
  ];
};

/** Features that take settings of their own beside on and off. */
const featuresWithSettings = [
  ...['apps_mcp_path_override', 'async_compaction', 'code_mode', 'code_mode_host', 'current_time_reminder'],
  ...['guardianv2', 'guardianv3', 'multi_agent_v2', 'network_proxy', 'non_prefixed_mcp_tool_names'],
  ...['rollout_budget', 'runtime_agent_instances', 'sleep_tool', 'token_budget'],
] as const;

/** What Codex is connected to, to start with: MCP servers, apps, features, skills, hooks, agents. */
export const configTools: readonly ConfigKey[] = family(
  { form: 'config', source: 'Configuration reference, “config.toml”' },
  [
    ...serverKeys,
    table('apps', 'Apps of ChatGPT.', { onUnknown: null, shown: 'apps' }),
    ...appKeys('apps._default', []),
    ...appKeys('apps.*', ['connector_1']),
    flag('apps.*.default_tools_enabled', 'Whether its tools may be used where nothing else is said.', {
      names: ['connector_1'],
      shown: 'apps',
    }),
    table('apps.*.tools', 'Single tools of the app.', {
      names: ['connector_1'],
      onUnknown: null,
      shown: 'apps',
    }),
    table('apps.*.tools.*', 'A tool, by its name.', {
      onUnknown: 'silent',
      names: ['connector_1', 'search'],
      shown: 'apps',
    }),
    flag('apps.*.tools.*.enabled', 'Whether the tool may be used.', {
      names: ['connector_1', 'search'],
      shown: 'apps',
    }),
    choice('apps.*.tools.*.approval_mode', approvalModes, 'When the tool asks.', {
      ...writesLater,
      names: ['connector_1', 'search'],
      risk: 'medium',
      shown: 'apps',
    }),
    table('features', 'Features that are on or off to start with.', {
      good: [{ memories: false }],
      onUnknown: null,
      risk: 'medium',
      shown: 'features',
    }),
    flag('features.*', 'Whether the feature is on.', {
      names: ['memories'],
      bad: ['a text'],
      risk: 'medium',
      shown: 'features',
    }),
    ...featuresWithSettings.map((name) =>
      shape(
        `features.${name}`,
        z.union([z.boolean(), z.record(z.string(), z.unknown())]),
        'Whether the feature is on, or its settings.',
        { good: [false, { enabled: false }], bad: ['a text'], risk: 'medium', shown: 'features' },
      ),
    ),
    table('skills', 'Skills.', { shown: 'skills' }),
    tables('skills.config', 'Skills that are on or off.', {
      good: [[{ path: '/etc/codex/skills/review', enabled: false }]],
      shown: 'skills',
    }),
    ...(['path', 'name'] as const).map((name) =>
      text(`skills.config[].${name}`, `The ${name} of the skill.`, {
        good: ['/etc/codex/skills/review'],
        beside: { skills: { config: [{ enabled: true }] } },
        shown: 'skills',
      }),
    ),
    flag('skills.config[].enabled', 'Whether the skill is used.', {
      beside: { skills: { config: [{ path: '/etc/codex/skills/review' }] } },
      shown: 'skills',
    }),
    flag('skills.include_instructions', 'Whether the model is told of skills.', { shown: 'skills' }),
    table('skills.bundled', 'Skills that Codex comes with.', { shown: 'skills' }),
    flag('skills.bundled.enabled', 'Whether they are used.', { shown: 'skills' }),
    ...hookKeys('hooks', {}),
    table('agents', 'Further agents that a thread may start.', { shown: 'agents', onUnknown: null }),
    table('agents.*', 'A kind of agent, by its name.', {
      onUnknown: 'silent',
      names: ['tester'],
      good: [{ description: 'Tests.' }],
      shown: 'agents',
    }),
    count('agents.max_threads', 'Most agents at once.', { byDefault: 6, good: [4], shown: 'agents' }),
    count('agents.max_depth', 'How deep agents may start agents.', { byDefault: 1, shown: 'agents' }),
    count('agents.job_max_runtime_seconds', 'Seconds that an agent’s job may take.', {
      good: [600],
      shown: 'agents',
    }),
    texts('notify', 'Command that is run when a turn ends.', { risk: 'high', shown: 'notify' }),
  ],
);
