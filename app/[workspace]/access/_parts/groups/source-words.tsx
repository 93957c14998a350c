import type { GroupSource } from '#lib/domain/rbac/directory';

/** Where a group comes from, in words. */
export const sourceWords: Readonly<Record<GroupSource, string>> = {
  manual: 'Made by hand',
  scim: 'Synced over SCIM',
};
