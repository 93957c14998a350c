import type { DecidedBy, TaskDefinition } from '#lib/domain/rollout/task';
import { checks, type CheckKey } from './checks';

/** A task that the results of a check decide. */
const checked = (key: CheckKey): DecidedBy => ({ kind: 'check', check: checks[key] });

/** Tasks of Step 6. */
export const validationTasks: readonly TaskDefinition[] = [
  {
    id: 'validate.local_sign_in',
    title: 'Users can sign in to Codex local',
    action: 'Confirm that users can sign in to Codex local',
    rows: ['6.1'],
    basis: 'attested',
    surface: 'local',
    duty: 'it',
    decidedBy: checked('local_sign_in'),
    source: 'Guide 2026-03, Step 6: “Users can sign in to Codex local (ChatGPT or API key)”',
  },
  {
    id: 'validate.cloud_sign_in',
    title: 'Users can sign in to Codex cloud',
    action: 'Confirm that users can sign in to Codex cloud',
    rows: ['6.2'],
    basis: 'attested',
    surface: 'cloud',
    duty: 'it',
    decidedBy: checked('cloud_sign_in'),
    source:
      'Guide 2026-03, Step 6: “(If enabled) Users can sign in to Codex cloud (ChatGPT sign-in required)”',
  },
  {
    id: 'validate.mfa_sso',
    title: 'MFA and SSO match the enterprise’s policy',
    action: 'Confirm that MFA and SSO match the enterprise’s policy',
    rows: ['6.3'],
    basis: 'attested',
    surface: 'any',
    duty: 'it',
    decidedBy: checked('mfa_sso'),
    source: 'Guide 2026-03, Step 6: “MFA and SSO requirements match your enterprise security policy”',
  },
  {
    id: 'validate.access',
    title: 'Roles and toggles give the expected access',
    action: 'Test that roles and toggles give the expected access',
    rows: ['6.4'],
    basis: 'derived',
    surface: 'any',
    duty: 'workspace',
    decidedBy: checked('access'),
    source: 'Guide 2026-03, Step 6: “RBAC and workspace toggles produce the expected access behavior”',
  },
  {
    id: 'validate.configuration',
    title: 'Managed configuration applied for users',
    action: 'Compare the files on pilot computers with those written here',
    rows: ['6.5'],
    basis: 'derived',
    surface: 'local',
    duty: 'it',
    decidedBy: checked('configuration'),
    source: 'Guide 2026-03, Step 6: “Managed configuration is applied for users”',
  },
  {
    id: 'validate.governance_data',
    title: 'Governance data visible for admins',
    action: 'Confirm that admins see the governance data',
    rows: ['6.6'],
    basis: 'attested',
    surface: 'any',
    duty: 'governance',
    decidedBy: checked('governance_data'),
    source: 'Guide 2026-03, Step 6: “Governance data is visible for admins”',
  },
  {
    id: 'validate.waves',
    title: 'Rolled out to further teams and organizations',
    action: 'Plan the waves after the pilot',
    rows: ['6.7'],
    basis: 'derived',
    surface: 'any',
    duty: 'workspace',
    decidedBy: { kind: 'waves' },
    source: 'Guide 2026-03, Step 6: “Once your team is confident with setup”',
  },
];
