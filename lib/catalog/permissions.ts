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

const other = (area: string, what: string, act: string) =>
  ({
    label: `${area}: ${what}`,
    act,
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
    act: 'use Codex local',
    toggle: 'codex.local',
    codex: 'use',
    source: guideRoles,
  },
  'codex.device_code': {
    ...maybeByRole,
    label: settings['codex.device_code'].label,
    act: 'sign in to Codex CLI with a device code',
    toggle: 'codex.device_code',
    source: 'Guide 2026-03, Step 1, “Enable device code authentication for Codex CLI”; by role: unconfirmed',
  },
  'codex.cloud': {
    ...byRole,
    label: settings['codex.cloud'].label,
    act: 'use Codex cloud',
    toggle: 'codex.cloud',
    codex: 'use',
    source: guideRoles,
  },
  'codex.administer': {
    ...byRole,
    label: settings['codex.administer'].label,
    act: 'administer Codex',
    toggle: 'codex.administer',
    codex: 'administer',
    source:
      'Guide 2026-03, Step 2: “a second “Codex Admin” group that has the “Allow members to administer Codex” toggle enabled”',
  },
  'codex.slack_answers': {
    ...maybeByRole,
    label: settings['codex.slack_answers'].label,
    act: 'get answers of Codex in Slack',
    toggle: 'codex.slack_answers',
    source:
      'Guide 2026-03, Step 1, “Enable Codex Slack app to post answers on task completion”; by role: unconfirmed',
  },
  'codex.internet_access': {
    ...maybeByRole,
    label: settings['codex.internet_access'].label,
    act: 'let agents of Codex reach the internet',
    toggle: 'codex.internet_access',
    source: `Guide 2026-03, Step 1, “Enable Codex agent to access the internet”; by role: ${helpCenter}, “Codex: use, and access to the internet”, otherwise unconfirmed`,
  },
  'canvas.code_execution': other('Canvas', 'code execution', 'run code in Canvas'),
  'canvas.network_access': other('Canvas', 'network access', 'let Canvas reach the network'),
  'agent.use': other('ChatGPT agent', 'use', 'use ChatGPT agent'),
  'apps.use': other('Apps', 'use', 'use apps'),
  'gpts.create': other('GPTs', 'create', 'create GPTs'),
  'gpts.edit': other('GPTs', 'edit', 'edit GPTs'),
  'gpts.share': other('GPTs', 'share', 'share GPTs'),
  'gpts.delete': other('GPTs', 'delete', 'delete GPTs'),
  'gpts.use': other('GPTs', 'use', 'use GPTs'),
  'projects.create': other('Projects', 'create', 'create projects'),
  'projects.edit': other('Projects', 'edit', 'edit projects'),
  'projects.share': other('Projects', 'shared projects', 'share projects'),
  'record.use': other('Record', 'use', 'use Record'),
  'record.reference': other(
    'Record',
    'reference past notes and transcripts',
    'let Record reference past notes and transcripts',
  ),
  'search.web': other('Search', 'web search', 'search the web'),
  'search.agent_mode': other('Search', 'agent mode', 'use agent mode in Search'),
  'skills.use': other('Skills', 'create and use', 'create and use skills'),
  'skills.upload': other('Skills', 'file upload', 'upload files to skills'),
  'skills.share': other('Skills', 'share', 'share skills'),
  'skills.publish': other('Skills', 'publish to workspace', 'publish skills to the workspace'),
  'skills.install_for_others': other('Skills', 'install for others', 'install skills for others'),
} as const satisfies Record<string, PermissionDefinition>;

export type PermissionKey = keyof typeof entries;

/** Permissions of custom roles, by key. */
export const permissions: Readonly<Record<PermissionKey, PermissionDefinition>> = entries;

// safe because `entries` is a literal that is not empty, and nobody adds keys to it.
/** Every permission, in the catalogue's order. */
export const permissionKeys = Object.keys(entries) as [PermissionKey, ...PermissionKey[]];
