import type { TaskDefinition } from '#lib/domain/rollout/task';

const shared = { basis: 'derived', surface: 'any', duty: 'workspace' } as const;

/** Tasks of Step 2. */
export const rolesTasks: readonly TaskDefinition[] = [
  {
    ...shared,
    id: 'roles.default',
    title: 'Default role for users without any custom role',
    action: 'Set the default role for users without any custom role',
    rows: ['2.1'],
    decidedBy: { kind: 'access', part: 'defaults' },
    source: 'Guide 2026-03, Step 2: “Set a default role for users who are not assigned any custom role”',
  },
  {
    ...shared,
    id: 'roles.custom',
    title: 'Custom roles with granular permissions',
    action: 'Create the custom roles',
    rows: ['2.2'],
    decidedBy: { kind: 'access', part: 'roles' },
    source: 'Guide 2026-03, Step 2: “Create custom roles with granular permissions”',
  },
  {
    ...shared,
    id: 'roles.groups',
    title: 'Custom roles assigned to groups',
    action: 'Assign the custom roles to groups',
    rows: ['2.3'],
    decidedBy: { kind: 'access', part: 'assignment' },
    source:
      'Guide 2026-03, Step 2: “Assign one or more custom roles to Groups (including SCIM-synced groups)”',
  },
  {
    ...shared,
    id: 'roles.resolution',
    title: 'Access of people with several roles resolved',
    action: 'Check what people with several roles may do',
    rows: ['2.4'],
    decidedBy: { kind: 'access', part: 'resolution' },
    source: 'Guide 2026-03, Step 2: “permissions resolve to the maximum allowed across those roles”',
  },
  {
    ...shared,
    id: 'roles.expectations',
    title: 'What people may and may not do is as expected',
    action: 'Say what must hold, and mend what does not',
    rows: ['2.4'],
    decidedBy: { kind: 'access', part: 'expectations' },
    source:
      'Guide 2026-03, Step 6: “RBAC and workspace toggles produce the expected access behavior”; to say so in Step 2 is ours',
  },
  {
    ...shared,
    id: 'roles.lost_defaults',
    title: 'Nobody loses workspace defaults unnoticed',
    action: 'Check who leaves the workspace defaults',
    rows: ['2.5'],
    decidedBy: { kind: 'access', part: 'lost-defaults' },
    source:
      'Guide 2026-03, Step 2: “Users in any custom role group do not use the workspace default permissions”',
  },
  {
    ...shared,
    id: 'roles.gradual',
    title: 'Groups for a gradual rollout: Codex Users and Codex Admin',
    action: 'Set up the groups Codex Users and Codex Admin',
    rows: ['2.6'],
    decidedBy: { kind: 'access', part: 'gradual' },
    source: 'Guide 2026-03, Step 2: “If you are gradually rolling out Codex”',
  },
];
