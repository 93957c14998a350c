import 'server-only';
import { defineCommand } from '#lib/commands/define-command';
import { canonicalJson } from '#lib/domain/audit/chain';
import { unchanged } from '#lib/domain/audit/audit-event';
import { policyChange, withChange } from '#lib/domain/config-policies/policy';
import { policyView, toPolicyView } from '#lib/domain/config-policies/policy-view';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { findPolicies, namedGroups, storePolicies } from './policy-list';

/** Gives a policy another name, other groups, or another place among the others. */
export const changeConfigPolicy = defineCommand({
  capability: 'configuration.write',
  input: policyChange,
  output: policyView,
  async run({ ctx, tx, input: { id, name, groups: wanted, place, version } }) {
    const { list, policy } = await findPolicies(ctx, tx, id);
    if (!policy) return err(notFound);
    const before = toPolicyView(list, id);
    if (policy.version !== version) return err(conflict(before));
    const groupIds = await namedGroups(ctx, tx, { wanted, kept: policy.groupIds });
    if (!groupIds.ok) return groupIds;
    const next = { ...policy, name, groupIds: groupIds.value };
    const after = withChange(list, { ...next, version: version + 1 }, place);
    if (!after.ok) return after;
    const isMoved = toPolicyView(after.value, id).place !== before.place;
    if (!isMoved && canonicalJson(next) === canonicalJson(policy)) return ok(unchanged(before));
    return ok(
      await storePolicies(ctx, tx, { before: list, after: after.value, id, action: 'config_policy.changed' }),
    );
  },
});
