/** Roles a member can hold in this dashboard. Not to be confused with the customer's custom roles. */
export const appRoles = [
  'workspace_owner',
  'it_owner',
  'governance_owner',
  'contributor',
  'auditor',
] as const;

export type AppRole = (typeof appRoles)[number];

type Holder = AppRole | 'visitor' | 'system';

const everyone = appRoles;

/** Capability -> who may. Default deny: a capability that is not listed does not exist. */
const table = {
  'workspace.create': ['visitor', 'system'],
  'account.recover': ['visitor', 'system'],
  'rollout.read': everyone,
  'activity.read': everyone,
  'decision.write': ['workspace_owner'],
  'owners.write': ['workspace_owner'],
  'setting.write': ['workspace_owner'],
  'setting.confirm': ['workspace_owner', 'it_owner'],
  'configuration.write': ['workspace_owner', 'it_owner'],
} as const satisfies Record<string, readonly Holder[]>;

export type Capability = keyof typeof table;

/** Every capability, for screens and documents that list them. */
export const capabilities = Object.keys(table) as [Capability, ...Capability[]];

/** Whether `actor` may try `capability`. Whether this very change may be is the domain's answer. */
export function can(actor: { appRole: Holder }, capability: Capability): boolean {
  const holders: readonly Holder[] = table[capability];
  return holders.includes(actor.appRole);
}
