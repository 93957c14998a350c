import { z } from 'zod';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import { count, family, flag, shape, table, tables, text, texts, type Draft } from './kinds';

const allowDeny = z.record(z.string(), z.enum(['allow', 'deny']));

type Facts = Partial<ConfigKey>;
type Field = { path: string; at: (name: string) => Facts };

/** The fields of the managed network proxy, which has three names. */
function networkKeys(path: string, aliasOf: string | null): readonly Draft[] {
  const here = { aliasOf, shown: 'network', risk: 'high' } as const;
  const field = {
    path,
    at: (name: string) => ({ ...here, aliasOf: aliasOf === null ? null : `${aliasOf}.${name}` }),
  };
  return [
    table(path, 'The managed network proxy of sandboxed commands.', { ...here, good: [{ enabled: true }] }),
    ...proxyKeys(field),
    ...reachKeys(field),
    ...legacyKeys(field),
  ];
}

const proxyFlags = {
  enabled: 'Whether the proxy is used; without it the other keys do nothing.',
  allow_upstream_proxy: 'Whether the proxy may use another.',
  dangerously_allow_non_loopback_proxy: 'Whether the proxy may listen to other machines.',
  dangerously_allow_all_unix_sockets: 'Whether every Unix socket may be used.',
  managed_allowed_domains_only: 'Whether only hosts allowed here count, not those a user allows.',
  allow_local_binding: 'Whether commands may listen on local ports.',
} as const;

const proxyKeys = ({ path, at }: Field): readonly Draft[] => [
  ...Object.entries(proxyFlags).map(([name, help]) => flag(`${path}.${name}`, help, at(name))),
  count(`${path}.http_port`, 'Port of the proxy for HTTP.', { ...at('http_port'), good: [8080] }),
  count(`${path}.socks_port`, 'Port of the proxy for SOCKS.', { ...at('socks_port'), good: [1080] }),
];

const injection = { host: 'a.example', methods: ['GET'], path_prefixes: ['/'], headers: { 'x-a': 'b' } };

const reachKeys = ({ path, at }: Field): readonly Draft[] => [
  shape(
    `${path}.domains`,
    allowDeny,
    'Hosts that are allowed or denied; *.x for below x, **.x for x as well.',
    {
      ...at('domains'),
      good: [{ 'a.example': 'allow', '*.b.example': 'deny' }],
      bad: ['a text', { 'a.example': 'maybe' }, { '*': 'allow' }],
    },
  ),
  texts(`${path}.review_domains`, 'Hosts that need an approval before the rules for allowed ones.', {
    ...at('review_domains'),
    good: [['a.example']],
  }),
  shape(`${path}.unix_sockets`, allowDeny, 'Unix sockets that are allowed or denied.', {
    ...at('unix_sockets'),
    good: [{ '/run/a.sock': 'allow' }],
    bad: ['a text', { '/run/a.sock': 'maybe' }],
  }),
  tables(`${path}.header_injections`, 'Headers that the proxy adds to requests.', {
    ...at('header_injections'),
    needs: ['host', 'methods', 'path_prefixes', 'headers'],
    shown: null,
    good: [[injection]],
    bad: ['a text', [{ host: 'a.example' }]],
  }),
];

const legacyKeys = ({ path, at }: Field): readonly Draft[] =>
  (
    [
      [
        'allowed_domains',
        'Hosts that are allowed, as older clients wrote them; not beside domains.',
        'a.example',
      ],
      [
        'denied_domains',
        'Hosts that are denied, as older clients wrote them; not beside domains.',
        'a.example',
      ],
      ['allow_unix_sockets', 'Unix sockets that are allowed; not beside unix_sockets.', '/run/a.sock'],
    ] as const
  ).map(([name, help, sample]) => texts(`${path}.${name}`, help, { ...at(name), good: [[sample]] }));

const oauth: Sample = {
  authorization_url: 'https://sso.example/authorize',
  token_url: 'https://sso.example/token',
  client_id: 'codex',
};

/** What may be reached, and by which servers of OpenAI. */
export const requirementsNetwork: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    ...networkKeys('experimental_network', null),
    ...networkKeys('permissions.network', 'experimental_network'),
    ...networkKeys('network_proxy', 'experimental_network'),
    table('application', 'What the desktop app may reach, and where it puts work.', {
      good: [{ network: { enabled: true, domains: { 'a.example': 'allow' } } }],
      onUnknown: 'refused',
      shown: 'application',
    }),
    table('application.network', 'What the desktop app itself may reach.', {
      good: [{ enabled: true, domains: { 'a.example': 'allow' } }],
      onUnknown: 'refused',
      shown: 'application',
    }),
    flag('application.network.enabled', 'Whether the desktop app may reach only the listed hosts.', {
      beside: { application: { network: { domains: { 'a.example': 'allow' } } } },
      shown: 'application',
    }),
    shape(
      'application.network.domains',
      z.record(z.string().regex(/^[^*]+$/), z.enum(['allow', 'deny'])),
      'Hosts of the desktop app by their exact names.',
      {
        good: [{ 'a.example': 'allow' }],
        bad: ['a text', { 'a.example': 'maybe' }, { '*.a.example': 'allow' }],
        beside: { application: { network: { enabled: true } } },
        shown: 'application',
      },
    ),
    table('application.storage', 'Where the desktop app puts new work.', {
      good: [{ default_project_parent: '/srv/work' }],
      onUnknown: 'refused',
      shown: 'application',
    }),
    text('application.storage.default_project_parent', 'Folder in which new projects are made.', {
      good: ['/srv/work'],
      shown: 'application',
    }),
    text('application.storage.projectless_workspace_root', 'Folder of work without a project.', {
      good: ['/srv/work'],
      shown: 'application',
    }),
    shape(
      'enforce_residency',
      z.literal('us'),
      'Where OpenAI has to process requests; us is the only place there is.',
      {
        values: ['us'],
        good: ['us'],
        bad: ['eu', 7],
        risk: 'high',
        shown: 'enforceResidency',
      },
    ),
    text('chatgpt_base_url', 'The one address at which clients look for ChatGPT.', {
      good: ['https://chatgpt.com/backend-api/'],
      risk: 'high',
      localOnly: true,
      shown: 'chatgptBaseUrl',
    }),
    table(
      'config_server',
      'A server of the customer that hands out configuration; a client that cannot reach it does not start.',
      {
        good: [],
        onUnknown: 'refused',
        risk: 'high',
        effect: 'start_refused',
      },
    ),
    text('config_server.base_url', 'Address of that server, by https.', { good: [], bad: [7], risk: 'high' }),
    table('config_server.oauth', 'How clients sign in there.', {
      good: [],
      onUnknown: 'refused',
      beside: { config_server: { base_url: 'https://config.example', oauth } },
      risk: 'high',
    }),
    ...(['authorization_url', 'token_url', 'client_id'] as const).map((name) =>
      text(`config_server.oauth.${name}`, `The ${name.replace('_', ' ')} of that sign-in.`, {
        good: [],
        beside: { config_server: { base_url: 'https://config.example', oauth } },
        risk: 'high',
      }),
    ),
  ],
);
