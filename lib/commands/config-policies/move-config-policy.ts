import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { policyView, toPolicyView } from '#lib/domain/config-policies/policy-view';
import { conflict, notFound } from '#lib/domain/errors';
import { moveOne } from '#lib/domain/rbac/expectations/move-one';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { findPolicies, storePolicies } from './policy-list';

/** Moves a policy up or down by one; at the end of the list it stays. */
export const moveConfigPolicy = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ id: z.uuid(), to: z.enum(['up', 'down']), version: seenVersion }),
  output: policyView,
  async run({ ctx, tx, input: { id, to, version } }) {
    const { list, policy } = await findPolicies(ctx, tx, id);
    if (!policy) return err(notFound);
    if (policy.version !== version) return err(conflict(toPolicyView(list, id)));
    const moved = moveOne(list, id, to);
    if (moved === list) return ok(unchanged(toPolicyView(list, id)));
    const after = moved.map((one) => (one === policy ? { ...policy, version: version + 1 } : one));
    return ok(await storePolicies(ctx, tx, { before: list, after, id, action: 'config_policy.moved' }));
  },
});
