import { isTable } from '#lib/domain/config-text/text-values';
import type { Machine, RequirementLayer, Values } from './layer';
import { mergeLayers, type Joining, type MergedTable } from './merge-values';

/**
 * Requirements, the weakest first. Until 2 June 2026 the cloud won over everything; since then it stands above the
 * system's own file alone, and what managed_config.toml says of three keys outranks both.
 */
const orders: Readonly<Record<Machine['era'], readonly RequirementLayer[]>> = {
  since: ['requirements', 'cloud_policy', 'managed_config', 'mdm_config', 'mdm_requirements'],
  before: ['managed_config', 'mdm_config', 'requirements', 'mdm_requirements', 'cloud_policy'],
};

/** Other names of keys; a client reads them as one. */
const otherNames: Readonly<Record<string, string>> = { feature_requirements: 'features' };

/** Everything that bounds the client of a machine, by the order of its time. */
export function requirementsInForce(machine: Machine): MergedTable {
  const layers = orders[machine.era].flatMap((layer) => {
    const values = machine.values[layer];
    return values && counts(layer, machine) ? [{ layer, values: requirementsOf(layer, values) }] : [];
  });
  return machine.era === 'since' ? mergeLayers(layers, joiningOf) : firstOfEach(layers);
}

/** Whether a layer reaches a machine at all: preferences by MDM are macOS’s alone. */
export const counts = (layer: string, { system }: Pick<Machine, 'system'>): boolean =>
  system === 'macos' || !layer.startsWith('mdm_');

type Sourced = { layer: RequirementLayer; values: Values };

/** Each key at the top from the strongest layer that sets it, tables whole. `layers` are the weakest first. */
function firstOfEach(layers: readonly Sourced[]): MergedTable {
  const strongest = new Map<string, RequirementLayer>();
  for (const { layer, values } of layers) {
    for (const name of Object.keys(values)) strongest.set(name, layer);
  }
  return mergeLayers(
    layers.map(({ layer, values }) => ({
      layer,
      values: Object.fromEntries(
        Object.entries(values).filter(([name, value]) => !isTable(value) || strongest.get(name) === layer),
      ),
    })),
  );
}

function requirementsOf(layer: RequirementLayer, values: Values): Values {
  if (layer === 'managed_config' || layer === 'mdm_config') return fromManagedConfig(values);
  const named = Object.entries(values).map(([name, value]) => [otherNames[name] ?? name, value]);
  const held = Object.fromEntries(named) as Values;
  if (layer !== 'cloud_policy') return held;
  // A policy from the cloud cannot say how somebody signs in to receive it.
  return Object.fromEntries(Object.entries(held).filter(([name]) => !localOnlyRequirements.has(name)));
}

/** Requirements that count in a file or an MDM profile only. */
export const localOnlyRequirements: ReadonlySet<string> = new Set([
  'allowed_login_methods',
  'allowed_chatgpt_workspaces',
  'cli_auth_credentials_store',
  'chatgpt_base_url',
]);

/** The three keys of managed_config.toml that clients read as requirements. */
function fromManagedConfig(values: Values): Values {
  const { approval_policy: approval, sandbox_mode: sandbox, approvals_reviewer: reviewer } = values;
  return {
    ...(approval === undefined ? {} : { allowed_approval_policies: [approval] }),
    ...(sandbox === undefined
      ? {}
      : { allowed_sandbox_modes: sandbox === 'read-only' ? [sandbox] : ['read-only', sandbox] }),
    ...(reviewer === undefined
      ? {}
      : { allowed_approvals_reviewers: reviewer === 'user' ? ['user'] : [reviewer, 'user'] }),
  };
}

/** Since 2 June 2026: a few keys add up where others are replaced. */
function joiningOf(path: readonly string[]): Joining {
  const [top, second, third] = path;
  const dotted = path.join('.');
  if (dotted === 'rules.prefix_rules') return 'append';
  if (top === 'hooks' && second !== 'managed_dir' && second !== 'windows_managed_dir') return 'append';
  if (dotted === 'permissions.filesystem.deny_read' || dotted === 'auto_review.required_on_models') {
    return 'unite';
  }
  return top === 'apps' && third === 'enabled' && path.length === 3 ? 'false_stays' : 'replace';
}
