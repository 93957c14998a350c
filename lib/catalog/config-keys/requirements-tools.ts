import { z } from 'zod';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import { choice, family, flag, shape, table, text, type Draft } from './kinds';

const matcher = z.union([
  z.looseObject({ match: z.enum(['exact', 'prefix']), value: z.string() }),
  z.looseObject({ match: z.literal('regex'), expression: z.string() }),
]);

/** Identities were texts before. */
const asTable = { '{}': { since: '0.143.0', until: null } };

type Place = { path: string; facts: Partial<ConfigKey>; under: (identity: Sample) => ConfigKey['beside'] };

/** The keys by which an MCP server is recognised, below the path of the server. */
function identityKeys({ path, facts, under }: Place): readonly Draft[] {
  const here = { ...facts, risk: 'high' } as const;
  const whole = { executable: 'npx', args: [{ match: 'exact', value: '-y' }] };
  const inCommand = { ...here, beside: under({ command: whole }) };
  const argument = `${path}.identity.command.args[]`;
  return [
    table(`${path}.identity`, 'The one command or address behind the server’s name.', {
      ...here,
      good: [{ command: 'docs-server' }, { url: 'https://docs.example/mcp' }],
      bad: ['a text', {}],
      onUnknown: 'silent',
    }),
    shape(
      `${path}.identity.command`,
      z.union([z.string(), z.looseObject({ executable: z.string(), args: z.array(matcher) })]),
      'The command that starts the server, or its program and every argument.',
      { ...here, valueSpans: asTable, good: ['docs-server', whole], bad: [7], onUnknown: 'refused' },
    ),
    text(`${path}.identity.command.executable`, 'The program of the command.', {
      ...inCommand,
      good: ['npx'],
    }),
    shape(`${path}.identity.command.args`, z.array(matcher), 'What each argument has to be, one by one.', {
      ...inCommand,
      onUnknown: 'refused',
      good: [[{ match: 'exact', value: '-y' }]],
      bad: ['-y'],
    }),
    ...matcherKeys(argument, 'argument', inCommand),
    shape(
      `${path}.identity.url`,
      z.union([z.string(), matcher]),
      'The address of the server, or what its address has to match.',
      {
        ...here,
        valueSpans: asTable,
        good: ['https://docs.example/mcp', { match: 'prefix', value: 'https://docs.example/' }],
        bad: [7],
        onUnknown: 'refused',
      },
    ),
    ...matcherKeys(`${path}.identity.url`, 'address', {
      ...here,
      beside: under({ url: { match: 'exact', value: 'https://docs.example/mcp' } }),
    }),
  ];
}

const matcherKeys = (path: string, what: string, facts: Partial<ConfigKey>): readonly Draft[] => [
  choice(`${path}.match`, ['exact', 'prefix', 'regex'], `How the ${what} is compared.`, {
    ...facts,
    good: ['exact', 'prefix'],
  }),
  text(`${path}.value`, `What the ${what} is, or begins with.`, {
    ...facts,
    good: ['https://docs.example/'],
  }),
  text(`${path}.expression`, `What the whole ${what} matches.`, { ...facts, good: [], bad: [] }),
];

const ofServer = (identity: Sample) => ({ mcp_servers: { docs: { identity } } });
const ofPlugin = (identity: Sample) => ({
  plugins: { 'p@market': { mcp_servers: { docs: { identity } } } },
});

const identity = { identity: { command: 'docs-server' } };
const market = { source: 'git', url: 'https://git.example/market.git' };

