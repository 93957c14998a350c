import { permissions as catalog } from '#lib/catalog/permissions';
import { levelOf, type Grant } from '#lib/domain/rbac/grants';
import type { PermissionCatalog } from '#lib/domain/rbac/permission';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';

/** What a role says of one permission, in words: "On", "Off", "Default", "Not granted", or a level's name. */
export function grantWords(key: string, grant: Grant | undefined, model: ResolutionModel): string {
  const named: PermissionCatalog = catalog;
  const level = levelOf(grant);
  if (level > 0) return named[key]?.levels?.[level - 1] ?? 'On';
  if (model !== 'tri-state') return 'Not granted';
  return grant === false ? 'Off' : 'Default';
}
