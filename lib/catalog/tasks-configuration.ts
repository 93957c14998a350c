import type { TaskDefinition } from '#lib/domain/rollout/task';
import { attested } from './attested';

const shared = { surface: 'local', duty: 'it' } as const;

/** Tasks of Step 3. */
export const configurationTasks: readonly TaskDefinition[] = [
  {
    ...shared,
    id: 'configuration.requirements',
    title: 'requirements.toml: constraints users cannot override',
    action: 'Choose the constraints of requirements.toml',
    rows: ['3.1'],
    basis: 'derived',
    decidedBy: { kind: 'configuration', part: 'requirements' },
    source: 'Guide 2026-03, Step 3: “Requirements (requirements.toml)”',
  },
  {
    ...shared,
    id: 'configuration.managed_defaults',
    title: 'managed_config.toml: starting values at launch',
    action: 'Choose the starting values of managed_config.toml',
    rows: ['3.2'],
    basis: 'derived',
    decidedBy: { kind: 'configuration', part: 'managed-defaults' },
    source: 'Guide 2026-03, Step 3: “Managed defaults (managed_config.toml)”',
  },
  {
    ...shared,
    id: 'configuration.team_config',
    title: 'Team Config: config.toml, rules/ and skills/',
    action: 'Put the Team Config together',
    rows: ['3.3'],
    basis: 'derived',
    decidedBy: { kind: 'team-config' },
    source: 'Guide 2026-03, Step 3, “Team Config”',
  },
  {
    ...shared,
    id: 'configuration.baseline',
    title: 'Five baseline decisions for the pilot',
    action: 'Take the five baseline decisions for the pilot',
    rows: ['3.4'],
    basis: 'derived',
    decidedBy: { kind: 'configuration', part: 'baseline-decisions' },
    source: 'Guide 2026-03, Step 3, “Recommended first decisions for local rollout”',
  },
  {
    ...shared,
    id: 'configuration.deployment',
    title: 'Files deployed where Codex reads them',
    action: 'Confirm that the files are deployed where Codex reads them',
    rows: ['3.5'],
    basis: 'attested',
    decidedBy: attested({ kind: 'configuration' }, { kind: 'login_restriction' }, { kind: 'team_config' }),
    source: 'Guide 2026-03, Step 3: “For exact keys, precedence, MDM deployment, and examples”',
  },
  {
    ...shared,
    id: 'configuration.login_restrictions',
    title: 'Login method and workspace restricted for local clients',
    action: 'Decide which login method and workspace local clients may use',
    rows: ['3.6'],
    basis: 'derived',
    decidedBy: { kind: 'login-restriction' },
    source: 'Guide 2026-03, Step 3: “If you plan to restrict login method or workspace for local clients”',
  },
];
