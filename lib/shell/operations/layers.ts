import 'server-only';
import { changeConfigPolicy } from '#lib/commands/config-policies/change-config-policy';
import { createConfigPolicy } from '#lib/commands/config-policies/create-config-policy';
import { removeConfigPolicy } from '#lib/commands/config-policies/remove-config-policy';
import { setConfigPolicyText } from '#lib/commands/config-policies/set-config-policy-text';
import { readConfigLayers } from '#lib/queries/config-layers';
import { readConfigPolicies, readConfigPolicy, readConfigPolicyText } from '#lib/queries/config-policies';
import type { Operations } from './operation';

/** Step 3: policies for groups, and what a developer ends up with. */
export const layerOperations = {
  '/configuration/layers': {
    get: { summary: 'What a developer ends up with for every key, and from where', of: readConfigLayers },
  },
  '/configuration/policies': {
    get: { summary: 'The policies for groups in their order, and whom each reaches', of: readConfigPolicies },
    post: { summary: 'Make a policy for groups, or put one back', of: createConfigPolicy },
  },
  '/configuration/policies/{id}': {
    get: { summary: 'One policy for groups', of: readConfigPolicy },
    put: { summary: 'Give a policy another name, other groups or another place', of: changeConfigPolicy },
    delete: { summary: 'Remove a policy', of: removeConfigPolicy },
  },
  '/configuration/policies/{id}/requirements': {
    get: { summary: 'The requirements of a policy, as JSON or as TOML', of: readConfigPolicyText },
    put: {
      summary: 'Write the requirements of a policy: JSON, or the file as TOML',
      of: setConfigPolicyText,
    },
  },
} as const satisfies Operations;
