import type { ConsolePlaceName } from '#lib/domain/console/step-words';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { links } from './links';

/** A place in the vendor's console where roles, defaults or groups are kept. */
export type ConsolePlace = {
  label: string;
  /** The way there, and the way since autumn 2026. */
  path: readonly string[];
  laterPath: readonly string[];
  link: GuideLink;
  source: string;
};

const guideRoles = 'Guide 2026-03, Step 2, “Set up custom roles (RBAC)”';

/** Where the steps of the console worklist are done. */
export const consolePlaces: Readonly<Record<ConsolePlaceName, ConsolePlace>> = {
  roles: {
    label: 'Custom Roles',
    path: ['Workspace Settings', 'Settings and Permissions', 'Custom Roles'],
    laterPath: ['Workspace settings', 'Permissions & roles', 'Custom Roles'],
    link: links.adminSettings,
    source: guideRoles,
  },
  defaults: {
    label: 'Settings and Permissions',
    path: ['Workspace Settings', 'Settings and Permissions'],
    laterPath: ['Workspace settings', 'Permissions & roles'],
    link: links.adminSettings,
    source: guideRoles,
  },
  groups: {
    label: 'Groups',
    path: ['Manage workspace', 'Groups'],
    laterPath: ['Manage workspace', 'Groups'],
    link: links.adminSettings,
    source: 'Vendor’s documentation of autumn 2026, “Groups and provisioning”',
  },
};
