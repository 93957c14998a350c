import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import { domainNames } from './domain-name';

/** The vendor's lists to start from; which domains each holds is the vendor's and changes. */
export const domainPresets = ['none', 'common-dependencies', 'unrestricted'] as const;

/** Which HTTP methods agents may use: GET, HEAD and OPTIONS alone, or every one. */
export const methodChoices = ['read', 'all'] as const;

/** What agents of Codex cloud may reach on the internet. */
export type InternetPolicy = {
  preset: (typeof domainPresets)[number];
  /** Further domains, normalised, in the order of the alphabet. */
  domains: readonly string[];
  methods: (typeof methodChoices)[number];
};

/** Fields of a policy, as doors take them. */
export const policyFields = {
  preset: z.enum(domainPresets, 'Choose where the allowlist starts.'),
  domains: domainNames.default([]),
  methods: z.enum(methodChoices, 'Choose which HTTP methods are allowed.'),
};

/** A policy as stored. */
export const storedPolicy = z.object({
  preset: z.enum(domainPresets),
  domains: z.array(z.string()),
  methods: z.enum(methodChoices),
});

/** The policy of a workspace; null and version 0 while nobody wrote one. */
export type InternetAccess = { policy: InternetPolicy | null; version: number };

/** An internet access nobody has written a policy for. */
export const noPolicyYet: InternetAccess = { policy: null, version: 0 };

/** A policy as doors hand it out. */
export const internetAccessView = z.object({ policy: storedPolicy.nullable(), version: z.int() });

/** The view of a stored policy. */
export const toInternetAccessView = ({ policy, version }: InternetAccess) => ({
  policy: policy && { ...policy, domains: [...policy.domains] },
  version,
});

/**
 * The internet access after writing `policy`.
 *
 * Gives `current` itself when it is the same. Fails with `domains_without_list` for further domains beside
 * the preset that reaches every domain.
 */
export function setInternetAccess(
  current: InternetAccess,
  policy: InternetPolicy,
): Result<InternetAccess, { code: 'domains_without_list'; message: string }> {
  if (policy.preset === 'unrestricted' && policy.domains.length > 0) {
    const message = 'All (unrestricted) takes no further domains, because it reaches every one.';
    return err({ code: 'domains_without_list', message });
  }
  if (current.policy && isSame(current.policy, policy)) return ok(current);
  return ok({ policy, version: current.version + 1 });
}

const isSame = (one: InternetPolicy, other: InternetPolicy): boolean =>
  one.preset === other.preset &&
  one.methods === other.methods &&
  one.domains.length === other.domains.length &&
  one.domains.every((domain, index) => domain === other.domains[index]);
