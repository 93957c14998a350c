import 'server-only';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import { removeExample } from '#lib/commands/example/remove-example';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { listActivity } from '#lib/queries/activity';
import { readConfiguration, readConfigurationFile } from '#lib/queries/configuration';
import { readOwners } from '#lib/queries/owners';
import { describeRollout } from '#lib/queries/rollout';
import { readSettings } from '#lib/queries/settings';
import type { Operations } from './operation';

/** The rollout as a whole, Step 0's owners and decision, toggles and configuration. */
export const rolloutOperations = {
  '/rollout': { get: { summary: 'Where the rollout stands, task by task', of: describeRollout } },
  '/decision': { put: { summary: 'Decide local, cloud or both', of: setDecision } },
  '/owners': { get: { summary: 'The three owners of Step 0', of: readOwners } },
  '/owners/{duty}': { put: { summary: 'Name who holds a duty, or nobody', of: setOwner } },
  '/settings': { get: { summary: 'Every workspace toggle, wanted and confirmed', of: readSettings } },
  '/settings/{key}': { put: { summary: 'Say what is wanted of a toggle', of: setSetting } },
  '/settings/{key}/confirmation': {
    post: { summary: 'Say what a toggle was seen to be', of: confirmSetting },
  },
  '/configuration': {
    get: { summary: 'The baseline decisions', of: readConfiguration },
    put: { summary: 'Take a preset, or make the five decisions', of: setConfiguration },
  },
  '/configuration/files/{name}': {
    get: {
      summary: 'One configuration file, as Codex reads it',
      of: readConfigurationFile,
      gives: 'application/toml',
    },
  },
  '/example': { delete: { summary: 'Remove the example whole', of: removeExample } },
  '/activity': { get: { summary: 'The audit log, newest first', of: listActivity } },
} as const satisfies Operations;
