import { z } from 'zod';
import { customerId } from './customer-id';
import type { PermissionCatalog } from './permission';
import { resolutionModels } from './resolution-model';

const highestLevel = 31;

/** What is said of permissions, as doors take it: key -> on, off or level, in the catalogue's order. */
export const grantsInput = (catalog: PermissionCatalog) =>
  z
    .record(z.string(), z.union([z.boolean(), z.int().min(1).max(highestLevel)]))
    .superRefine((said, ctx) => {
      for (const [key, grant] of Object.entries(said)) {
        const known = Object.hasOwn(catalog, key) ? catalog[key] : undefined;
        if (!known) {
          ctx.addIssue({ code: 'custom', path: [key], message: `There is no permission ${key}.` });
        } else if (typeof grant === 'number' && grant > (known.levels?.length ?? 1)) {
          ctx.addIssue({ code: 'custom', path: [key], message: `${known.label} has no level ${grant}.` });
        }
      }
    })
    .transform((said): Record<string, boolean | number> => {
      const mentioned = Object.keys(catalog).flatMap((key) => {
        const grant = said[key];
        return grant === undefined ? [] : [[key, grant] as const];
      });
      return Object.fromEntries(mentioned);
    });

/** Refuses a level that a permission does not have. */
export const levelThere =
  (catalog: PermissionCatalog) =>
  ({ permission, level = 1 }: { permission: string; level?: number | undefined }): boolean =>
    !Object.hasOwn(catalog, permission) || level <= (catalog[permission]?.levels?.length ?? 1);

/** What is said of a level that a permission does not have. */
export const noSuchLevel = { error: 'This permission has no such level.', path: ['level'] };

/** One change of a draft as doors take it: see `AccessChange`. */
export function accessChangeInput(catalog: PermissionCatalog) {
  const permission = z
    .string()
    .refine((key) => Object.hasOwn(catalog, key), { error: 'There is no such permission.' });
  const permissions = grantsInput(catalog);
  const [role, group, person] = [customerId, customerId, customerId];
  return z.discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('role-permission-granted'),
        role,
        permission,
        level: z.int().min(1).max(highestLevel).optional(),
      })
      .refine(levelThere(catalog), noSuchLevel),
    z.strictObject({ kind: z.literal('role-permission-revoked'), role, permission }),
    z.strictObject({ kind: z.literal('role-created'), role, name: z.string().min(1).max(100), permissions }),
    z.strictObject({ kind: z.literal('role-changed'), role, permissions }),
    z.strictObject({ kind: z.literal('role-removed'), role }),
    z.strictObject({ kind: z.literal('group-role-added'), group, role }),
    z.strictObject({ kind: z.literal('group-role-removed'), group, role }),
    z.strictObject({ kind: z.literal('group-removed'), group }),
    z.strictObject({ kind: z.literal('membership-added'), group, person }),
    z.strictObject({ kind: z.literal('membership-removed'), group, person }),
    z.strictObject({ kind: z.literal('person-deactivated'), person }),
    z.strictObject({ kind: z.literal('default-role-changed'), permissions }),
    z.strictObject({ kind: z.literal('direct-roles-changed'), person, roles: z.array(role).max(500) }),
    z.strictObject({ kind: z.literal('model-changed'), model: z.enum(resolutionModels) }),
  ]);
}
