import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, count, flag, named, table, text, texts, type Draft } from './kinds';

const provider = { name: 'Acme', base_url: 'https://models.example/v1' };

const path = 'model_providers.*';

type Facts = Partial<ConfigKey>;

/** The keys of a provider of models, which requirements and starting values share. */
export function providerKeys(facts: Facts): readonly Draft[] {
  const here = {
    ...facts,
    names: ['acme'],
    risk: 'high',
    beside: { model_providers: { acme: provider } },
  } as const;
  return [
    table('model_providers', 'Providers of models besides those that Codex comes with.', {
      ...facts,
      good: [{ acme: provider }],
      onUnknown: null,
      risk: 'high',
    }),
    table(path, 'A provider of models, by its identifier.', { ...here, good: [provider] }),
    text(`${path}.name`, 'Name of the provider as users see it.', { ...here, risk: 'low' }),
    text(`${path}.base_url`, 'Address of the provider.', { ...here, good: ['https://models.example/v1'] }),
    choice(`${path}.wire_api`, ['responses'], 'How the provider is spoken to.', {
      ...here,
      bad: ['telnet', 7],
    }),
    flag(`${path}.supports_websockets`, 'Whether the provider speaks over websockets.', here),
    flag(`${path}.supports_standalone_web_search`, 'Whether the provider searches the web by itself.', here),
    ...requestKeys(here),
    ...limitKeys({ ...here, risk: 'low' }),
    ...tokenKeys(here),
  ];
}

const requestKeys = (here: Facts): readonly Draft[] => [
  text(`${path}.env_key`, 'Environment variable that holds the key.', here),
  text(`${path}.env_key_instructions`, 'How a user gets the key.', { ...here, risk: 'low' }),
  text(
    `${path}.experimental_bearer_token`,
    'The key itself; every user of the machine can read it here.',
    here,
  ),
  flag(`${path}.requires_openai_auth`, 'Whether the provider takes OpenAI’s sign-in.', here),
  named(`${path}.query_params`, 'Parameters of each request’s address.', here),
  named(
    `${path}.http_headers`,
    'Headers of each request; a secret in them can be read on every machine.',
    here,
  ),
  named(`${path}.env_http_headers`, 'Headers whose values stand in environment variables.', here),
];

const limitKeys = (here: Facts): readonly Draft[] => [
  count(`${path}.request_max_retries`, 'How often a request is tried again.', here),
  count(`${path}.stream_max_retries`, 'How often a broken stream is tried again.', here),
  count(`${path}.stream_idle_timeout_ms`, 'Milliseconds of silence after which a stream is given up.', here),
  count(`${path}.websocket_connect_timeout_ms`, 'Milliseconds after which a websocket is given up.', here),
];

function tokenKeys(here: Facts): readonly Draft[] {
  const auth = {
    ...here,
    beside: { model_providers: { acme: { ...provider, auth: { command: 'token' } } } },
  };
  return [
    table(`${path}.auth`, 'A command that gives a token for each request.', {
      ...here,
      good: [{ command: 'token' }],
    }),
    text(`${path}.auth.command`, 'The command.', { ...auth, good: ['token'] }),
    texts(`${path}.auth.args`, 'Its arguments.', auth),
    text(`${path}.auth.cwd`, 'The folder that it runs in.', { ...auth, good: ['/srv'] }),
    count(`${path}.auth.timeout_ms`, 'Milliseconds after which it is ended.', { ...auth, good: [1000] }),
    count(`${path}.auth.refresh_interval_ms`, 'Milliseconds after which a new token is asked for.', {
      ...auth,
      good: [1000],
    }),
    table(`${path}.aws`, 'How the provider is reached through AWS.', { ...here, good: [] }),
    text(`${path}.aws.profile`, 'Profile of AWS.', { ...here, good: [], bad: [] }),
    text(`${path}.aws.region`, 'Region of AWS.', { ...here, good: [], bad: [] }),
  ];
}
