/** What the catalogue says of one permission of the customer's custom roles. */
export type PermissionDefinition = {
  /** The vendor's words. */
  label: string;
  /** The same to be read after “may”: use Codex cloud. */
  act?: string;
  area: string;
  /** Key of the workspace toggle without which the permission has no effect; it never changes resolution. */
  toggle: string | null;
  /** Whether the vendor says that roles carry it, or we only know of it as a workspace setting. */
  perRole: 'stated' | 'unconfirmed';
  /** What it gives of Codex: the use of a surface, or its administration; null for all else. */
  codex: 'use' | 'administer' | null;
  /** The levels it has, the least first; without any it is on or off. */
  levels?: readonly string[];
  source: string;
};

/** Permissions by key. */
export type PermissionCatalog = Readonly<Record<string, PermissionDefinition>>;

/** The label of a permission; a key the catalogue no longer knows keeps its name and says so. */
export const permissionLabel = (key: string, catalog: PermissionCatalog): string =>
  catalog[key]?.label ?? `${key} (retired)`;

/** The label of a permission at a level; the level is said where there are several. */
export function levelLabel(key: string, level: number, catalog: PermissionCatalog): string {
  const named = catalog[key]?.levels?.[level - 1];
  return named === undefined ? permissionLabel(key, catalog) : `${permissionLabel(key, catalog)} (${named})`;
}
