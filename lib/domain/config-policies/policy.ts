import { z } from 'zod';
import { writtenText } from '#lib/domain/config-text/text-view';
import { err, ok, type Result } from '#lib/domain/result';
import { plainText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';

/** A policy in the cloud for people of some groups: their requirements, in place of those of the base policy. */
export type Policy = {
  id: string;
  name: string;
  /** Ids of groups, the customer's own; one may be gone since. */
  groupIds: readonly string[];
  /** requirements.toml without a header; it need not be TOML. */
  text: string;
  version: number;
};

/** How many policies a workspace may have. */
const mostPolicies = 50;
const mostGroups = 200;

/** What a policy is called and whom it is for: groups by id, or by a name that only one group has. */
export const policyFields = {
  name: plainText({ max: 100 }),
  groups: z
    .array(z.string().trim().min(1).max(300))
    .max(mostGroups, `Name up to ${mostGroups} groups.`)
    .default([]),
};

/** What creates a policy. Whoever puts one back gives its `id`, its text, and the `place` it had, counted from 0. */
export const newPolicy = z.strictObject({
  ...policyFields,
  text: writtenText.default(''),
  id: z.uuid().nullable().default(null),
  place: z.int().min(0).default(mostPolicies),
});

/** What changes a policy; without a `place` it stays where it is. */
export const policyChange = z.strictObject({
  id: z.uuid(),
  ...policyFields,
  place: z.int().min(0).optional(),
  version: seenVersion,
});

/** Why a policy cannot be as somebody wants it. */
export type PolicyError =
  | { code: 'too_many_policies'; message: string }
  | { code: 'name_taken' | 'no_such_group'; message: string; fields: Record<string, string[]> };

type Named = { id: string; name: string };

/**
 * Ids of the groups that `wanted` names, each once. Those of `kept` may be gone: they stay until somebody takes them
 * off. Fails with `no_such_group`, also where several groups have the name.
 */
export function groupsNamed(
  wanted: readonly string[],
  { groups, kept }: { groups: readonly Named[]; kept: readonly string[] },
): Result<string[], PolicyError> {
  const ids = new Set([...groups.map(({ id }) => id), ...kept]);
  const byName = new Map<string, string[]>();
  for (const { id, name } of groups) {
    const key = name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  const found = new Set<string>();
  for (const word of wanted) {
    const alike = byName.get(word.toLowerCase()) ?? [];
    const id = ids.has(word) ? word : alike.length === 1 ? alike[0] : undefined;
    if (id === undefined) return err(noSuchGroup(word, alike.length));
    found.add(id);
  }
  return ok([...found]);
}

function noSuchGroup(word: string, alike: number): PolicyError {
  const message =
    alike > 1
      ? `${alike} groups are called “${word}”. Give the id of the one you mean.`
      : `There is no group “${word}”.`;
  return { code: 'no_such_group', message, fields: { groups: [message] } };
}

/** The list with one more policy; its name must be its own. */
export function withPolicy(
  list: readonly Policy[],
  policy: Policy,
  place: number,
): Result<readonly Policy[], PolicyError> {
  if (list.length >= mostPolicies) {
    return err({ code: 'too_many_policies', message: `A workspace has up to ${mostPolicies} policies.` });
  }
  return isTaken(list, policy) ? err(nameTaken) : ok(list.toSpliced(place, 0, policy));
}

/** The list with a policy changed, and moved where a place is given. */
export function withChange(
  list: readonly Policy[],
  policy: Policy,
  place: number | undefined,
): Result<readonly Policy[], PolicyError> {
  if (isTaken(list, policy)) return err(nameTaken);
  if (place === undefined) return ok(list.map((one) => (one.id === policy.id ? policy : one)));
  return ok(list.filter(({ id }) => id !== policy.id).toSpliced(place, 0, policy));
}

const isTaken = (list: readonly Policy[], { id, name }: Named) =>
  list.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());

const taken = 'Another policy has this name.';
const nameTaken: PolicyError = { code: 'name_taken', message: taken, fields: { name: [taken] } };
