import type { AnswerNote, Era, Layer, MachineSystem } from '#lib/domain/config-layers/layer';
import type { PlaceName } from '#lib/domain/config-layers/laid-down';
import { configFileTexts } from './config-files';

type Place = string | ((system: MachineSystem) => string | null);

const pathOf =
  (file: 'requirements.toml' | 'managed_config.toml' | 'config.toml') => (system: MachineSystem) =>
    configFileTexts[file].places[system].path;

const layerPlaces: Readonly<Record<Layer, Place>> = {
  cloud_policy: 'Cloud policy',
  mdm_requirements: 'MDM: requirements_toml_base64',
  mdm_config: 'MDM: config_toml_base64',
  requirements: pathOf('requirements.toml'),
  managed_config: pathOf('managed_config.toml'),
  project: '.codex/config.toml of the repository',
  user: '~/.codex/config.toml of the developer',
  system_config: pathOf('config.toml'),
  built_in: 'What Codex comes with',
};

/** A layer in words; a file of the machine is named by its path on that system. */
export function layerWords(layer: Layer, system: MachineSystem): string {
  const place = layerPlaces[layer];
  return typeof place === 'string' ? place : (place(system) ?? layer);
}

/** The ways in which files reach a machine. */
export const placeTexts: Readonly<Record<PlaceName, string>> = {
  cloud: 'Cloud policy',
  mdm: 'MDM, macOS only',
  requirements: 'requirements.toml on the machine',
  managed: 'managed_config.toml on the machine',
  system: 'config.toml on the machine',
  repository: 'config.toml in the repository',
};

/** Which clients are meant. */
export const eraTexts: Readonly<Record<Era, string>> = {
  since: 'Since 2 June 2026',
  before: 'Before 2 June 2026',
};

/** What an answer rests on. */
export const knownTexts = { client: 'Held against the client', documentation: 'From documentation' } as const;

/** What to know about an answer besides its value. */
export const noteTexts: Readonly<Record<AnswerNote, string>> = {
  profiles_decide: 'Permission profiles decide instead.',
  by_host_name: 'Another list counts on machines whose host name matches.',
  later_clients_skip: 'Clients since 30 April 2026 take this key from no repository.',
  deny_read_closes: 'Full access would read the files that may not be read.',
  server_not_allowed: 'The server is not on the list of allowed ones, by name and identity.',
  full_access_searches_live: 'With full access a cached search becomes a live one.',
};

/** Why no thread starts. */
export const refusalTexts = {
  never_without_full_access:
    'No thread starts: the developer asks for full access without questions, and requirements take full access away.',
} as const;

/** What these answers leave out. */
export const layersLeftOut =
  'Flags of the command line, profiles a developer chooses and config.toml from the cloud are not in these answers.';
