import type { SettingsGroup } from '#lib/domain/rollout/step';
import type { TaskDefinition } from '#lib/domain/rollout/task';
import { attested } from './attested';
import { settings, type SettingKey } from './settings';

/** Id of the task that wants and confirms a toggle. */
export const toggleTaskId = (key: SettingKey): string => `toggle.${key}`;

function toggleTask(key: SettingKey): TaskDefinition {
  const { label, inSentence, row, surface, duty, source } = settings[key];
  return {
    id: toggleTaskId(key),
    title: label,
    action: `Choose on or off for ${inSentence}`,
    rows: [row],
    // The wish is data, but what counts is a person's word on what the console showed.
    basis: 'attested',
    surface,
    duty,
    decidedBy: { kind: 'setting', key },
    source,
  };
}

/** Tasks of Step 1, in the order of the guide's rows. */
export const togglesTasks: readonly TaskDefinition[] = [
  toggleTask('codex.local'),
  toggleTask('codex.device_code'),
  {
    id: 'prerequisite.repositories',
    title: 'Repositories hosted on GitHub in the cloud',
    action: 'Confirm that the repositories are hosted on GitHub in the cloud',
    rows: ['1.3'],
    basis: 'attested',
    surface: 'cloud',
    duty: 'it',
    decidedBy: attested({ kind: 'guide' }),
    source: 'Guide 2026-03, Step 1, “Codex cloud”, “Prerequisites”',
  },
  {
    id: 'prerequisite.github_admin',
    title: 'An admin with access to these repositories',
    action: 'Confirm that an admin has access to these repositories',
    rows: ['1.3'],
    basis: 'attested',
    surface: 'cloud',
    duty: 'it',
    decidedBy: attested({ kind: 'guide' }),
    source: 'Guide 2026-03, Step 1, “Codex cloud”, “Prerequisites”',
  },
  toggleTask('codex.github_connector'),
  toggleTask('codex.cloud'),
  toggleTask('codex.administer'),
  toggleTask('codex.slack_answers'),
  toggleTask('codex.internet_access'),
];

/** The toggle register's groups, each in the order to work. */
export const togglesGroups: readonly SettingsGroup[] = [
  {
    id: 'local-and-administration',
    title: 'Local and administration',
    hint: 'does not need cloud',
    taskIds: ['toggle.codex.local', 'toggle.codex.device_code', 'toggle.codex.administer'],
  },
  {
    id: 'cloud',
    title: 'Cloud',
    hint: 'in this order',
    taskIds: [
      'prerequisite.repositories',
      'prerequisite.github_admin',
      'toggle.codex.github_connector',
      'toggle.codex.cloud',
      'toggle.codex.slack_answers',
      'toggle.codex.internet_access',
    ],
  },
];
