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

/** What an API token may be used for: all that its member may, or handing a release to machines alone. */
export const tokenScopes = ['member', 'delivery'] as const;

export type TokenScope = (typeof tokenScopes)[number];

const everyone = appRoles;
const workspaceOwner = ['workspace_owner'] as const;
const it = ['workspace_owner', 'it_owner'] as const;
const governance = ['workspace_owner', 'governance_owner'] as const;
const owners = ['workspace_owner', 'it_owner', 'governance_owner'] as const;
const contributors = [...owners, 'contributor'] as const;
const beforeSignIn = ['visitor', 'system'] as const;

/**
 * Capability -> who may. Default deny: a capability that is not listed does not exist.
 *
 * The workspace owner may do everything a member may; the three owners may also do what a contributor may.
 */
const table = {
  'workspace.create': beforeSignIn,
  'account.recover': beforeSignIn,
  'invitation.accept': beforeSignIn,

  'rollout.read': everyone,
  'activity.read': everyone,
  'members.read': everyone,
  /** One's own API tokens: made, listed and revoked by the member they act as. */
  'token.own': everyone,
  /** The files of a release, and what lays them onto machines. */
  'release.read': everyone,

  'members.write': workspaceOwner,
  'workspace.write': workspaceOwner,
  'example.remove': workspaceOwner,
  'decision.write': workspaceOwner,
  'owners.write': workspaceOwner,
  'setting.write': workspaceOwner,
  'access.write': workspaceOwner,

  'authentication.write': it,
  'setting.confirm': it,
  'directory.write': it,
  /** Making drafts of changes to access; applying one takes the rights of what it changes. */
  'draft.write': it,
  /** An import that somebody asked for, carried out by a job. */
  'directory.import': ['system'],
  /** What was done in the vendor's console, by a person's word. */
  'console.confirm': it,
  'configuration.write': it,
  /** Which clients are at hand to be asked, and which the fleet runs: whoever adds one lets this server run it. */
  'client.write': it,
  /** What a job found out about a client, or a client about files. */
  'client.record': ['system'],
  /** What machines say they have. */
  'receipt.write': it,
  /** Tokens with which machines fetch releases and send receipts. */
  'delivery.write': it,
  'egress.write': it,
  /** A published file that was read, or could not be: by hand, or by the daily job. */
  'egress.record': [...it, 'system'],
  'cloud.write': it,
  'wave.write': it,

  'finding.accept': governance,
  'governance.write': governance,
  'review.write': governance,

  /** Saying yes to a version that others wrote. */
  'configuration.approve': owners,
  'task.attest': owners,
  'check.write': owners,
  'wave.decide': owners,
  'step.sign': owners,

  'evidence.write': contributors,
} as const satisfies Record<string, readonly Holder[]>;

export type Capability = keyof typeof table;

/** Every capability, for screens and documents that list them. */
export const capabilities = Object.keys(table) as [Capability, ...Capability[]];

/** All that a delivery token may be used for, as far as its member may. */
const delivery: readonly Capability[] = ['release.read', 'receipt.write'];

/** Who acts: by which app role and, where a token calls, for what that was made. */
type Acting = { appRole: Holder; scope?: TokenScope | undefined };

/** Whether `actor` may try `capability`. Whether this very change may be is the domain's answer. */
export function can(actor: Acting, capability: Capability): boolean {
  if (actor.scope === 'delivery' && !delivery.includes(capability)) return false;
  const holders: readonly Holder[] = table[capability];
  return holders.includes(actor.appRole);
}
