import { z } from 'zod';
import { grantsInput, levelThere, noSuchLevel } from '#lib/domain/rbac/access-change';
import { customerId } from '#lib/domain/rbac/customer-id';
import { grantsView } from '#lib/domain/rbac/directory-view';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import type { PermissionCatalog } from '#lib/domain/rbac/permission';

/** The kinds of change a draft holds, in the order a form offers them. */
export const draftKinds = [
  'group-role-added',
  'group-role-removed',
  'role-permission-granted',
  'role-permission-revoked',
  'membership-added',
  'membership-removed',
  'default-role-changed',
] as const;

export type DraftKind = (typeof draftKinds)[number];

/** One change of a draft. */
export type DraftChange = Extract<AccessChange, { kind: DraftKind }>;

/** A change of who is in a group. */
export type MembershipChange = Extract<DraftChange, { person: string }>;

/** Most changes one draft may hold. */
export const mostChanges = 20_000;

/** What is said of more. */
export const tooManyChanges = `A draft holds up to ${mostChanges.toLocaleString('en')} changes.`;

const highestLevel = 31;

function changeOf<P extends z.ZodType<string>, G extends z.ZodType<DefaultGrants>>(
  permission: P,
  permissions: G,
) {
  const [role, group, person] = [customerId, customerId, customerId];
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('group-role-added'), group, role }),
    z.strictObject({ kind: z.literal('group-role-removed'), group, role }),
    z.strictObject({
      kind: z.literal('role-permission-granted'),
      role,
      permission,
      level: z.int().min(1).max(highestLevel).optional(),
    }),
    z.strictObject({ kind: z.literal('role-permission-revoked'), role, permission }),
    z.strictObject({ kind: z.literal('membership-added'), group, person }),
    z.strictObject({ kind: z.literal('membership-removed'), group, person }),
    z.strictObject({ kind: z.literal('default-role-changed'), permissions }),
  ]);
}

type DefaultGrants = Record<string, boolean | number>;

/** A change of a draft as doors hand it out, and as it is stored: its permissions may be retired by now. */
export const draftChangeView = changeOf(z.string(), grantsView);

/** A change of a draft as doors take it. */
export const draftChangeInput = (catalog: PermissionCatalog) =>
  changeOf(
    z.string().refine((key) => Object.hasOwn(catalog, key), { error: 'There is no such permission.' }),
    grantsInput(catalog),
  ).refine((change) => change.kind !== 'role-permission-granted' || levelThere(catalog)(change), noSuchLevel);

/** Whether a change is about who is in a group. */
export const isMembership = (change: DraftChange): change is MembershipChange => 'person' in change;

/** A text that two changes share if they say the same. */
export const changeKey = (change: DraftChange): string =>
  JSON.stringify(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