/** What Codex may be connected to: MCP servers, plugins, marketplaces, apps, features. */
export const requirementsTools: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    table('features', 'Features that are on or off for everybody.', {
      good: [{ memories: false }],
      onUnknown: null,
      risk: 'medium',
      shown: 'featureRequirements',
    }),
    flag('features.*', 'Whether the feature is on.', {
      names: ['memories'],
      risk: 'medium',
      shown: 'featureRequirements',
    }),
    table('feature_requirements', 'Features that are on or off for everybody, by an older name.', {
      good: [{ memories: false }],
      onUnknown: null,
      aliasOf: 'features',
      risk: 'medium',
      shown: 'featureRequirements',
    }),
    flag('feature_requirements.*', 'Whether the feature is on.', {
      names: ['memories'],
      aliasOf: 'features.*',
      risk: 'medium',
      shown: 'featureRequirements',
    }),
    table('mcp_servers', 'MCP servers that may run; an empty table allows none.', {
      good: [{}, { docs: identity }],
      onUnknown: null,
      risk: 'high',
      effect: 'server_switched_off',
    }),
    table('mcp_servers.*', 'A server that may run, by the name under which users configure it.', {
      names: ['docs'],
      needs: ['identity'],
      good: [identity],
      bad: ['a text', {}],
      risk: 'high',
      effect: 'server_switched_off',
    }),
    ...identityKeys({ path: 'mcp_servers.*', facts: { names: ['docs'] }, under: ofServer }),
    table('plugins', 'MCP servers that plugins may bring.', {
      good: [{ 'p@market': { mcp_servers: { docs: identity } } }],
      onUnknown: null,
      introduced: '2026-04-29',
      risk: 'high',
    }),
    table('plugins.*', 'A plugin, by its name and marketplace.', {
      names: ['p@market'],
      good: [{ mcp_servers: { docs: identity } }],
      introduced: '2026-04-29',
      risk: 'high',
    }),
    table('plugins.*.mcp_servers', 'MCP servers that the plugin may bring.', {
      names: ['p@market'],
      good: [{ docs: identity }],
      onUnknown: null,
      introduced: '2026-04-29',
      risk: 'high',
    }),
    table('plugins.*.mcp_servers.*', 'A server that the plugin may bring.', {
      names: ['p@market', 'docs'],
      needs: ['identity'],
      good: [identity],
      bad: ['a text', {}],
      introduced: '2026-04-29',
      risk: 'high',
    }),
    ...identityKeys({
      path: 'plugins.*.mcp_servers.*',
      facts: { names: ['p@market', 'docs'], introduced: '2026-04-29' },
      under: ofPlugin,
    }),
    table('marketplaces', 'Where plugins may come from.', {
      good: [{ restrict_to_allowed_sources: true }],
      onUnknown: 'refused',
      introduced: '2026-06-23',
      risk: 'high',
      effect: 'marketplace_refused',
    }),
    flag('marketplaces.restrict_to_allowed_sources', 'Whether only listed sources may be added.', {
      introduced: '2026-06-23',
      risk: 'high',
      effect: 'marketplace_refused',
    }),
    table('marketplaces.allowed_sources', 'Sources that may be added, each under a name of your own.', {
      good: [{ a: market }],
      onUnknown: null,
      introduced: '2026-06-23',
      risk: 'high',
    }),
    table('marketplaces.allowed_sources.*', 'A source that may be added.', {
      names: ['a'],
      good: [
        market,
        { source: 'local', path: '/srv/market' },
        { source: 'host_pattern', host_pattern: 'git\\.example' },
      ],
      onUnknown: 'refused',
      introduced: '2026-06-23',
      risk: 'high',
    }),
    choice('marketplaces.allowed_sources.*.source', ['git', 'host_pattern', 'local'], 'The kind of source.', {
      names: ['a'],
      good: ['git'],
      beside: { marketplaces: { allowed_sources: { a: market } } },
      introduced: '2026-06-23',
      risk: 'high',
    }),
    ...(
      [
        ['url', 'Address of the repository.', market],
        ['ref', 'Branch, tag or commit of the repository.', market],
        ['host_pattern', 'What the host of a repository matches.', { source: 'host_pattern' }],
        ['path', 'Folder of the source.', { source: 'local' }],
      ] as const
    ).map(([name, help, beside]) =>
      text(`marketplaces.allowed_sources.*.${name}`, help, {
        names: ['a'],
        good: ['/srv/market'],
        beside: { marketplaces: { allowed_sources: { a: beside } } },
        introduced: '2026-06-23',
        risk: 'high',
      }),
    ),
    table('apps', 'Apps of ChatGPT that Codex may use.', {
      good: [{ connector_1: { enabled: false } }],
      onUnknown: null,
      introduced: '2026-03-13',
      risk: 'medium',
    }),
    table('apps.*', 'An app, by its identifier.', {
      names: ['connector_1'],
      good: [{ enabled: false }],
      onUnknown: 'silent',
      introduced: '2026-03-13',
      risk: 'medium',
    }),
    flag('apps.*.enabled', 'Whether the app may be used; false in one place wins.', {
      names: ['connector_1'],
      introduced: '2026-03-13',
      risk: 'medium',
    }),
    table('apps.*.tools', 'Tools of the app.', {
      names: ['connector_1'],
      onUnknown: null,
      introduced: '2026-05-11',
      risk: 'medium',
    }),
    table('apps.*.tools.*', 'A tool of the app, by its name.', {
      names: ['connector_1', 'tool'],
      onUnknown: 'silent',
      introduced: '2026-05-11',
      risk: 'medium',
    }),
    choice('apps.*.tools.*.approval_mode', ['auto', 'prompt', 'writes', 'approve'], 'When the tool asks.', {
      names: ['connector_1', 'tool'],
      introduced: '2026-05-11',
      risk: 'medium',
    }),
  ],
);
