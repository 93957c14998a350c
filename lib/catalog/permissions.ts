import type { PermissionDefinition } from '#lib/domain/rbac/permission';
import { settings } from './settings';

const guideRoles = 'Guide 2026-03, Step 2, “Set up custom roles (RBAC)”';
const helpCenter = 'Help Center article 11750701 (RBAC), as it was in spring 2026';

/** Access by role is stated for these: the guide names them in Step 2, or says so at their toggle. */
const byRole = { area: 'Codex', perRole: 'stated' } as const;

/**
 * The guide has these as workspace toggles; that a role carries each by itself is unconfirmed. The Help
 * Center of spring 2026 lists “Codex: use, and access to the internet” for roles, and nothing of the others.
 */
const maybeByRole = { area: 'Codex', perRole: 'unconfirmed', codex: null } as const;

const other = (area: string, what: string) =>
  ({
    label: `${area}: ${what}`,
    area,
    toggle: null,
    perRole: 'stated',
    codex: null,
    source: helpCenter,
  }) as const;

/**
 * What custom roles can grant: Codex, and what a role must grant again so that people keep it. Labels of Codex
 * are the vendor's toggles, letter for letter.
 */
const entries = {
  'codex.local': {
    ...byRole,
    label: settings['codex.local'].label,
    toggle: 'codex.local',
    codex: 'use',
    source: guideRoles,
  },
  'codex.device_code': {
    ...maybeByRole,
    label: settings['codex.device_code'].label,
    toggle: 'codex.device_code',
    source: 'Guide 2026-03, Step 1, “Enable device code authentication for Codex CLI”; by role: unconfirmed',
  },
  'codex.cloud': {
    ...byRole,
    label: settings['codex.cloud'].label,
    toggle: 'codex.cloud',
    codex: 'use',
    source: guideRoles,
  },
  'codex.administer': {
    ...byRole,
    label: settings['codex.administer'].label,
    toggle: 'codex.administer',
    codex: 'administer',
    source:
      'Guide 2026-03, Step 2: “a second “Codex Admin” group that has the “Allow members to administer Codex” toggle enabled”',
  },
  'codex.slack_answers': {
    ...maybeByRole,
    label: settings['codex.slack_answers'].label,
    toggle: 'codex.slack_answers',
    source:
      'Guide 2026-03, Step 1, “Enable Codex Slack app to post answers on task completion”; by role: unconfirmed',
  },
  'codex.internet_access': {
    ...maybeByRole,
    label: settings['codex.internet_access'].label,
    toggle: 'codex.internet_access',
    source: `Guide 2026-03, Step 1, “Enable Codex agent to access the internet”; by role: ${helpCenter}, “Codex: use, and access to the internet”, otherwise unconfirmed`,
  },
  'canvas.code_execution': other('Canvas', 'code execution'),
  'canvas.network_access': other('Canvas', 'network access'),
  'agent.use': other('ChatGPT agent', 'use'),
  'apps.use': other('Apps', 'use'),
  'gpts.create': other('GPTs', 'create'),
  'gpts.edit': other('GPTs', 'edit'),
  'gpts.share': other('GPTs', 'share'),
  'gpts.delete': other('GPTs', 'delete'),
  'gpts.use': other('GPTs', 'use'),
  'projects.create': other('Projects', 'create'),
  'projects.edit': other('Projects', 'edit'),
  'projects.share': other('Projects', 'shared projects'),
  'record.use': other('Record', 'use'),
  'record.reference': other('Record', 'reference past notes and transcripts'),
  'search.web': other('Search', 'web search'),
  'search.agent_mode': other('Search', 'agent mode'),
  'skills.use': other('Skills', 'create and use'),
  'skills.upload': other('Skills', 'file upload'),
  'skills.share': other('Skills', 'share'),
  'skills.publish': other('Skills', 'publish to workspace'),
  'skills.install_for_others': other('Skills', 'install for others'),
} as const satisfies Record<string, PermissionDefinition>;

export type PermissionKey = keyof typeof entries;

/** Permissions of custom roles, by key. */
export const permissions: Readonly<Record<PermissionKey, PermissionDefinition>> = entries;

// safe because `entries` is a literal that is not empty, and nobody adds keys to it.
/** Every permission, in the catalogue's order. */
export const permissionKeys = Object.keys(entries) as [PermissionKey, ...PermissionKey[]];
