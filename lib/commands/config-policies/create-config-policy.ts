import 'server-only';
import { randomUUID } from 'node:crypto';
import { defineCommand } from '#lib/commands/define-command';
import { newPolicy, withPolicy } from '#lib/domain/config-policies/policy';
import { withoutPolicyHeader } from '#lib/domain/config-policies/policy-files';
import { policyView } from '#lib/domain/config-policies/policy-view';
import { err, ok } from '#lib/domain/result';
import { findPolicies, namedGroups, storePolicies } from './policy-list';

const stillThere = {
  code: 'still_there',
  message: 'There is a policy of this id. Change that one.',
} as const;

/** Makes a policy for groups below the others, or puts one back where it was. It needs no version. */
export const createConfigPolicy = defineCommand({
  capability: 'configuration.write',
  input: newPolicy,
  output: policyView,
  async run({ ctx, tx, input: { id: former, place, groups: wanted, name, text } }) {
    const { list, policy } = await findPolicies(ctx, tx, former ?? undefined);
    if (policy) return err(stillThere);
    const groupIds = await namedGroups(ctx, tx, { wanted, kept: [] });
    if (!groupIds.ok) return groupIds;
    const id = former ?? randomUUID();
    const made = { id, name, groupIds: groupIds.value, text: withoutPolicyHeader(text), version: 1 };
    const after = withPolicy(list, made, place);
    if (!after.ok) return after;
    return ok(
      await storePolicies(ctx, tx, { before: list, after: after.value, id, action: 'config_policy.created' }),
    );
  },
});
