import { isTable } from '#lib/domain/config-text/text-values';
import { startingLayers, type Machine, type Values } from './layer';
import { mergeLayers, type MergedTable } from './merge-values';
import { counts } from './requirements-in-force';

/** Keys that a repository's config.toml may not set. Clients pass over them since 30 April 2026. */
const closedToRepositories: readonly string[] = [
  ...['openai_base_url', 'chatgpt_base_url', 'apps_mcp_product_sku', 'responses_api_metadata'],
  ...['model_provider', 'model_providers', 'notify', 'profile', 'profiles', 'otel'],
  ...['experimental_realtime_webrtc_call_base_url', 'experimental_realtime_ws_base_url'],
];

/** Whether clients since 30 April 2026 pass over a key that a repository sets. */
export const isClosedToRepositories = ([name = '', feature]: readonly string[]): boolean =>
  closedToRepositories.includes(name) || (name === 'features' && feature === closedFeature);

const closedFeature = 'respect_system_proxy';

/** What all files ask for together, before any requirement bounds it. The order never changed. */
export function startingValues(machine: Machine): MergedTable {
  const layers = [...startingLayers].reverse().flatMap((layer) => {
    const values = counts(layer, machine) ? readFrom(layer, machine) : undefined;
    return values ? [{ layer, values }] : [];
  });
  return mergeLayers(layers);
}

/** What a client reads of a layer; nothing of a repository whose folder the developer does not trust. */
function readFrom(
  layer: (typeof startingLayers)[number],
  { values, trusted, era }: Machine,
): Values | undefined {
  const said = values[layer];
  if (layer !== 'project' || !said) return said;
  if (!trusted) return undefined;
  return era === 'since' ? withoutClosed(said) : said;
}

function withoutClosed(values: Values): Values {
  const open = Object.entries(values).filter(([name]) => !isClosedToRepositories([name]));
  return Object.fromEntries(
    open.map(([name, value]) => [name, name === 'features' ? openFeatures(value) : value]),
  );
}

function openFeatures(features: unknown): unknown {
  if (!isTable(features)) return features;
  return Object.fromEntries(
    Object.entries(features).filter(([name]) => !isClosedToRepositories(['features', name])),
  );
}
